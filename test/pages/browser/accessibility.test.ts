import assert from 'node:assert/strict';
import { languages } from '../../../src/register/text.js';
import { sharedServer, type Server } from '../../support/server.js';
import { inTab, overflow, violations, visit } from './browser.js';
import { faulty, inLanguage, pagesOfEveryType } from './pages.js';

const desktop = { width: 1280, height: 900 };
const phone = { width: 375, height: 667 };
/** WCAG 2.1 success criterion 1.4.10: no scrolling in two directions at 320 CSS pixels. */
const narrowest = { width: 320, height: 568 };

const pages = await pagesOfEveryType();

describe('pages in a browser', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const [name, path] of pages)
    for (const lang of languages)
      it(`${name} in ${lang}: light, sound and accessible at every width`, () =>
        inTab(server, { viewport: desktop }, async page => {
          const { bytes, origins, complaints } = await visit(page, inLanguage(path, lang));
          // The editor aside, which comes when the page is there.
          const most = path === '/sparql' ? 600_000 : 100_000;
          assert.ok(bytes > 4_000 && bytes < most, `${String(bytes)} bytes`);
          assert.deepEqual([...origins], [server.origin]);
          const refused = { '/nowhere': /^Failed to load resource.* 404 /, [faulty]: /^Failed.* 400 / }[path];
          assert.match(complaints.join('\n'), refused ?? /^$/);
          // Without scripts of their own, pages are the same where none may run.
          const scripts = await page.locator('script:not([type="application/ld+json"])').count();
          assert.equal(scripts > 0, path === '/sparql');
          for (const viewport of [desktop, phone]) {
            await page.setViewportSize(viewport);
            assert.deepEqual(await violations(page), [], `at ${String(viewport.width)} px`);
            assert.ok((await overflow(page)) <= 0, `at ${String(viewport.width)} px`);
          }
          await page.setViewportSize(narrowest);
          assert.ok((await overflow(page)) <= 0, 'at 320 px');
        }));

  for (const path of ['/', '/commons/openstreetmap', '/sparql', '/ontology'])
    it(`${path} in dark colours: axe finds nothing wrong`, () =>
      inTab(server, { viewport: desktop, colorScheme: 'dark' }, async page => {
        await page.goto(path);
        assert.deepEqual(await violations(page), []);
      }));

  it('axe finds what is wrong: the tests above can fail', () =>
    inTab(server, {}, async page => {
      await page.goto('/');
      await page.evaluate(() => {
        const main = document.querySelector('main')!;
        main.innerHTML = '<img src="/logo.svg"><a href="/x"></a><div>wide</div>';
        main.querySelector('div')!.style.width = '3000px';
      });
      const found = (await violations(page)).map(line => line.replace(/:.*/s, ''));
      assert.ok(found.includes('image-alt') && found.includes('link-name'), found.join());
      assert.ok((await overflow(page)) > 0);
    }));
});
