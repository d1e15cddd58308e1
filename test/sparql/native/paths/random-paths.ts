import fc from 'fast-check';
import { Parser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { defaultGraph, namedNode, quad } from '../../../../src/rdf/terms.js';

/** A path as people write it; what the model reads, and what the query says. */
export type TestPath =
  | { kind: 'link'; name: string }
  | { kind: 'not'; forward: string[]; backward: string[] }
  | { kind: '^' | '?' | '*' | '+'; path: TestPath }
  | { kind: '/' | '|'; parts: [TestPath, TestPath] };

export const node = (name: string) => namedNode(`http://e/${name}`);

/** Quads from TriG; `:` stands for `http://e/`. */
export function trig(text: string): Quad[] {
  return new Parser({ format: 'TriG' }).parse(`@prefix : <http://e/> . ${text}`);
}

/** In the syntax of SPARQL 1.1 Query section 9.1. */
export function pathText(path: TestPath): string {
  switch (path.kind) {
    case 'link':
      return `:${path.name}`;
    case 'not':
      return `!(${[...path.forward.map(name => `:${name}`), ...path.backward.map(name => `^:${name}`)].join('|')})`;
    case '/':
    case '|':
      return `(${path.parts.map(pathText).join(path.kind)})`;
    case '^':
      return `(^${pathText(path.path)})`;
    default:
      return `(${pathText(path.path)}${path.kind})`;
  }
}

const names = ['p', 'q', 'r'];
const some = fc.subarray(names);
const leaf: fc.Arbitrary<TestPath> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...names, 'unused').map(name => ({ kind: 'link' as const, name })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(some, some)
      .filter(sides => sides.flat().length > 0)
      .map(([forward, backward]) => ({ kind: 'not' as const, forward, backward })),
  },
);

export const anyPath: fc.Arbitrary<TestPath> = fc.letrec<{ path: TestPath }>(tie => ({
  path: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.tuple(fc.constantFrom('?' as const, '*' as const, '+' as const), tie('path')).map(nest),
    fc.tuple(fc.constantFrom('?' as const, '*' as const, '+' as const), tie('path')).map(nest),
    fc.tuple(fc.constant('^' as const), tie('path')).map(nest),
    fc
      .tuple(fc.constantFrom('/' as const, '|' as const), tie('path'), tie('path'))
      .map(([kind, left, right]) => ({ kind, parts: [left, right] as [TestPath, TestPath] })),
  ),
})).path;

const repeated = fc.tuple(fc.constantFrom('?' as const, '*' as const, '+' as const), leaf).map(nest);

/** Without closures in closures. */
export const plainPath: fc.Arbitrary<TestPath> = fc.oneof(
  leaf,
  repeated,
  fc
    .tuple(fc.constantFrom('/' as const, '|' as const), fc.oneof(leaf, repeated), fc.oneof(leaf, repeated))
    .map(([kind, left, right]) => ({ kind, parts: [left, right] as [TestPath, TestPath] })),
);

function nest([kind, path]: ['^' | '?' | '*' | '+', TestPath]): TestPath {
  return { kind, path };
}

export const nodeNames = ['a', 'b', 'c', 'd', 'e'];
export const graphNames = ['g1', 'g2', 'a'];

/** Few nodes, so that there are cycles, and triples that stand in several graphs. */
export const anyQuads: fc.Arbitrary<Quad[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom(...nodeNames),
      fc.constantFrom(...names),
      fc.constantFrom(...nodeNames),
      fc.constantFrom(...graphNames, ''),
    )
    .map(([s, p, o, g]) => quad(node(s), node(p), node(o), g === '' ? defaultGraph() : node(g))),
  { maxLength: 14 },
);
