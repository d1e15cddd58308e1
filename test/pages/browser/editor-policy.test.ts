import assert from 'node:assert/strict';
import type { Server } from '../../support/server.js';
import { inTab } from './browser.js';
import { enter, french, openEditor, run, showing, three, warmServer } from './editing.js';

describe('the SPARQL editor and its policy', function () {
  this.timeout(120_000);
  let server: Server;
  before(async () => {
    server = await warmServer();
  });

  it('loads, runs and completes under its policy, asks nobody else and keeps nothing', () =>
    inTab(server, french, async page => {
      const complaints: string[] = [];
      const asked = new Set<string>();
      let transferred = 0;
      page.on('console', message => complaints.push(message.text()));
      page.on('pageerror', error => complaints.push(error.message));
      page.on('request', request => asked.add(new URL(request.url()).origin));
      page.on('requestfinished', request => {
        void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
          transferred += responseBodySize + responseHeadersSize;
        });
      });
      await openEditor(page, showing(three));
      await page.waitForLoadState('networkidle');
      assert.ok(transferred > 200_000, 'Yasgui was counted');
      assert.ok(transferred < 450_000, `${String(transferred)} bytes`);
      await run(page);
      await enter(page);
      await page.keyboard.type(' ?? dct:ti');
      await page.keyboard.press('Control+Space');
      await page.locator('.parseErrorIcon').hover();
      await page.locator('.yasqe_tooltip').waitFor();
      await page.locator('.select_response').click();
      await page.locator('.yasr .CodeMirror').waitFor();
      assert.deepEqual(complaints, []);
      assert.deepEqual([...asked], [server.origin]);
      const kept = await page.evaluate(() => [localStorage.length, document.cookie]);
      assert.deepEqual(kept, [0, '']);
      // The widths of columns stay until the tab is closed, and nothing else.
      const ofTab = await page.evaluate(() => Object.values({ ...sessionStorage }).join());
      assert.match(ofTab, /^[\d.%px,;]*$/);
    }));

  it('complains where a page breaks the policy: the test above can fail', () =>
    inTab(server, french, async page => {
      const complaints: string[] = [];
      page.on('console', message => complaints.push(message.text()));
      await openEditor(page, '/sparql');
      await page.evaluate(() => {
        document.body.append(
          Object.assign(document.createElement('script'), { textContent: 'window.x = 1' }),
        );
        document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>');
        return fetch('https://elsewhere.example/').catch(() => undefined);
      });
      const found = complaints.join('\n');
      for (const directive of ['script-src', 'style-src', 'connect-src'])
        assert.ok(found.includes(directive), `${directive}: ${found}`);
      assert.equal(await page.evaluate(() => 'x' in window), false);
    }));
});
