import assert from 'node:assert/strict';
import { incomingIn } from '../../src/http/api/incoming.js';
import { incomingOf } from '../../src/register/incoming.js';
import { kinds } from '../../src/register/kinds.js';
import { Register } from '../../src/register/read.js';
import { languages, type Language } from '../../src/register/text.js';
import type { QuadStore } from '../../src/store/quad-store.js';
import { sharedServer } from '../support/server.js';
import { get, getJson, pathOf, ready, storedTriples, triplesOf } from './support.js';

interface Named {
  readonly id: string;
}

interface Card extends Named {
  readonly hasInvolvement?: readonly (Named & { readonly agent: Named; readonly role: Named })[];
}

interface List {
  readonly member: readonly Card[];
  readonly view: Readonly<Record<string, string>>;
}

interface Item extends Card {
  readonly incoming: readonly {
    readonly relation: string;
    readonly label: Readonly<Record<string, string>>;
    readonly member: readonly (Named & {
      readonly kind: string;
      readonly name: Readonly<Record<string, string>>;
    })[];
  }[];
}

describe('who takes part, in the lists of the API', () => {
  before(ready);

  for (const kind of ['commons', 'action'] as const)
    it(`is told with each card of ${kind} by include=involvement, as its record tells it`, async () => {
      const { member } = await getJson<List>(`/api/${kind}?include=involvement&size=30&sort=date`);
      assert.ok(member.filter(({ hasInvolvement }) => hasInvolvement).length > 20);
      for (const { id, hasInvolvement } of member) {
        const item = await getJson<Card>(pathOf(id).replace('/id/', '/api/'));
        assert.deepEqual(hasInvolvement, item.hasInvolvement, id);
      }
    });

  it('is left out of cards unless asked for, and kept from page to page', async () => {
    const { member } = await getJson<List>('/api/commons?size=20');
    assert.ok(member.every(({ hasInvolvement }) => hasInvolvement === undefined));
    const { view } = await getJson<List>('/api/commons?size=20&include=involvement');
    assert.match(view['next'] ?? '', /include=involvement/);
    assert.equal((await get('/api/commons?include=everything')).status, 400);
  });

  it('is nothing that is not in the store, and the same in Turtle', async () => {
    const stored = await storedTriples();
    const said = await triplesOf((await get('/api/commons?include=involvement&size=50')).text);
    assert.ok([...said].every(triple => stored.has(triple)));
    const turtle = await get('/api/commons?include=involvement&size=50&format=ttl');
    assert.match(turtle.text, /pac:hasInvolvement/);
  });
});

describe('what other records say of a thing, in its record of the API', () => {
  before(ready);

  for (const path of ['actor/ademe', 'actor/dinum', 'territory/fr', 'theme/geography', 'need/accessibilite'])
    it(`${path}: is what its page says`, async () => {
      const { register } = (await sharedServer()).house;
      const [kind = '', slug = ''] = path.split('/');
      const name = { kind: kinds.find(known => known === kind) ?? 'actor', slug };
      const { incoming } = await getJson<Item>(`/api/${path}`);
      assert.ok(incoming.length > 0);
      for (const language of languages) {
        const shown = await incomingOf(name, language, register);
        assert.deepEqual(
          incoming.map(({ relation, label }) => [relation, label[language]]).sort(),
          shown.map(({ name: relation, label }) => [relation, label.value]).sort(),
        );
        for (const { name: relation, values } of shown) {
          const told = incoming.find(known => known.relation === relation)?.member ?? [];
          const expected = values.flatMap(value => (value.type === 'record' ? [value] : []));
          assert.deepEqual(
            told.map(({ id }) => pathOf(id)).sort(),
            expected.map(value => `/id/${value.path}`).sort(),
          );
          for (const { id, name: called, kind: named } of told) {
            const value = expected.find(known => `/id/${known.path}` === pathOf(id));
            assert.equal(named, value?.kind);
            assert.ok(Object.values(called).includes(value?.text.value ?? ''));
          }
        }
      }
    });

  it('tells an actor what it uses, funds or organises, by the role', async () => {
    const { incoming } = await getJson<Item>('/api/actor/ademe?lang=fr');
    const relations = incoming.map(({ relation }) => relation);
    assert.ok(
      relations.some(relation => relation.includes('role')) && relations.length > 1,
      relations.join(),
    );
    for (const { label, member } of incoming) {
      assert.deepEqual(Object.keys(label), ['fr']);
      assert.ok(member.length > 0);
    }
  });

  it('is read once, for all languages as for one', async () => {
    const { register } = (await sharedServer()).house;
    const name = { kind: 'actor', slug: 'ademe' } as const;
    const readFor = async (language: Language | undefined) => {
      let asked = 0;
      const { store: real, queries, identifiers } = register;
      const store = {
        graph: (...what) => real.graph(...what),
        about: (...what) => {
          asked += 1;
          return real.about(...what);
        },
      } as Pick<QuadStore, 'graph' | 'about'> as QuadStore;
      const told = await incomingIn(name, language, new Register(store, queries, identifiers));
      return { asked, told };
    };
    const [all, french] = [await readFor(undefined), await readFor('fr')];
    assert.ok(french.asked > 10);
    assert.equal(all.asked, french.asked);
    assert.deepEqual(
      all.told.map(({ relation }) => relation),
      french.told.map(({ relation }) => relation),
    );
  });

  it('is empty, and there, where there is nothing', async () => {
    const { register } = (await sharedServer()).house;
    const paths = [...(await register.entries('actor')).keys()];
    const all = await Promise.all(paths.map(path => getJson<Item>(`/api/${path}`)));
    assert.ok(all.every(({ incoming }) => Array.isArray(incoming)));
  });
});
