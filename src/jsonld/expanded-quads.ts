import type { BlankNode, NamedNode, Quad } from '@rdfjs/types';
import { freshBlankNodes } from '../rdf/fresh-blank-nodes.js';
import { defaultGraph, quad, term } from '../rdf/terms.js';
import { literalOf } from './expanded-value.js';
import { iriOf } from './iri-of.js';

type Json = Readonly<Record<string, unknown>>;

const rdfType = term('rdf', 'type');
const rdfFirst = term('rdf', 'first');
const rdfRest = term('rdf', 'rest');
const rdfNil = term('rdf', 'nil');

/**
 * The quads of expanded JSON-LD (JSON-LD 1.1 API section 8), in one walk: a blank node is made where a node has no
 * identifier, so that no map of nodes is needed, and time grows with the document.
 * @throws Problem `syntax-error` that names an identifier, type or property that is no IRI
 */
export function quadsOfExpanded(expanded: unknown): Quad[] {
  const walk = new ExpandedWalk();
  for (const node of objectsIn(expanded)) walk.node(node, defaultGraph());
  return walk.quads;
}

class ExpandedWalk {
  readonly quads: Quad[] = [];
  readonly #blankNode = freshBlankNodes();

  /** Tells of a node object in a graph. */
  node(object: Json, graph: Quad['graph']): NamedNode | BlankNode {
    const subject = this.#nodeNamed(object['@id']);
    for (const type of listed(object['@type']))
      this.quads.push(quad(subject, rdfType, this.#nodeNamed(type), graph));
    for (const inner of objectsIn(object['@graph'])) this.node(inner, subject);
    for (const inner of objectsIn(object['@included'])) this.node(inner, graph);
    for (const [name, inner] of Object.entries(object['@reverse'] ?? {}))
      this.#property(name, predicate => {
        for (const other of objectsIn(inner))
          this.quads.push(quad(this.node(other, graph), predicate, subject, graph));
      });
    for (const [name, values] of Object.entries(object))
      this.#property(name, predicate => {
        for (const value of objectsIn(values))
          this.quads.push(quad(subject, predicate, this.#value(value, graph), graph));
      });
    return subject;
  }

  /** Keywords are no properties, and a blank node is none in RDF (JSON-LD 1.1 API section 8.1, step 1.3.2.2). */
  #property(name: string, tell: (predicate: NamedNode) => void): void {
    if (!name.startsWith('@') && !name.startsWith('_:')) tell(iriOf(name));
  }

  #value(object: Json, graph: Quad['graph']): Quad['object'] {
    if ('@value' in object) return literalOf(object);
    return '@list' in object ? this.#list(objectsIn(object['@list']), graph) : this.node(object, graph);
  }

  /** JSON-LD 1.1 API section 8.6.3, from the end to the beginning. */
  #list(items: readonly Json[], graph: Quad['graph']): NamedNode | BlankNode {
    const values = items.map(item => this.#value(item, graph));
    return values.reduceRight<NamedNode | BlankNode>((rest, value) => {
      const cell = this.#blankNode();
      this.quads.push(quad(cell, rdfFirst, value, graph), quad(cell, rdfRest, rest, graph));
      return cell;
    }, rdfNil);
  }

  #nodeNamed(name: unknown): NamedNode | BlankNode {
    if (name === undefined) return this.#blankNode();
    return typeof name === 'string' && name.startsWith('_:') ? this.#blankNode(name) : iriOf(name);
  }
}

function listed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}

function objectsIn(value: unknown): Json[] {
  return listed(value).filter(
    (item): item is Json => typeof item === 'object' && item !== null && !isNothing(item),
  );
}

/** A reference in the form of a keyword, which is ignored (JSON-LD 1.1 API section 5.2.2, step 2). */
function isNothing(item: object): boolean {
  return '@id' in item && item['@id'] === null && Object.keys(item).length === 1;
}
