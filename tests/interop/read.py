"""Reads a graph file with networkx, igraph or rdflib and prints what it found as JSON.

Usage: read.py networkx-gexf|networkx-graphml|networkx-node-link|igraph-graphml|rdflib-turtle|rdflib-nquads FILE
"""

import json
import sys


def from_networkx(graph):
    nodes = {key: attributes for key, attributes in graph.nodes(data=True)}
    if graph.is_multigraph():
        edges = [[source, target, key, data] for source, target, key, data in graph.edges(keys=True, data=True)]
    else:
        edges = [[source, target, None, data] for source, target, data in graph.edges(data=True)]
    return {"directed": graph.is_directed(), "nodes": nodes, "edges": edges}


def node_link(path):
    import networkx

    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    name = "edges" if "edges" in data else "links"
    version = tuple(int(part) for part in networkx.__version__.split(".")[:2])
    if version >= (3, 4):
        return networkx.node_link_graph(data, edges=name)
    if version >= (3, 0):
        return networkx.node_link_graph(data, link=name)
    names = dict(source="source", target="target", name="id", key="key", link=name)
    return networkx.node_link_graph(data, attrs=names)


def from_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    nodes = {vertex["id"]: vertex.attributes() for vertex in graph.vs}
    edges = [
        [graph.vs[edge.source]["id"], graph.vs[edge.target]["id"], edge["key"], edge.attributes()]
        for edge in graph.es
    ]
    return {"directed": graph.is_directed(), "nodes": nodes, "edges": edges}


RW = "urn:rawabit:vocab:"
FACTS = """SELECT DISTINCT ?fact ?sentence WHERE {
    ?fact a rw:Fact ; rw:statement ?statement .
    ?statement rw:evidence/prov:value ?sentence
}"""


def from_rdflib(path, form):
    """The facts, each with its sentences."""
    import rdflib

    graph = rdflib.ConjunctiveGraph()
    graph.parse(path, format=form)
    facts = {}
    names = {"rw": rdflib.Namespace(RW), "prov": rdflib.Namespace("http://www.w3.org/ns/prov#")}
    for fact, sentence in graph.query(FACTS, initNs=names):
        facts.setdefault(str(fact), []).append(str(sentence))
    return {"triples": len(graph), "facts": facts}


def read(how, path):
    if how.startswith("rdflib-"):
        return from_rdflib(path, how.removeprefix("rdflib-"))
    if how == "igraph-graphml":
        return from_igraph(path)
    import networkx

    if how == "networkx-gexf":
        return from_networkx(networkx.read_gexf(path))
    if how == "networkx-graphml":
        return from_networkx(networkx.read_graphml(path))
    if how == "networkx-node-link":
        return from_networkx(node_link(path))
    raise SystemExit(f"unknown reader {how}")


result = read(sys.argv[1], sys.argv[2])
sys.stdout.write(json.dumps(result, default=str))
