import assert from 'node:assert/strict';
import { parseJsonLd } from '../../src/jsonld/parse.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem } from '../support/problems.js';

const base = 'http://b/';
const parse = (document: unknown) => parseJsonLd(JSON.stringify(document), base);
const context = { '@vocab': 'http://e/' };

/** Documents, and what each says as TriG. */
const cases: Readonly<Record<string, readonly [unknown, string]>> = {
  'a node without an identifier': [{ p: 'x' }, '[] e:p "x" .'],
  'one blank node under one label, whatever else has none': [
    { '@id': '_:x', p: { '@id': '_:x' }, q: {}, r: {} },
    '_:x e:p _:x ; e:q [] ; e:r [] .',
  ],
  'types, also blank ones': [{ '@id': 'e:a', '@type': ['C', '_:t'] }, '<e:a> a e:C, _:t .'],
  'a graph with a name, and what is said of it': [
    { '@id': 'g', p: 'x', '@graph': [{ '@id': 'a', p: { '@id': 'b', p: 'y' } }] },
    '<http://b/g> e:p "x" . GRAPH <http://b/g> { <http://b/a> e:p <http://b/b> . <http://b/b> e:p "y" }',
  ],
  'graphs within graphs': [
    { '@id': 'g', '@graph': [{ '@id': 'h', '@graph': [{ '@id': 'a', p: 'x' }] }] },
    'GRAPH <http://b/h> { <http://b/a> e:p "x" }',
  ],
  'a graph with no name': [{ p: { '@graph': [{ p: 'x' }] } }, '[] e:p _:g . GRAPH _:g { [] e:p "x" }'],
  'nodes that are included': [
    { '@id': 'a', '@included': [{ '@id': 'b', p: 'x' }] },
    '<http://b/b> e:p "x" .',
  ],
  'properties the other way round': [
    { '@id': 'a', '@reverse': { p: [{ '@id': 'b', q: 'x' }, { '@id': 'c' }] } },
    '<http://b/b> e:p <http://b/a> ; e:q "x" . <http://b/c> e:p <http://b/a> .',
  ],
  'lists, empty ones, and lists in lists': [
    { '@id': 'a', p: { '@list': ['x', { '@list': [] }, { '@list': [{ q: 'y' }] }] } },
    '<http://b/a> e:p ("x" () ([ e:q "y" ])) .',
  ],
  'a list in a graph': [
    { '@id': 'g', '@graph': { '@id': 'a', p: { '@list': ['x'] } } },
    'GRAPH <http://b/g> { <http://b/a> e:p ("x") }',
  ],
  'no property that is a blank node': [{ '@id': 'a', '_:p': 'x', p: 'y' }, '<http://b/a> e:p "y" .'],
  'no reference in the form of a keyword': [
    { '@id': 'a', p: [{ '@id': '@x' }, 'y'] },
    '<http://b/a> e:p "y" .',
  ],
};

/** Documents of many entries, and how many quads they are. */
const large: Readonly<Record<string, readonly [(count: number) => unknown, (count: number) => number]>> = {
  'values of one property': [count => ({ p: numbers(count) }), count => count],
  'nodes of one property': [count => ({ p: numbers(count).map(q => ({ q })) }), count => 2 * count],
  'nodes that lead to one': [
    count => ({ '@reverse': { p: numbers(count).map(q => ({ q })) } }),
    count => 2 * count,
  ],
  'types of one node': [count => ({ '@type': numbers(count).map(String) }), count => count],
  'members of one list': [count => ({ p: { '@list': numbers(count) } }), count => 2 * count + 1],
  'nodes of one graph': [count => ({ '@graph': numbers(count).map(p => ({ p })) }), count => count],
};

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

describe('quads of expanded JSON-LD', () => {
  for (const [name, [document, trig]] of Object.entries(cases))
    it(`are ${name}`, async () => {
      const quads = await parse({ '@context': context, ...(document as object) });
      assertIsomorphic(quads, await parseRdf(`PREFIX e: <http://e/> ${trig}`, { format: 'trig', base }));
    });

  for (const [name, [make, quads]] of Object.entries(large))
    it(`are made in a time that grows with the document, of ${name}`, async function () {
      this.timeout(60_000);
      const document = { '@context': context, '@id': 'http://e/a', ...(make(30_000) as object) };
      const start = performance.now();
      assert.equal((await parse(document)).length, quads(30_000));
      // It takes from 0.1 to 1 s; a walk that looked at all that came before took 36 to 55 s.
      assert.ok(performance.now() - start < 15_000);
    });

  for (const [name, document] of Object.entries({
    'a subject': { '@id': 'http://e/a b', p: 'x' },
    'a subject in the form of a keyword': { '@id': '@x', p: 'x' },
    'an object': { p: { '@id': 'http://e/<' } },
    'a type': { '@type': 'http://e/{x}' },
    'a property': { 'http://e/a b': 'x' },
    'a property the other way round': { '@reverse': { 'http://e/a b': { '@id': 'a' } } },
    'the name of a graph': { '@id': 'http://e/a b', '@graph': [{ p: 'x' }] },
    'a datatype': { p: { '@value': 'x', '@type': 'http://e/a b' } },
  }))
    it(`are refused, not dropped, when ${name} is no IRI`, () =>
      assertProblem(() => parse({ '@context': context, ...document }), 'syntax-error'));
});
