import assert from 'node:assert/strict';
import { languages } from '../../src/register/text.js';
import { only, readMarkup, words } from '../pages/markup.js';
import { browserAccepts, mediaType } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const html = { accept: browserAccepts[0] };
const forms = ['/commons', '/api/commons', '/commons.csv', '/commons.geojson'] as const;

describe('lists that are asked for too much', () => {
  let server: Server;
  before(async function () {
    this.timeout(120_000);
    server = await sharedServer();
    await server.house.warm();
  });

  for (const lang of languages)
    it(`are refused as a page in ${lang} that names the parameter and the value`, async () => {
      const answer = await server.ask('/commons?theme=water&theme=no-such-theme', {
        headers: { ...html, 'accept-language': lang },
      });
      assert.equal(answer.status, 400);
      const said = words(only(readMarkup(answer.text), 'main'));
      assert.ok(said.includes('theme') && said.includes('no-such-theme'), said);
      assert.match(said, lang === 'fr' ? /n'a pas de valeur/ : /has no value/);
    });

  for (const path of forms)
    it(`${path} refuses an unknown value, and too many, in the same way`, async () => {
      const many = Array.from({ length: 21 }, (_, index) => `actor=x${index}`).join('&');
      for (const [query, parameter] of [
        ['theme=no-such-theme', 'theme'],
        [many, 'actor'],
      ] as const) {
        const answer = await server.ask(`${path}?${query}`);
        assert.equal(answer.status, 400, query);
        assert.equal(mediaType(answer), 'application/problem+json');
        assert.equal((JSON.parse(answer.text) as { parameter: string }).parameter, parameter);
      }
    });

  for (const path of forms)
    it(`${path} is empty, and there, for an actor who has no part in any`, async () => {
      const { register } = server.house;
      const used = new Set(
        [...(await register.entries('commons')).values()].flatMap(({ facets }) => facets['actor'] ?? []),
      );
      const idle = [...(await register.entries('actor')).values()].find(({ slug }) => !used.has(slug));
      const answer = await server.ask(`${path}?actor=${String(idle?.slug)}&lang=en`);
      assert.equal(answer.status, 200);
      if (path === '/commons') assert.match(answer.text, /No record fits these choices/);
      if (path === '/api/commons')
        assert.equal((JSON.parse(answer.text) as { totalItems: number }).totalItems, 0);
      if (path === '/commons.csv') assert.equal(answer.text.trim().split('\r\n').length, 1);
    });

  it('of 1 600 unknown values answer in a moment, with a short page', async () => {
    const query = Array.from({ length: 1_600 }, (_, index) => `theme=${index.toString(36)}`).join('&');
    const started = performance.now();
    const answer = await server.ask(`/commons?${query}`, { headers: html });
    assert.equal(answer.status, 400);
    assert.ok(answer.text.length < 5_000, `${answer.text.length} characters`);
    assert.ok(performance.now() - started < 1_000);
  });

  it('of the same value a thousand times are the list of that value', async () => {
    const once = await server.ask('/commons?theme=water', { headers: html });
    const often = await server.ask(`/commons?${'theme=water&'.repeat(1_000)}`, { headers: html });
    assert.equal(often.status, 200);
    assert.equal(often.headers.etag, once.headers.etag);
    assert.equal(often.text, once.text);
  });

  it('weigh less than 500 kB with all the values that are allowed', async () => {
    const { register } = server.house;
    const longest = async (kind: 'actor' | 'commons' | 'need', count: number) =>
      [...(await register.entries(kind)).values()]
        .map(({ slug }) => `${kind}=${slug}`)
        .sort((a, b) => b.length - a.length)
        .slice(0, count);
    const query = [
      ...(await longest('actor', 20)),
      ...(await longest('commons', 20)),
      ...(await longest('need', 10)),
    ];
    assert.equal(query.length, 50);
    const { status, text } = await server.ask(`/action?${query.join('&')}`, { headers: html });
    assert.equal(status, 200);
    assert.ok(text.length < 500_000, `${text.length} characters`);
  });
});
