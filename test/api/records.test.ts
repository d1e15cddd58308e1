import assert from 'node:assert/strict';
import { kinds } from '../../src/register/kinds.js';
import { sharedServer } from '../support/server.js';
import { documentTriples, get, getJson, linkOf, ready, storedTriples, triplesOf } from './support.js';

describe('records of the API', () => {
  before(ready);

  for (const kind of kinds)
    it(`${kind}: no card shows readers @none, with those who take part neither`, async () => {
      const { status, text } = await get(`/api/${kind}?size=500&include=involvement`);
      assert.equal(status, 200);
      assert.ok(!text.includes('@none'));
    }).timeout(120_000);

  for (const kind of kinds)
    it(`${kind}: every record says all that its graph says, and nothing that is not in the store`, async function () {
      this.timeout(120_000);
      const server = await sharedServer();
      const { register } = server.house;
      const stored = await storedTriples();
      for (const entry of (await register.entries(kind)).values()) {
        const { status, text } = await get(`/api/${entry.path}`);
        assert.equal(status, 200, entry.path);
        assert.ok(!text.includes('@none'), `${entry.path} shows readers @none`);
        const said = await triplesOf(text);
        const invented = [...said].filter(triple => !stored.has(triple));
        assert.deepEqual(invented, [], `${entry.path} says what is not in the store`);
        const graph = await documentTriples(server, register.identifiers.document(entry));
        assert.deepEqual(
          graph.filter(triple => !said.has(triple)),
          [],
          `${entry.path} leaves out what its graph says`,
        );
      }
    });

  it('says the same with the context inlined', async () => {
    const linked = await get('/api/action/aap-communs-ia-generative');
    const inlined = await get('/api/action/aap-communs-ia-generative?context=inline');
    const context = JSON.parse(inlined.text) as { '@context': unknown };
    assert.equal(typeof context['@context'], 'object');
    assert.deepEqual(await triplesOf(inlined.text), await triplesOf(linked.text));
  });

  it('has the thing at its top, its record within, and names of what it is linked to', async () => {
    const action = await getJson<Record<string, unknown>>('/api/action/aap-communs-ia-generative');
    assert.deepEqual(Object.keys(action).slice(0, 4), ['@context', 'id', 'type', 'title']);
    assert.equal([action['@context']].flat()[0], 'http://localhost:3000/context/v1.jsonld');
    assert.equal(action['id'], 'http://localhost:3000/id/action/aap-communs-ia-generative');
    assert.equal(action['startMonth'], '2023-06');
    assert.equal(action['endDate'], '2023-10-24');
    assert.deepEqual(action['spatial'], [
      {
        id: 'http://localhost:3000/id/territory/fr',
        prefLabel: { fr: 'France', en: 'France' },
        name: { fr: 'France', en: 'France' },
      },
    ]);
    const { id, modified } = action['record'] as Record<string, unknown>;
    assert.deepEqual(
      { id, modified },
      {
        id: 'http://localhost:3000/action/aap-communs-ia-generative',
        modified: '2026-11-22',
      },
    );
  });

  it('keeps one language of each text when asked to, and adds nothing', async () => {
    const all = await triplesOf((await get('/api/commons/openstreetmap')).text);
    const french = await get('/api/commons/openstreetmap?lang=fr');
    const said = await triplesOf(french.text);
    assert.deepEqual(
      [...said].filter(triple => !all.has(triple)),
      [],
    );
    assert.ok([...said].some(triple => triple.endsWith(',"fr"]')));
    assert.deepEqual(
      [...said].filter(triple => triple.endsWith(',"en"]')),
      [],
    );
  });

  it('is open to every site, and known again by its tag', async () => {
    const path = '/api/theme/open-data';
    const answered = await get(path, { origin: 'https://elsewhere.example' });
    const { headers } = answered;
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['content-type'], 'application/ld+json; charset=utf-8');
    assert.match(linkOf(answered), /<http:\/\/localhost:3000\/id\/theme\/open-data>; rel="describes"/);
    const tag = headers.etag ?? '';
    assert.equal((await get(path, { 'if-none-match': tag })).status, 304);
    assert.notEqual((await get(`${path}?lang=fr`)).headers.etag, tag);
  });

  it('refuses what it does not have', async () => {
    assert.equal((await get('/api/commons/nothing-of-the-kind')).status, 404);
    assert.equal((await get('/api/nothing/openstreetmap')).status, 404);
    assert.equal((await get('/api/commons/openstreetmap', { accept: 'image/png' })).status, 406);
  });
});
