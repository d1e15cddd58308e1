import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { iri } from '../../src/rdf/prefixes.js';
import { sharedServer } from '../support/server.js';
import { getJson, get, ready } from '../api/support.js';

interface List {
  readonly totalItems: number;
  readonly member: readonly { readonly id: string }[];
}

const roles = 'https://w3id.org/communaux/vocabulary/role#';

/** The things that an actor takes part in, by role, straight from the triples of the register. */
async function stated(kind: string): Promise<Map<string, Set<string>>> {
  const { register } = (await sharedServer()).house;
  const { base } = register.identifiers;
  const by = new Map<string, Set<string>>();
  const quads = [...register.store.quads()].filter(({ graph }) => graph.value.startsWith(`${base}/${kind}/`));
  const objects = (subject: string, property: string) =>
    quads.filter(quad => quad.subject.value === subject && quad.predicate.value === property);
  for (const { subject, object } of quads.filter(
    quad => quad.predicate.value === iri('pac', 'hasInvolvement'),
  ))
    for (const agent of objects(object.value, iri('prov', 'agent')))
      for (const role of objects(object.value, iri('prov', 'hadRole'))) {
        const key = `${agent.object.value.split('/').at(-1) ?? ''} ${role.object.value.replace(roles, '')}`;
        by.set(key, (by.get(key) ?? new Set()).add(subject.value));
      }
  return by;
}

describe('an actor in a role', () => {
  before(ready);

  for (const kind of ['commons', 'action'] as const)
    it(`finds the ${kind} of that role, and no other, in the API, the file and the page`, async function () {
      this.timeout(120_000);
      const server = await sharedServer();
      const all = [...(await stated(kind))];
      assert.ok(all.length > 100);
      for (const [key, things] of all.filter((_, index) => index % 25 === 0)) {
        const [actor = '', role = ''] = key.split(' ');
        const query = `actor=${actor}&role=${role}`;
        const { member } = await getJson<List>(`/api/${kind}?${query}&size=500`);
        assert.deepEqual(member.map(({ id }) => id).sort(), [...things].sort(), key);
        const rows = parse((await get(`/${kind}.csv?${query}`)).text, {
          bom: true,
          columns: true,
        }) as unknown[];
        assert.equal(rows.length, things.size, key);
        const { facets, total } = await server.house.register.list(kind, 'fr', {
          facets: { actor: [actor], role: [role] },
        });
        assert.equal(total, things.size);
        // What the page says that another role would find is what it finds.
        const others = facets.find(({ name }) => name === 'role')?.values ?? [];
        for (const { id, count } of others)
          assert.equal(
            count,
            all.find(([other]) => other === `${actor} ${id}`)?.[1].size ?? 0,
            `${actor} ${id}`,
          );
      }
    });

  it('finds nothing, and is there, where no involvement has both', async () => {
    assert.equal((await getJson<List>('/api/commons?actor=ademe&role=buyer')).totalItems, 0);
    assert.ok((await getJson<List>('/api/commons?role=user')).totalItems > 0);
    assert.equal((await get('/api/commons?role=users')).status, 400);
    const byIri = `/api/commons?role=${encodeURIComponent(`${roles}user`)}`;
    assert.deepEqual(await getJson(byIri), await getJson('/api/commons?role=user'));
  });
});
