"""RDF terms and graphs as text that others can read."""

import rdflib

# Literals stay as they are written.
rdflib.NORMALIZE_LITERALS = False


def ntriples(triples):
    """Triples as N-Triples."""
    graph = rdflib.Graph()
    for triple in triples:
        graph.add(triple)
    return graph.serialize(format="nt")


def from_json(term):
    """A term of SPARQL 1.1 Query Results JSON Format, section 3.2.2."""
    if term["type"] == "uri":
        return rdflib.URIRef(term["value"])
    if term["type"] == "bnode":
        return rdflib.BNode(term["value"])
    datatype = term.get("datatype")
    return rdflib.Literal(
        term["value"], lang=term.get("xml:lang"), datatype=datatype and rdflib.URIRef(datatype)
    )
