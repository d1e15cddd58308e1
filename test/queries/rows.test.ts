import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { parseRdf } from '../../src/rdf/parse.js';
import { mediaType } from '../support/http.js';
import { base, sharedServer, type Server } from '../support/server.js';
import { expectedGraphs, expectedTables, type Expected } from './expected.js';

type Row = Readonly<Record<string, string>>;

function assertHas(rows: readonly Row[], { size, has }: Expected): void {
  for (const wanted of has)
    assert.ok(
      rows.some(row => Object.entries(wanted).every(([name, value]) => isValue(row[name], value))),
      `There is no row with ${JSON.stringify(wanted)}.`,
    );
  assert.equal(rows.length, size);
}

function isValue(found: string | undefined, wanted: string): boolean {
  return found === wanted || found === `${base}/id/${wanted}`;
}

function toRows(quads: Iterable<Quad>): Row[] {
  return [...quads].map(({ subject, predicate, object }) => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
  }));
}

/** CSV as RFC 4180 section 2 has it; a cell left empty is an unbound variable. */
function readCsv(file: string): Row[] {
  const text = file.replace(/^\uFEFF/, '');
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, quoted, plain = '', end] of cells) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') lines.push([]);
  }
  const [names = [], ...rows] = lines.slice(0, -1);
  return rows.map(
    row =>
      Object.fromEntries(row.map((cell, i) => [names[i], cell]).filter(([, cell]) => cell !== '')) as Row,
  );
}

describe('stored queries on the data of the register', () => {
  let server: Server;
  const get = async (name: string, extension: string, asked: Expected['asked'] = {}) => {
    const search = new URLSearchParams(asked).toString();
    const answer = await server.ask(`/queries/${name}.${extension}?${search}`);
    assert.equal(answer.status, 200, answer.text);
    return answer;
  };

  before(async () => {
    server = await sharedServer();
  });

  it('are all expected something of, and are at least twenty', async () => {
    const { text } = await server.ask('/queries.json');
    const names = (JSON.parse(text) as { name: string }[]).map(({ name }) => name);
    assert.deepEqual(names.sort(), Object.keys({ ...expectedTables, ...expectedGraphs }).sort());
    assert.ok(names.length >= 20);
  });

  for (const [name, expected] of Object.entries(expectedTables))
    it(`${name} gives its rows, alike in JSON and CSV, in French and English`, async () => {
      const json = await get(name, 'json', expected.asked);
      assert.equal(mediaType(json), 'application/sparql-results+json');
      const { results } = JSON.parse(json.text) as {
        results: { bindings: Record<string, { value: string }>[] };
      };
      const rows = results.bindings.map(row =>
        Object.fromEntries(Object.entries(row).map(([key, { value }]) => [key, value])),
      );
      assertHas(rows, expected);
      const csv = await get(name, 'csv', expected.asked);
      assert.equal(mediaType(csv), 'text/csv');
      assert.deepEqual(readCsv(csv.text), rows);
      const english = await get(name, 'csv', { ...expected.asked, lang: 'en' });
      assert.equal(readCsv(english.text).length, expected.size);
    });

  for (const [name, expected] of Object.entries(expectedGraphs))
    it(`${name} gives its triples, alike in Turtle, JSON-LD, RDF/XML and N-Triples`, async () => {
      const formats = { ttl: 'turtle', jsonld: 'jsonld', rdf: 'rdfxml', nt: 'ntriples' } as const;
      for (const [extension, format] of Object.entries(formats)) {
        const { text } = await get(name, extension, expected.asked);
        assertHas(toRows(await parseRdf(text, { format, base: `${base}/` })), expected);
      }
    });
});
