import assert from 'node:assert/strict';
import type { Server } from '../../support/server.js';
import { inTab, overflow, violations } from './browser.js';
import { enter, french, openEditor, run, showing, textOf, three, warmServer } from './editing.js';

describe('the SPARQL editor is for everyone', function () {
  this.timeout(120_000);
  let server: Server;
  before(async () => {
    server = await warmServer();
  });

  it('is entered, left and used by the keyboard', () =>
    inTab(server, french, async page => {
      await openEditor(page, showing(three));
      await page.locator('main').focus();
      await page.keyboard.press('Tab');
      const active = () =>
        page.evaluate(() => {
          const element = document.activeElement;
          return element?.getAttribute('aria-label') ?? (element as HTMLElement | null)?.innerText;
        });
      assert.equal(await active(), 'Éditeur de requêtes SPARQL');
      await page.keyboard.press('Tab');
      assert.equal(await active(), 'Exécuter la requête');
      await page.keyboard.press('Shift+Tab');
      assert.equal(await active(), 'Éditeur de requêtes SPARQL');
      assert.equal(await textOf(page), three, 'Tab wrote nothing');
      await page.keyboard.press('Control+Enter');
      await page.locator('.yasr tbody tr').nth(2).waitFor();
    }));

  for (const [name, options] of Object.entries({
    'wide, in French': french,
    'wide, in English, dark': { ...french, locale: 'en-GB', colorScheme: 'dark' },
    'narrow, in French, dark': { ...french, viewport: { width: 375, height: 667 }, colorScheme: 'dark' },
    'narrow, in English': { locale: 'en-GB', viewport: { width: 375, height: 667 } },
  } as const))
    it(`axe finds nothing wrong: ${name}`, () =>
      inTab(server, options, async page => {
        const many = 'SELECT * { ?thing a ?class ; <http://purl.org/dc/terms/title> ?title } LIMIT 120';
        await openEditor(page, showing(many));
        assert.deepEqual(await violations(page), [], 'editor');
        await run(page);
        await page.locator('.yasr tbody tr').nth(49).waitFor();
        assert.deepEqual(await violations(page), [], 'table');
        await page.locator('.select_response').click();
        await page.locator('.yasr .CodeMirror').waitFor();
        assert.deepEqual(await violations(page), [], 'raw answer');
        await enter(page);
        await page.keyboard.type(' pac:');
        await page.locator('.CodeMirror-hints').waitFor();
        assert.deepEqual(await violations(page), [], 'completion');
        await page.keyboard.press('Escape');
        await run(page);
        await page.locator('.errorResult').waitFor();
        assert.deepEqual(await violations(page), [], 'error');
        await page.getByRole('button', { name: /^(Partager|Share)/ }).click();
        assert.deepEqual(await violations(page), [], 'address');
        assert.ok((await overflow(page)) <= 0);
      }));

  it('leaves a form that works where scripts do not run', () =>
    inTab(server, { ...french, javaScriptEnabled: false }, async page => {
      let transferred = 0;
      page.on('requestfinished', request => {
        void request.sizes().then(({ responseBodySize }) => (transferred += responseBodySize));
      });
      await page.goto(showing(three), { waitUntil: 'networkidle' });
      assert.ok(transferred > 10_000 && transferred < 100_000, `${String(transferred)} bytes`);
      assert.equal(await page.getByRole('textbox', { name: 'Requête SPARQL' }).inputValue(), three);
      const example = page
        .getByRole('navigation', { name: 'Exemples de requêtes' })
        .getByRole('link')
        .first();
      await example.click();
      const query = new URL(page.url()).searchParams.get('query');
      assert.equal(await page.getByRole('textbox', { name: 'Requête SPARQL' }).inputValue(), query);
      await page.getByRole('textbox', { name: 'Requête SPARQL' }).fill(three);
      await page.getByRole('combobox', { name: 'Format du résultat' }).selectOption('csv');
      const [download] = await Promise.all([
        page.waitForResponse(response => response.url().includes('format=csv')),
        page
          .getByRole('button', { name: 'Exécuter la requête' })
          .click()
          .catch(() => undefined),
      ]);
      assert.equal(download.status(), 200);
      assert.match(download.headers()['content-type'] ?? '', /^text\/csv/);
    }));
});
