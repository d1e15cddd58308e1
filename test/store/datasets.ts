import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import { defaultGraph, literal, namedNode, quad } from '../../src/rdf/terms.js';

/** Few terms, so that patterns match, triples come twice and stand in several graphs. */
const node = (...names: string[]) => fc.constantFrom(...names.map(name => namedNode(`http://e/${name}`)));

/** Quads in which any term may be subject, predicate or object. */
export const anyQuad = fc
  .tuple(
    node('a', 'b', 'c', 'p'),
    node('p', 'q', 'a'),
    fc.oneof(
      node('a', 'b', 'c'),
      fc.constantFrom('1', '2').map(value => literal(value)),
    ),
    fc.oneof(node('g', 'h', 'a'), fc.constant(defaultGraph())),
  )
  .map(([subject, predicate, object, graph]) => quad(subject, predicate, object, graph as Quad['graph']));

export const anyQuads = fc.array(anyQuad, { maxLength: 40 });
