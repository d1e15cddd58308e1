"""Reads an endpoint as a store of rdflib."""

import json
import sys

from rdflib import ConjunctiveGraph, Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from terms import ntriples

given = json.load(sys.stdin)
document, thing = URIRef(given["document"]), URIRef(given["thing"])
title = URIRef("http://purl.org/dc/terms/title")


def store(**settings):
    return SPARQLStore(given["endpoint"], **settings)


def told(**settings):
    whole = Graph(store(**settings))
    aware = ConjunctiveGraph(store(context_aware=True, **settings))
    one = aware.get_context(document)
    solutions = whole.query(
        "SELECT ?title WHERE { ?thing dct:title ?title }",
        initNs={"dct": "http://purl.org/dc/terms/"},
        initBindings={"thing": thing},
    )
    in_json = Graph(store(returnFormat="json", **settings)).query("SELECT ?o WHERE { <%s> ?p ?o }" % thing)
    return {
        "titles": sorted(row.title.n3() for row in solutions),
        "solutionsInJson": len(in_json),
        "asked": bool(whole.query("ASK { ?s ?p ?o }")),
        "constructed": ntriples(
            whole.query("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <%s> { ?s ?p ?o } }" % document)
        ),
        "described": len(list(whole.query("DESCRIBE <%s>" % thing))),
        "objects": sorted(title.n3() for title in whole.objects(thing, title)),
        "known": (thing, None, None) in whole,
        "length": len(whole),
        "contexts": sorted({str(context.identifier) for context in aware.contexts((thing, None, None))}),
        "graphs": len(list(aware.contexts())),
        "lengthOfDocument": len(one),
        "ofDocument": ntriples(one.triples((None, None, None))),
    }


# A store asks for all answers in one format; results as JSON would leave CONSTRUCT none.
json.dump({method: told(method=method) for method in ("GET", "POST", "POST_FORM")}, sys.stdout)
