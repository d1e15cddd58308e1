import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sharedServer, type Server } from '../../support/server.js';
import { inTab } from './browser.js';

/** The element that has the focus: its tag, text and the landmark that it stands in. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const landmark = element.closest('nav, main, header, footer')?.tagName ?? 'BODY';
    const { top, left, width, height } = element.getBoundingClientRect();
    return {
      tag: element.tagName,
      href: element.getAttribute('href'),
      landmark,
      isVisible: top >= 0 && left >= 0 && width > 1 && height > 1,
      outline: getComputedStyle(element).outlineStyle,
    };
  });
}

/** How far below the top of the page the element with the focus stands; undefined past the last one. */
function topOfFocused(): number | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  return Math.round(element.getBoundingClientRect().top + window.scrollY);
}

describe('pages in a browser', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  it('are styled: the style sheet is applied under its policy', () =>
    inTab(server, {}, async page => {
      await page.goto('/');
      const rules = await page.evaluate(() => [...document.styleSheets].map(sheet => sheet.cssRules.length));
      assert.equal(rules.length, 1);
      assert.ok((rules[0] ?? 0) > 50);
    }));

  it('are led through by the keyboard: skip link, header, navigation, then content', () =>
    inTab(server, { viewport: { width: 1280, height: 900 } }, async page => {
      const paths = [
        '/',
        '/search?q=carte',
        '/commons/openstreetmap',
        '/queries',
        '/catalog',
        '/api',
        '/about',
      ];
      for (const path of paths) {
        await page.goto(path);
        await page.keyboard.press('Tab');
        const skip = await focused(page);
        assert.equal(skip.href, '#_main');
        assert.ok(skip.isVisible, 'the skip link shows once it has the focus');
        const landmarks: string[] = [];
        for (let i = 0; i < 40 && !landmarks.includes('MAIN'); i += 1) {
          await page.keyboard.press('Tab');
          const { landmark, outline, tag } = await focused(page);
          landmarks.push(landmark);
          assert.notEqual(outline, 'none', `${path}: ${tag} in ${landmark} shows its focus`);
        }
        assert.deepEqual([...new Set(landmarks)], ['HEADER', 'NAV', 'MAIN']);
        assert.ok(landmarks.filter(landmark => landmark === 'NAV').length >= 8);
      }
    }));

  it('are led through by the keyboard as they are read: no element before one that stands earlier', () =>
    inTab(server, { viewport: { width: 375, height: 667 } }, async page => {
      for (const path of [
        '/',
        '/commons?theme=education',
        '/queries/actions-elsewhere',
        '/catalog',
        '/about',
      ]) {
        await page.goto(path);
        const tops: number[] = [];
        // The skip link comes first, from above the page.
        await page.keyboard.press('Tab');
        for (let i = 0; i < 60; i += 1) {
          await page.keyboard.press('Tab');
          const top = await page.evaluate(topOfFocused);
          if (top === undefined) break;
          tops.push(top);
        }
        const back = tops.findIndex((top, index) => top < (tops[index - 1] ?? 0) - 60);
        assert.ok(tops.length > 20 && back < 0, `${path}: stop ${String(back)} of ${tops.join()}`);
      }
    }));

  it('take the keyboard past the navigation by the skip link', () =>
    inTab(server, {}, async page => {
      await page.goto('/action');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal((await focused(page)).tag, 'MAIN');
      await page.keyboard.press('Tab');
      assert.equal((await focused(page)).landmark, 'NAV', 'the breadcrumb of the content');
      assert.ok(await page.evaluate(() => document.activeElement?.closest('main') !== null));
    }));

  it('are walked by links from the home page to a list, a record, another record, and its other language', () =>
    inTab(server, { javaScriptEnabled: false, locale: 'fr-FR' }, async page => {
      await page.goto('/');
      await page.getByRole('navigation').first().getByRole('link', { name: 'Communs', exact: true }).click();
      assert.equal(new URL(page.url()).pathname, '/commons');
      await page.getByRole('link', { name: 'Acceslibre', exact: true }).click();
      assert.equal(new URL(page.url()).pathname, '/commons/acceslibre');
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Acceslibre');
      await page.getByRole('main').getByRole('link', { name: 'France', exact: true }).first().click();
      assert.equal(new URL(page.url()).pathname, '/territory/fr');
      await page.getByRole('link', { name: 'English', exact: true }).click();
      assert.equal(page.url(), `${server.origin}/territory/fr?lang=en`);
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    }));

  it('are turned by the links of a list, without JavaScript', () =>
    inTab(server, { javaScriptEnabled: false, locale: 'en-GB' }, async page => {
      await page.goto('/action');
      await page.locator('a[rel="next"]').click();
      assert.equal(new URL(page.url()).searchParams.get('page'), '2');
      await page.locator('a[rel="prev"]').click();
      assert.equal(new URL(page.url()).searchParams.get('page'), null);
    }));

  it('fold nothing that cannot be unfolded, without JavaScript', () =>
    inTab(server, { javaScriptEnabled: false }, async page => {
      await page.goto('/territory/fr');
      const folded = page.locator('details').first();
      await folded.locator('summary').first().click();
      assert.notEqual(await folded.getAttribute('open'), null);
    }));

  it('take a SPARQL query from a form, without JavaScript', () =>
    inTab(server, { javaScriptEnabled: false }, async page => {
      await page.goto('/sparql');
      await page.locator('textarea').fill('SELECT (1 + 1 AS ?two) {}');
      await page.locator('form [type="submit"], form button').first().click();
      await page.waitForURL(/query=/);
      assert.match(await page.locator('body').innerText(), /"value":\s*"2"/);
    }));

  it('tell a faulty query as a page, without JavaScript', () =>
    inTab(server, { javaScriptEnabled: false, locale: 'fr-FR' }, async page => {
      await page.goto('/sparql');
      await page.locator('textarea').fill('SELECT * {');
      await page.locator('form [type="submit"], form button').first().click();
      assert.match(await page.getByRole('main').innerText(), /Ligne 1, colonne 11/);
    }));
});
