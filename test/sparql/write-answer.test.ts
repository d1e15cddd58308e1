import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { blankNode, literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import type { AnswerFormats } from '../../src/sparql/formats.js';
import type { Cells, Result } from '../../src/sparql/result.js';
import { Memory } from '../../src/sparql/native/memory.js';
import { writeAnswer, type WritingBounds } from '../../src/sparql/write-answer.js';
import { assertProblem } from '../support/problems.js';

const bounds = { rows: 10, bytes: 1_000 };
const all: AnswerFormats = { solutions: 'csv', graph: 'ntriples' };

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** A table of one column, its rows in batches of these sizes and one of the rest. */
const table = (values: readonly string[], ...sizes: readonly number[]): Result => ({
  type: 'solutions',
  variables: ['x'],
  cells(write) {
    const rows = values.map(value => [write(literal(value))]);
    const batches = sizes.map(size => rows.splice(0, size));
    return each([...batches, rows]);
  },
});
const graph = (quads: Iterable<Quad>): Result => ({ type: 'graph', quads: each(quads) });
const statement = (value: string) => quad(namedNode('http://e/s'), term('dct', 'title'), literal(value));
const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));

async function text(result: Result, formats = all, limits: WritingBounds = bounds): Promise<string> {
  let written = '';
  for await (const part of writeAnswer(result, formats, limits).text) written += part;
  return written;
}

