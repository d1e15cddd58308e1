import assert from 'node:assert/strict';
import { parameterAliases } from '../../src/http/parameters.js';
import { headlineOf } from '../../src/register/entries.js';
import { facetsOf } from '../../src/register/facets.js';
import { kinds } from '../../src/register/kinds.js';
import type { Register } from '../../src/register/read.js';
import { readDate } from '../../src/register/written-date.js';
import { sharedServer } from '../support/server.js';
import { get, getJson, ready, storedTriples, triplesOf } from './support.js';

type Node = Readonly<Record<string, unknown>>;

const naming = ['title', 'foaf:name', 'prefLabel', 'label', 'placeName'];

/** A node and all nodes within it. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

/** Whatever has a name has it under one key; parameters and keys are called the same. */
function assertCommon(thing: Node, where: string): void {
  assert.ok(thing['name'], `${where} has no name`);
  for (const node of nodesIn(thing)) {
    const named = naming.find(key => key in node);
    if (named !== undefined) assert.deepEqual(node['name'], node[named], where);
    assert.deepEqual(node['licence'], node['license'], where);
    assert.deepEqual(node['actor'], node['agent'], where);
  }
}

describe('keys that all kinds have in the API', () => {
  let register: Register;
  before(ready);
  before(async () => {
    register = (await sharedServer()).house.register;
  });

  for (const kind of kinds)
    it(`${kind}: name what a thing is called, and when it was, in lists`, async () => {
      const { member } = await getJson<{ member: Node[] }>(`/api/${kind}?size=500&include=involvement`);
      const entries = new Map(
        [...(await register.entries(kind)).values()].map(entry => [register.identifiers.thing(entry), entry]),
      );
      assert.equal(member.length, Math.min(entries.size, 500));
      for (const card of member) {
        const id = String(card['id']);
        assertCommon(card, id);
        const { date, end } = entries.get(id) ?? {};
        assert.deepEqual([card['date'], card['end']], [date, end], id);
        assert.deepEqual(
          [card['datePrecision'], card['endPrecision']],
          [date, end].map(text => (text === undefined ? undefined : readDate(text)?.precision)),
          id,
        );
      }
    });

  it('are the same in records and in searches, in one language too', async () => {
    for (const kind of kinds) {
      const [entry] = (await register.entries(kind)).values();
      if (!entry) continue;
      const { '@context': context, incoming, ...record } = await getJson<Node>(`/api/${entry.path}?lang=en`);
      assert.ok(context);
      for (const { member } of incoming as readonly { member: Node[] }[])
        for (const { name } of member) assert.ok(name, entry.path);
      assertCommon(record, entry.path);
      assert.equal(record['date'], (await headlineOf(entry, register)).date);
      assert.equal(Object.keys(record['name'] as object).length, 1);
    }
    const { member } = await getJson<{ member: Node[] }>('/api/search?q=commun&size=200');
    assert.ok(member.length > 50);
    for (const card of member) assertCommon(card, String(card['id']));
  });

  it('say nothing to a JSON-LD processor that the store does not', async () => {
    const stored = await storedTriples();
    for (const path of [
      '/api/actor/ademe',
      '/api/commons/openstreetmap',
      '/api/territory?size=20',
      '/api/search?q=ademe',
    ]) {
      const said = await triplesOf((await get(path)).text);
      assert.deepEqual(
        [...said].filter(triple => !stored.has(triple)),
        [],
        path,
      );
    }
    const actor = [...(await triplesOf((await get('/api/actor/ademe')).text))];
    assert.ok(actor.some(triple => triple.includes('foaf/0.1/name')));
  });

  it('are no aliases of one another', async () => {
    const questions = [...(await (await sharedServer()).house.context.queries()).values()];
    const names = [
      ...kinds.flatMap(kind => Object.keys(facetsOf[kind])),
      ...questions.flatMap(({ header }) => Object.keys(header.parameters)),
    ];
    for (const [alias, name] of Object.entries(parameterAliases)) {
      assert.ok(!names.includes(alias), alias);
      assert.ok(names.includes(name), name);
    }
  });

  it('are what parameters are called; the other spelling is obeyed', async () => {
    const ids = async (path: string) => (await getJson<{ member: Node[] }>(path)).member.map(({ id }) => id);
    const wanted = await ids('/api/commons?licence=MIT&size=500');
    assert.ok(wanted.length > 0);
    assert.deepEqual(await ids('/api/commons?license=MIT&size=500'), wanted);
    const { view } = await getJson<{ view: Node }>('/api/commons?license=MIT&size=2');
    assert.match(String(view['first']), /[?&]licence=MIT/);
    const both = '/api/commons?license=MIT&licence=AGPL-3.0-or-later&size=500';
    assert.ok((await ids(both)).length >= wanted.length);
    for (const path of ['/commons.csv?license=MIT', '/commons.geojson?license=MIT'])
      assert.equal((await get(path)).text, (await get(path.replace('license', 'licence'))).text);
    assert.equal((await get('/api/action?license=MIT')).status, 400);
    assert.equal((await get('/api/commons?licens=MIT')).status, 400);
    for (const alias of ['organisation', 'organization'])
      assert.deepEqual(
        await ids(`/api/action?${alias}=ademe&size=500`),
        await ids('/api/action?actor=ademe&size=500'),
      );
    const page = (await get('/commons?license=MIT', { accept: 'text/html' })).text;
    const plain = (await get('/commons?licence=MIT', { accept: 'text/html' })).text;
    assert.equal(page, plain);
  });
});
