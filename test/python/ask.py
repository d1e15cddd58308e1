"""Asks an endpoint by SPARQLWrapper: JSON with the requests comes in, JSON with what came of each goes out."""

import csv
import io
import json
import sys
import warnings

from rdflib import Graph
from rdflib.plugins.sparql.results.tsvresults import TSVResultParser
from rdflib.plugins.sparql.results.xmlresults import XMLResultParser
from SPARQLWrapper import SPARQLWrapper

from terms import from_json, ntriples


def ask(request):
    wrapper = SPARQLWrapper(request["endpoint"])
    wrapper.setQuery(request["query"])
    wrapper.setMethod(request["method"])
    wrapper.setRequestMethod(request["requestMethod"])
    wrapper.setTimeout(30)
    for name, value in request.get("parameters", {}).items():
        wrapper.addParameter(name, value)
    for graph in request.get("defaultGraphs", []):
        wrapper.addDefaultGraph(graph)
    for graph in request.get("namedGraphs", []):
        wrapper.addNamedGraph(graph)
    # This version knows JSON-LD only beside a package that rdflib has replaced; version 2 asks in this way.
    if request["format"] == "json-ld":
        wrapper.setOnlyConneg(True)
        wrapper.addCustomHttpHeader("Accept", "application/ld+json,application/x-json+ld")
        for name in ("format", "output", "results"):
            wrapper.addParameter(name, "json-ld")
            wrapper.addParameter(name, "application/ld+json,application/x-json+ld")
    else:
        wrapper.setReturnFormat(request["format"])
    return wrapper.query()


def told(request, answer):
    """What came: the media type, and rows, a truth or triples."""
    media_type = answer.info()["content-type"].split(";")[0]
    result = {"mediaType": media_type}
    if media_type == "application/sparql-results+json":
        document = answer.convert()
        if "boolean" in document:
            return {**result, "boolean": document["boolean"]}
        rows = [{name: from_json(term) for name, term in row.items()} for row in document["results"]["bindings"]]
        return {**result, "triples": of_rows(rows)}
    if media_type == "application/sparql-results+xml":
        # Its own conversion is a document of minidom; rdflib makes terms of it.
        parsed = XMLResultParser().parse(io.BytesIO(answer.convert().toxml().encode()))
        if parsed.type == "ASK":
            return {**result, "boolean": parsed.askAnswer}
        return {**result, "triples": of_rows(of_bindings(parsed))}
    if media_type == "text/tab-separated-values":
        return {**result, "triples": of_rows(of_bindings(TSVResultParser().parse(io.BytesIO(answer.convert()))))}
    if media_type == "text/csv":
        return {**result, "rows": list(csv.reader(io.StringIO(answer.convert().decode("utf-8"), newline="")))}
    graph = answer.convert()
    if isinstance(graph, bytes):
        names = {"text/turtle": "turtle", "text/n3": "n3", "application/ld+json": "json-ld"}
        graph = Graph().parse(data=graph, format=names[media_type])
    return {**result, "triples": ntriples(graph)}


def of_bindings(parsed):
    return [{str(name): term for name, term in row.items()} for row in parsed.bindings]


def of_rows(rows):
    return ntriples((row["s"], row["p"], row["o"]) for row in rows)


warnings.simplefilter("ignore")
json.dump([told(request, ask(request)) for request in json.load(sys.stdin)], sys.stdout)
