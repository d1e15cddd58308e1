import assert from 'node:assert/strict';
import { fileExtensionsOf } from '../../src/http/api/files.js';
import { readCriteria } from '../../src/http/criteria.js';
import { kinds, type Kind } from '../../src/register/kinds.js';
import { sharedServer } from '../support/server.js';
import { pathOf, ready } from '../api/support.js';

/** The two ways into the register: whoever follows one from a record must come to a list, be it empty. */
const ways = ['actor', 'territory'] as const;

const doorsOf = (kind: Kind) => [
  `/api/${kind}`,
  `/${kind}`,
  ...fileExtensionsOf(kind).map(extension => `/${kind}.${extension}`),
];

/** How many records an answer of any list has, where it says so in a way that programs read. */
const countIn: Readonly<Record<string, (text: string) => number>> = {
  api: text => (JSON.parse(text) as { totalItems: number }).totalItems,
  csv: text => text.trim().split('\r\n').length - 1,
  geojson: text => (JSON.parse(text) as { features: unknown[] }).features.length,
  ics: text => text.split('BEGIN:VEVENT').length - 1,
};

describe('every actor and every territory', () => {
  before(ready);

  for (const way of ways)
    it(`${way}: narrows every list, to an empty one where no record has it`, async function () {
      this.timeout(60_000);
      const { context, register } = (await sharedServer()).house;
      let empty = 0;
      for (const { slug } of (await register.entries(way)).values())
        for (const kind of kinds) {
          const criteria = await readCriteria(kind, new URLSearchParams({ [way]: slug }), context);
          const found = await register.matching(kind, 'fr', criteria);
          for (const { facets } of found) assert.ok(facets[way]?.includes(slug));
          if (found.length === 0) empty += 1;
        }
      assert.ok(empty > 500, `${empty} empty lists`);
    });

  it('is answered with 200 by every list of the API, the files and the pages', async function () {
    this.timeout(120_000);
    const server = await sharedServer();
    const { register } = server.house;
    for (const way of ways) {
      const slugs = [...(await register.entries(way)).values()].map(({ slug }) => slug);
      const some = slugs.filter((_, index) => index % 60 === 0);
      for (const slug of some)
        for (const kind of kinds) {
          const { length } = await register.matching(kind, 'fr', { facets: { [way]: [slug] } });
          for (const door of doorsOf(kind)) {
            const accept = door === `/${kind}` ? 'text/html' : '*/*';
            const { status, text } = await server.ask(`${door}?${way}=${slug}`, { headers: { accept } });
            assert.equal(status, 200, `${door}?${way}=${slug}: ${text.slice(0, 200)}`);
            const extension = door.startsWith('/api/') ? 'api' : (door.split('.')[1] ?? '');
            const count = countIn[extension]?.(text);
            if (length === 0 && count !== undefined) assert.equal(count, 0, `${door}?${way}=${slug}`);
            if (extension === 'api') assert.equal(count, length, `${door}?${way}=${slug}`);
          }
        }
    }
  });

  it('is refused by its name where it is unknown, whatever the list', async () => {
    const server = await sharedServer();
    for (const way of ways)
      for (const kind of kinds)
        for (const door of doorsOf(kind)) {
          const headers = { accept: door === `/${kind}` ? 'text/html' : '*/*' };
          assert.equal((await server.ask(`${door}?${way}=no-such-record`, { headers })).status, 400, door);
        }
  });
});

describe('the IRIs that the API gives', () => {
  before(ready);

  it('narrow its lists as their short names do', async () => {
    const server = await sharedServer();
    const json = async (path: string) => JSON.parse((await server.ask(path)).text) as Record<string, unknown>;
    const card = await json('/api/commons/openstreetmap');
    const idOf = (value: unknown) => (value as { id: string }).id;
    for (const [name, iri] of [
      ['theme', idOf((card['subject'] as unknown[])[0])],
      ['territory', idOf((card['spatial'] as unknown[])[0])],
      ['type', idOf(card['commonsKind'])],
      ['licence', idOf((card['license'] as unknown[])[0])],
      ['actor', idOf((card['hasInvolvement'] as { agent: unknown }[])[0]?.agent)],
      ['verification', idOf((card['record'] as Record<string, unknown>)['verificationLevel'])],
    ] as const) {
      const short = iri.replace(/^.*[/#]/, '');
      const [byIri, byName] = await Promise.all(
        [iri, short].map(value => json(`/api/commons?${new URLSearchParams({ [name]: value }).toString()}`)),
      );
      assert.ok(Number(byIri?.['totalItems']) > 0, name);
      assert.deepEqual(byIri, byName, name);
      const { view } = byIri as { view: { id: string } };
      assert.equal(pathOf(view.id), `/api/commons?${name}=${short}&page=1`);
    }
  });
});
