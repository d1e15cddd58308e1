import assert from 'node:assert/strict';
import { mediaType } from '../support/http.js';
import { get, ready } from './support.js';

const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

describe('the page of the API', () => {
  before(ready);

  it('is for browsers, in both languages; programs get the entry point', async () => {
    const french = await get('/api?lang=fr', asBrowser);
    assert.equal(mediaType(french), 'text/html');
    assert.match(french.text, /<h1>API du registre<\/h1>/);
    assert.match((await get('/api?lang=en', asBrowser)).text, /<h1>API of the register<\/h1>/);
    for (const accept of ['*/*', 'application/json', 'application/ld+json'])
      assert.equal(mediaType(await get('/api', { accept })), 'application/ld+json', accept);
  });

  it('leads only to what is there', async function () {
    this.timeout(120_000);
    const { text } = await get('/api', asBrowser);
    const targets = [...text.matchAll(/<a href="(\/[^"#]*)/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const requests = [...new Set(targets)].filter(href => /^\/(api|context|sparql|[a-z]+\.)/.test(href));
    assert.ok(requests.length > 40, `${requests.length} requests to try`);
    for (const href of requests) {
      const { status } = await get(href);
      assert.ok(status === 200 || status === 303, `${href} answers ${status}`);
    }
  });

  it('names every list, with its parameters, and weighs less than 100 kB', async () => {
    const { text } = await get('/api', asBrowser);
    for (const expected of ['/api/action', '/api/event', '/commons.csv', '/territory.geojson', '/event.ics'])
      assert.ok(text.includes(`<code>${expected}</code>`), expected);
    assert.ok(Buffer.byteLength(text) < 100_000);
  });
});
