"""Reads documents by rdflib in two formats, and tells what the second lacks of the first and has beside it."""

import json
import sys
from collections import Counter

from rdflib import Graph, Literal
from rdflib.compare import graph_diff, to_isomorphic

import terms  # noqa: F401  literals stay as they are written


def literals(graph):
    return Counter(
        (str(o), str(o.datatype or ""), o.language or "") for _, _, o in graph if isinstance(o, Literal)
    )


def compared(pair):
    turtle = Graph().parse(data=pair["turtle"], format="turtle", publicID=pair["base"])
    jsonld = Graph().parse(data=pair["jsonld"], format="json-ld", publicID=pair["base"])
    wanted, found = to_isomorphic(turtle), to_isomorphic(jsonld)
    same = wanted == found
    _, lacking, beside = ([], [], []) if same else graph_diff(wanted, found)
    return {
        "name": pair["name"],
        "triples": len(turtle),
        "literals": sum(literals(turtle).values()),
        "datatypes": sorted({datatype for _, datatype, _ in literals(turtle)}),
        "literalsLacking": [list(key) for key in literals(turtle) - literals(jsonld)],
        "literalsBeside": [list(key) for key in literals(jsonld) - literals(turtle)],
        "lacking": sorted(" ".join(term.n3() for term in triple) for triple in lacking),
        "beside": sorted(" ".join(term.n3() for term in triple) for triple in beside),
    }


json.dump([compared(pair) for pair in json.load(sys.stdin)], sys.stdout)
