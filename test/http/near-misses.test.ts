import assert from 'node:assert/strict';
import { addressNames } from '../../src/http/address-names.js';
import { all, readMarkup, words } from '../pages/markup.js';
import { browserAccepts } from '../support/http.js';
import { base, sharedServer, type Server } from '../support/server.js';

describe('an address where there is nothing', () => {
  let server: Server;

  before(async () => {
    server = await sharedServer();
  });

  async function nearest(path: string): Promise<string | undefined> {
    const answer = await server.ask(path, { headers: { accept: 'application/json' } });
    assert.equal(answer.status, 404, path);
    return (JSON.parse(answer.text) as { nearest?: string }).nearest;
  }

  const misses: readonly (readonly [path: string, meant: string])[] = [
    ['/communs', 'commons'],
    ['/Communs/', 'commons'],
    ['/comons', 'commons'],
    ['/actions', 'action'],
    ['/acteurs', 'actor'],
    ['/%C3%A9v%C3%A9nements', 'event'],
    ['/catalogue', 'catalog'],
    ['/ontologie', 'ontology'],
    ['/actor/ANCT', 'actor/anct'],
    ['/acteurs/anct', 'actor/anct'],
    ['/commons/OpenStreetMap', 'commons/openstreetmap'],
    ['/commons/openstretmap', 'commons/openstreetmap'],
    ['/commons/open_street_map', 'commons/openstreetmap'],
    ['/communs/openstreetmap.ttl', 'commons/openstreetmap.ttl'],
    ['/actor/openstreetmap', 'commons/openstreetmap'],
    ['/openstreetmap', 'commons/openstreetmap'],
    ['/id/actor/ANCT', 'id/actor/anct'],
    ['/api/communs', 'api/commons'],
    ['/api/actors/anct', 'api/actor/anct'],
  ];
  for (const [path, meant] of misses)
    it(`${path} proposes /${meant}, which is there`, async () => {
      assert.equal(await nearest(path), `${base}/${meant}`);
      const { status } = await server.ask(`/${meant}`, { headers: { accept: '*/*' } });
      assert.ok(status === 200 || status === 303, `${meant} ${status}`);
    });

  for (const [lang, told] of [
    ['fr', /Vous cherchiez peut-être\s: \/commons/],
    ['en', /Perhaps you are looking for: \/commons/],
  ] as const)
    it(`is told with a link in ${lang}`, async () => {
      const headers = { accept: browserAccepts[0], 'accept-language': lang };
      const page = readMarkup((await server.ask('/communs', { headers })).text);
      assert.match(words(page), told);
      assert.ok(all(page, 'a').some(({ attributes }) => /^\/commons(\?|$)/.test(attributes['href'] ?? '')));
    });

  it('proposes nothing for what is like nothing', async () => {
    for (const path of [
      '/wp-login.php',
      '/commons/zzzzzzzz',
      `/${'a'.repeat(5_000)}`,
      '/a/b/c/d',
      '/.env',
      '/id/about',
    ])
      assert.equal(await nearest(path), undefined, path);
  });

  it('has names of pages that are there', async () => {
    for (const page of new Set(Object.values(addressNames))) {
      const { status } = await server.ask(`/${page}`, { headers: { accept: `${browserAccepts[0]}` } });
      assert.ok([200, 301, 303, 308].includes(status), `${page} ${status}`);
    }
  });

  it('costs no more the longer the name is', async () => {
    await nearest(`/commons/${'open-'.repeat(30)}`);
    const begun = performance.now();
    for (let count = 0; count < 20; count += 1)
      await nearest(`/commons/open-${'street-'.repeat(12)}${count}`);
    assert.ok(performance.now() - begun < 20 * 100);
  });
});
