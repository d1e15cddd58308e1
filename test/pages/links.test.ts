import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  fileHref,
  followableUrl,
  hrefsWith,
  pageHref,
  pageUrl,
  readableUrl,
  type Place,
} from '../../src/pages/links.js';

const root: Place = { base: 'http://localhost:3000', path: '', lang: 'fr' };
const english: Place = { ...root, lang: 'en' };
const nested: Place = { ...root, base: 'https://example.org/communaux/' };

describe('links', () => {
  it('say no language for French, which is the default, and the others in the query', () => {
    assert.equal(pageHref(root, 'action'), '/action');
    assert.equal(pageHref(root, '', { lang: 'en' }), '/');
    assert.equal(pageHref(english, 'action', { page: '2' }), '/action?page=2&lang=en');
    assert.equal(pageHref(english, 'vocabulary/role#steward'), '/vocabulary/role?lang=en#steward');
  });

  it('are the fragment alone within the same page', () => {
    const role: Place = { ...english, path: 'vocabulary/role' };
    assert.equal(pageHref(role, 'vocabulary/role#steward'), '#steward');
    assert.equal(pageHref(role, 'vocabulary/role-model#steward'), '/vocabulary/role-model?lang=en#steward');
  });

  it('stay under the path of the instance', () => {
    assert.equal(pageHref(nested, ''), '/communaux/');
    assert.equal(pageHref(nested, 'action'), '/communaux/action');
    assert.equal(fileHref(nested.base, 'action/x.ttl'), '/communaux/action/x.ttl');
    assert.equal(
      pageUrl({ ...nested, lang: 'en' }, 'action'),
      'https://example.org/communaux/action?lang=en',
    );
  });

  it('are what a URL makes of any path', () => {
    const part = fc.stringMatching(/^[\w.#/-]{0,6}$/);
    fc.assert(
      fc.property(
        fc.array(part).map(parts => parts.join('')),
        fc.constantFrom(root, nested),
        (path, { base }) => {
          const [plain = '', fragment = ''] = path.split('#', 2);
          const url = new URL(base);
          url.pathname = `${url.pathname.replace(/\/$/, '')}/${plain}`;
          url.hash = fragment;
          assert.equal(fileHref(base, path), url.pathname.replace(/^\/{2,}/, '/') + url.hash);
        },
      ),
    );
  });

  it('to many pages that differ in one parameter are those to each', () => {
    const text = fc.string({ maxLength: 8 });
    const pairs = fc.array(fc.tuple(text, text));
    fc.assert(
      fc.property(pairs, text, text, fc.constantFrom(root, english), (shared, name, value, place) => {
        const each = hrefsWith(place, 'action', shared);
        assert.equal(each(name, value), pageHref(place, 'action', [...shared, [name, value]]));
      }),
    );
  });

  it('escape what a query holds', () => {
    const query = 'SELECT * WHERE { ?s ?p "a&b" }';
    const href = pageHref(root, 'sparql', { query });
    assert.equal(new URL(href, root.base).searchParams.get('query'), query);
  });

  for (const hostile of [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'a?b=//evil.example',
  ])
    it(`never leave the instance for the path ${hostile}`, () => {
      for (const { base } of [root, nested]) {
        const href = pageHref({ ...root, base }, hostile);
        assert.equal(new URL(href, base).origin, new URL(base).origin);
        assert.match(href, /^\/(?![/\\])/);
        assert.equal(new URL(href, base).search, '');
      }
    });

  it('follow only http, https and mailto', () => {
    for (const href of ['http://a.example/', 'https://a.example/', 'mailto:contact@a.example'])
      assert.equal(followableUrl(href)?.href, href);
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'urn:isbn:1',
      'blob:http://a/',
      '/relative',
      '',
      'http://',
    ])
      assert.equal(followableUrl(href), undefined, href);
  });

  it('shorten a long address to its host and its end', () => {
    assert.equal(readableUrl('https://www.openstreetmap.org/'), 'www.openstreetmap.org');
    assert.equal(readableUrl('mailto:contact@a.example'), 'contact@a.example');
    assert.equal(
      readableUrl('https://github.com/etalab/communs.numerique.gouv.fr/blob/HEAD/communs/index.md'),
      'github.com/…/communs.numerique.gouv.fr/blob/HEAD/communs/index.md',
    );
    const long = readableUrl(`https://example.org/${'a'.repeat(200)}z`);
    assert.match(long, /^example\.org\/…a+z$/);
    assert.ok(long.length <= 66);
  });
});
