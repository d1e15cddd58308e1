import assert from 'node:assert/strict';
import { facetsOf } from '../../src/register/facets.js';
import { sorts, type Criteria } from '../../src/register/criteria.js';
import { matching } from '../../src/register/find.js';
import { toRecordName } from '../../src/register/identifiers.js';
import { kinds, type Kind } from '../../src/register/kinds.js';
import type { Register } from '../../src/register/read.js';
import { listQuery, recordQuery } from '../../src/register/sparql-links.js';
import type { SparqlEngine } from '../../src/sparql/engine.js';
import { sharedServer } from '../support/server.js';

const everything: Criteria = { facets: {}, sort: 'title', page: 1, pageSize: 50 };

type Row = Readonly<Record<string, { readonly value: string; readonly 'xml:lang'?: string }>>;

async function rowsOf(text: string, engine: SparqlEngine): Promise<Row[]> {
  const { body } = await engine.answer({ text, formats: { solutions: 'json' } });
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  const { results } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { results: { bindings: Row[] } };
  return results.bindings;
}

describe('sparql links', function () {
  this.timeout(120_000);
  let register: Register;
  let engine: SparqlEngine;

  before(async () => {
    ({ register, publicEngine: engine } = (await sharedServer()).house);
  });

  /** The rows of a list's query, which must be the records of the list. */
  async function assertSame(kind: Kind, asked: Partial<Criteria>): Promise<Row[]> {
    const criteria = { ...everything, ...asked };
    const found = (await matching(kind, criteria, register, 'fr')).map(({ path }) => path);
    const query = listQuery({ kind, criteria, found }, 'fr', register.identifiers);
    assert.ok(query !== undefined);
    const rows = await rowsOf(query, engine);
    const things = rows.map(row => row['thing']?.value);
    const expected = found.map(path => `${register.identifiers.base}/id/${path}`);
    assert.deepEqual(things.toSorted(), expected.toSorted(), `${JSON.stringify(asked)}\n${query}`);
    return rows;
  }

  for (const kind of kinds)
    it(`gives the whole list of "${kind}", each with its title`, async () => {
      const rows = await assertSame(kind, {});
      for (const row of rows) assert.equal(row['title']?.['xml:lang'], 'fr', row['thing']?.value);
    });

  for (const kind of kinds)
    for (const name of Object.keys(facetsOf[kind]))
      it(`gives the list of "${kind}" narrowed by "${name}"`, async () => {
        const { facets } = await register.list(kind, 'fr');
        const values = facets.find(facet => facet.name === name)?.values ?? [];
        // The most and the least frequent, then two at once.
        const [most, least] = [values.at(0)?.id, values.at(-1)?.id];
        for (const wanted of [[most], [least], [most, least]])
          await assertSame(kind, { facets: { [name]: wanted.filter(id => id !== undefined) } });
      });

  it('gives lists narrowed by an actor in a role, told of one involvement', async () => {
    for (const kind of ['action', 'commons'] as const)
      for (const role of ['funder', 'involved', 'steward', 'user'])
        for (const actor of ['ademe', 'ign', 'dinum'])
          await assertSame(kind, { facets: { actor: [actor, 'anct'], role: [role] } });
    await assertSame('commons', { facets: { actor: ['ign'], role: ['involved'], theme: ['geography'] } });
  });

  it('gives lists narrowed by several facets, by a day, and by words', async () => {
    await assertSame('action', {
      facets: { status: ['ongoing'], verification: ['sourced'], year: ['2024'] },
    });
    await assertSame('commons', { since: '2026-11-22' });
    await assertSame('commons', { since: '2030-01-01' });
    await assertSame('commons', { q: 'adresse nationale', sort: 'relevance' });
    await assertSame('actor', { q: 'zzzzzzzz' });
  });

  for (const sort of sorts)
    it(`keeps a list whole when it is sorted by ${sort}`, async () => {
      await assertSame('event', { sort });
      await assertSame('action', { sort, facets: { year: ['2023', '2024'] } });
    });

  it('puts the latest first when a list is sorted by date, as the page does', async () => {
    const rows = await assertSame('event', { sort: 'date' });
    const entries = await register.entries('event');
    const found = rows.map(row => {
      const name = register.identifiers.ofThing(row['thing']?.value ?? '');
      return name && entries.get(register.identifiers.path(name));
    });
    const begins = found.map(entry => [entry?.began ?? -Infinity, entry?.date ?? ''] as const);
    const latestFirst = begins.toSorted(([a, text], [b, other]) => b - a || (text < other ? 1 : -1));
    assert.deepEqual(begins, latestFirst);
  });

  it('does not let a value end its IRI or its text', async () => {
    const hostile = 'x> . ?s ?p ?o } # " \\ \n\u0000{`|^';
    for (const kind of ['action', 'commons', 'event'] as const)
      for (const name of Object.keys(facetsOf[kind]))
        await assertSame(kind, { facets: { [name]: [hostile] } });
    await assertSame('action', { since: '9"\n} #' });
  });

  it('leaves out an enumeration that no address can hold', () => {
    const found = Array.from({ length: 251 }, (_, index) => `action/a${String(index)}`);
    const shown = { kind: 'action', criteria: { ...everything, q: 'a' }, found } as const;
    assert.equal(listQuery(shown, 'fr', register.identifiers), undefined);
    const whole = { ...shown, criteria: everything };
    assert.ok(listQuery(whole, 'fr', register.identifiers));
  });

  it('gives everything that the register states of a record', async () => {
    for (const path of ['commons/openstreetmap', 'actor/dinum', 'territory/fr', 'theme/geography']) {
      const name = toRecordName(path);
      assert.ok(name);
      const { identifiers } = register;
      const [thing, document] = [identifiers.thing(name), identifiers.document(name)];
      const own = (await register.document(document)) ?? [];
      const incoming = [...register.store.quads()].filter(
        ({ object, graph }) =>
          object.value === thing && graph.value !== document && graph.value !== identifiers.entailedGraph,
      );
      const rows = await rowsOf(recordQuery(name, identifiers), engine);
      assert.equal(rows.length, own.length + incoming.length, path);
      assert.ok(own.length > 5 && incoming.length > 0, path);
      assert.ok(rows.every(row => row['graph'] && row['subject'] && row['property'] && row['value']));
    }
  });

  it('fits into an address, with the longest words and filters there are', async () => {
    for (const kind of kinds) {
      const criteria = { ...everything, q: 'a' };
      const found = [...(await register.entries(kind)).keys()].slice(0, 250);
      const query = listQuery({ kind, criteria, found }, 'fr', register.identifiers) ?? '';
      // The server takes 16 kB of headers in all.
      assert.ok(new URLSearchParams({ query }).toString().length < 15_000, kind);
    }
  });
});
