import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { inChunks } from '../../src/rdf/chunks.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeInPieces } from '../../src/rdf/serialize-in-pieces.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import { blankNode, literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import { TripleGroups } from '../../src/rdf/triple-groups.js';
import { assertIsomorphic } from '../support/isomorphism.js';
import { assertProblem } from '../support/problems.js';

const formats = ['turtle', 'jsonld', 'rdfxml'] as const;
const base = 'http://e/';
const thing = (number: number) => namedNode(`http://e/thing/${number}`);
const title = term('dct', 'title');
const type = term('rdf', 'type');

function groupsOf(triples: Iterable<Quad>): TripleGroups {
  const groups = new TripleGroups();
  for (const triple of triples) groups.add(triple);
  return groups;
}

async function piecesOf(graph: TripleGroups, format: (typeof formats)[number]): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of serializeInPieces(graph, format)) pieces.push(piece);
  return pieces;
}

/** Things of a few triples each: texts, types of several namespaces, a blank node, a list. */
function* manyThings(count: number): Generator<Quad> {
  for (let i = 0; i < count; i += 1) {
    const list = blankNode(`list${i}`);
    yield quad(thing(i), type, namedNode(`http://e/${i % 7}/Type`));
    yield quad(thing(i), type, namedNode('urn:x:Type'));
    yield quad(thing(i), title, literal(`Title "${i}" <&>]]>\r\n`, 'en'));
    yield quad(thing(i), title, literal(String(i), term('xsd', 'integer')));
    yield quad(thing(i), namedNode(`http://other/${i % 300}/next`), thing(i + 1));
    yield quad(thing(i), term('dct', 'hasPart'), list);
    yield quad(list, term('rdf', 'first'), literal(`item ${i}`));
    yield quad(list, term('rdf', 'rest'), term('rdf', 'nil'));
  }
  yield quad(thing(0), term('dct', 'relation'), blankNode('list1'));
}

describe('serializeInPieces', () => {
  for (const format of formats) {
    it(`writes a small ${format} graph as it is written whole`, async () => {
      const graph = groupsOf(manyThings(3));
      assert.deepEqual(await piecesOf(graph, format), [await serializeRdf(graph, format)]);
    });

    it(`writes in pieces of ${format} what is read back as the same graph`, async () => {
      const graph = groupsOf(manyThings(200));
      const pieces = await piecesOf(graph, format);
      assert.ok(pieces.length >= 8, `${pieces.length} pieces`);
      assertIsomorphic(await parseRdf(pieces.join(''), { format, base }), [...graph]);
    });

    it(`writes one thing with many ${format} triples in pieces too`, async () => {
      const graph = groupsOf(
        Array.from({ length: 3_000 }, (_, i) => quad(thing(0), title, literal(`title ${i}`))),
      );
      const pieces = await piecesOf(graph, format);
      assert.ok(pieces.length >= 7 && pieces.every(({ length }) => length < 100_000));
      assertIsomorphic(await parseRdf(pieces.join(''), { format, base }), [...graph]);
    });

    it(`makes few pieces at a time of long ${format} texts`, async () => {
      const graph = groupsOf(
        Array.from({ length: 20 }, (_, i) => quad(thing(i), title, literal(`${i} ${'a'.repeat(200_000)}`))),
      );
      const pieces = await piecesOf(graph, format);
      assert.ok(pieces.every(({ length }) => length < 500_000));
      assertIsomorphic(await parseRdf(pieces.join(''), { format, base }), [...graph]);
    });
  }

  it('says what a format cannot say, wherever that stands', async () => {
    const many = [...manyThings(300)];
    const unnamed = groupsOf([...many, quad(thing(0), namedNode('urn:x:1'), thing(1))]);
    await assertProblem(() => piecesOf(unnamed, 'rdfxml'), 'not-acceptable', /urn:x:1/);
    const nested = groupsOf([...many, quad(thing(0), title, quad(thing(0), title, thing(1)))]);
    for (const format of ['rdfxml', 'jsonld'] as const)
      await assertProblem(() => piecesOf(nested, format), 'not-acceptable', /triple term/);
    const misread = groupsOf([...many, quad(namedNode('dct:x'), title, literal('x'))]);
    await assertProblem(() => piecesOf(misread, 'jsonld'), 'not-acceptable', /confused with prefix/);
  });
});

describe('inChunks', () => {
  const lengths = (triples: Iterable<Quad>) => Array.from(inChunks(triples), ({ length }) => length);

  it('cuts where a subject ends, if that is not far', () => {
    const triples = Array.from({ length: 600 }, (_, i) => quad(thing(Math.floor(i / 150)), title, thing(i)));
    assert.deepEqual(lengths(triples), [300, 300]);
    assert.deepEqual([...inChunks(triples)].flat(), triples);
  });

  it('cuts within a subject of many triples, and after a long text', () => {
    assert.deepEqual(
      lengths(Array.from({ length: 1_000 }, (_, i) => quad(thing(0), title, thing(i)))),
      [400, 400, 200],
    );
    const long = literal('a'.repeat(100_000));
    assert.deepEqual(lengths([1, 2, 3].map(i => quad(thing(i), title, long))), [1, 1, 1]);
    assert.deepEqual(lengths([]), []);
  });
});