describe('writeAnswer', () => {
  it('names the media type by the kind of answer', () => {
    assert.equal(writeAnswer(table([]), all, bounds).mediaType, 'text/csv');
    assert.equal(writeAnswer({ type: 'boolean', value: true }, all, bounds).mediaType, 'text/csv');
    assert.equal(writeAnswer(graph([]), all, bounds).mediaType, 'application/n-triples');
  });

  it('writes tables, answers to ASK, and graphs', async () => {
    assert.equal(await text(table(['a', 'b'])), 'x\r\na\r\nb\r\n');
    assert.equal(await text({ type: 'boolean', value: false }), 'boolean\r\nfalse\r\n');
    assert.equal(
      await text(graph([statement('a')])),
      '<http://e/s> <http://purl.org/dc/terms/title> "a" .\n',
    );
  });

  for (const format of ['json', 'xml', 'csv', 'tsv'] as const)
    it(`writes the same ${format} however the rows come`, async () => {
      const whole = await text(table(numbers(9)), { solutions: format });
      for (const sizes of [[0], [1], [4, 4], [3, 0, 3], [9], [0, 0, 9]])
        assert.equal(await text(table(numbers(9), ...sizes), { solutions: format }), whole);
      assert.equal(
        await text(table([], 0, 0), { solutions: format }),
        await text(table([]), { solutions: format }),
      );
    });

  it('hands a table on batch by batch', async () => {
    let asked = 0;
    async function* batches(): AsyncGenerator<Cells> {
      for (const value of numbers(5)) {
        asked += 1;
        yield [[value]];
      }
    }
    const written = writeAnswer({ type: 'solutions', variables: ['x'], cells: batches }, all, bounds).text;
    const parts = written[Symbol.asyncIterator]();
    await parts.next();
    await parts.next();
    assert.equal(asked, 1);
  });

  it('refuses what the client accepts no format for', async () => {
    const none = /no accepted format can hold\. Accept /;
    await assertProblem(() => writeAnswer(table([]), { graph: 'turtle' }, bounds), 'not-acceptable', none);
    await assertProblem(
      () => writeAnswer({ type: 'boolean', value: true }, {}, bounds),
      'not-acceptable',
      none,
    );
    await assertProblem(() => writeAnswer(graph([]), { solutions: 'csv' }, bounds), 'not-acceptable', none);
  });

  it('takes as many rows as the bound, and no more', async () => {
    assert.equal((await text(table(numbers(10)))).split('\r\n').length, 12);
    const { members } = await assertProblem(() => text(table(numbers(11))), 'size-limit', /10 rows/);
    assert.deepEqual(members, { limit: 10, unit: 'rows' });
  });

  it('takes as many triples as the bound, and no more; one that comes again is none', async () => {
    const statements = numbers(10).map(statement);
    assert.equal((await text(graph([...statements, ...statements]))).split('\n').length, 11);
    const { members } = await assertProblem(
      () => text(graph(numbers(11).map(statement))),
      'size-limit',
      /10 triples/,
    );
    assert.deepEqual(members, { limit: 10, unit: 'triples' });
  });

  for (const [name, result, least] of [
    ['a table', () => table(['é'.repeat(10)]), 25],
    ['a graph', () => graph([statement('é'.repeat(10))]), 70],
  ] as const)
    it(`takes as many bytes of ${name} as the bound, and no more`, async () => {
      const size = Buffer.byteLength(await text(result()));
      assert.ok(size >= least);
      assert.ok(await text(result(), all, { rows: 10, bytes: size }));
      const { members } = await assertProblem(
        () => text(result(), all, { rows: 10, bytes: size - 1 }),
        'size-limit',
        /bytes/,
      );
      assert.deepEqual(members, { limit: size - 1, unit: 'bytes' });
    });

  describe('with long cells that come again and again', () => {
    const cell = literal('a'.repeat(1_000_000));
    const wide = { rows: 100_000, bytes: 20_000_000 };
    const rows = (columns: number, count: number): Result => ({
      type: 'solutions',
      variables: Array.from({ length: columns }, (_, at) => `v${at}`),
      cells(write) {
        const written = write(cell);
        const row = Array.from({ length: columns }, () => written);
        return each([Array.from({ length: count }, () => row)]);
      },
    });

    for (const format of ['json', 'xml', 'csv', 'tsv'] as const)
      for (const [name, result] of [
        ['rows', rows(1, 100_000)],
        ['columns', rows(10_000, 10)],
      ] as const)
        it(`writes ${name} of ${format} without copying them, until the answer is too large`, () =>
          assertProblem(() => text(result, { solutions: format }, wide), 'size-limit', /20000000 bytes/));

    for (const format of ['turtle', 'ntriples', 'jsonld', 'rdfxml'] as const)
      it(`refuses a ${format} graph of them before it is written`, async () => {
        const quads = function* () {
          for (let i = 0; i < 100_000; i += 1)
            yield quad(namedNode(`http://e/${i}`), term('dct', 'title'), cell);
        };
        await assertProblem(
          () => text(graph(quads()), { graph: format }, wide),
          'size-limit',
          /20000000 bytes/,
        );
      });

    it('counts a graph that is gathered against the memory of its query, and pauses as it is written', async () => {
      const quads = Array.from({ length: 3_000 }, (_, i) => statement(`${i} ${'a'.repeat(1_000)}`));
      for (const format of ['turtle', 'ntriples', 'jsonld', 'rdfxml'] as const) {
        const memory = new Memory(3_000_000);
        await assertProblem(() => text(graph(quads), { graph: format }, { ...wide, memory }), 'memory-limit');
        let pauses = 0;
        const pause = () => {
          pauses += 1;
          return undefined;
        };
        await text(graph(quads), { graph: format }, { ...wide, memory: new Memory(1e8), pause });
        assert.ok(format === 'ntriples' || pauses >= 10, `${format}: ${pauses} pauses`);
      }
    });
  });

  it('leaves out what is no RDF, and writes the rest', async () => {
    const evil = namedNode('http://e/> . <http://evil/> <http://evil/> <http://evil/');
    const quads = [
      quad(namedNode('http://e/s'), term('dct', 'source'), evil),
      quad(evil, term('dct', 'source'), literal('x')),
      quad(namedNode('http://e/s'), evil, literal('x')),
      quad(
        namedNode('http://e/s'),
        term('dct', 'title'),
        literal('x', 'fr . <http://evil/> <http://evil/> 1'),
      ),
      statement('good'),
    ];
    for (const format of ['turtle', 'ntriples', 'jsonld', 'rdfxml'] as const) {
      const written = await text(graph(quads), { graph: format }, { rows: 10, bytes: 100_000 });
      assert.ok(written.includes('good') && !written.includes('evil'), written);
    }
  });

  it('labels blank nodes so that no label ends itself', async () => {
    const odd = blankNode('a .\n<http://evil/> <http://evil/> _:b');
    const written = await text(graph([quad(odd, term('dct', 'source'), odd)]));
    assert.match(written, /^_:(x[0-9a-f]+) <http:\/\/purl\.org\/dc\/terms\/source> _:\1 \.\n$/);
  });

  it('says when a format cannot hold the graph', () =>
    assertProblem(
      () =>
        text(graph([quad(namedNode('http://e/s'), namedNode('urn:x:1'), literal('x'))]), { graph: 'rdfxml' }),
      'not-acceptable',
      /urn:x:1/,
    ));

  it('fails with what the query fails with', async () => {
    async function* broken(): AsyncGenerator<Quad> {
      yield statement('a');
      throw new Error('broken');
    }
    await assert.rejects(text({ type: 'graph', quads: broken() }), /broken/);
  });
});
