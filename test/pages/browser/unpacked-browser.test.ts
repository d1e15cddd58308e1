import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { sharedServer } from '../../support/server.js';
import { inTab } from './browser.js';
import { unpackedBrowser } from './unpacked-browser.js';

const run = promisify(execFile);

/** What every Linux that runs Node has: the C library and the compiler's. */
const ofTheMachine = /^(linux-vdso|ld-linux-x86-64|libc|libdl|libgcc_s|libm|libpthread)\.so/;

describe('the browser of the tests', () => {
  it('takes every library but those of Node from its own package', async () => {
    const { program, env } = await unpackedBrowser();
    // The dynamic loader tells what it would load, and where from, and runs nothing: ld.so(8).
    const { stdout } = await run(program, { env: { ...env, LD_TRACE_LOADED_OBJECTS: '1' } });
    const others = stdout
      .split('\n')
      .map(line => line.trim())
      .filter(line => line && !ofTheMachine.test(line.replace(/^.*\/(?=ld-linux)/, '')));
    assert.ok(others.length > 0, 'libraries are told');
    for (const library of others) assert.ok(library.includes(`=> ${dirname(program)}/lib/`), library);
  });

  it('writes pages in the fonts of its own package', async () =>
    inTab(await sharedServer(), {}, async page => {
      await page.goto('/api');
      const session = await page.context().newCDPSession(page);
      await session.send('DOM.enable');
      await session.send('CSS.enable');
      const { root } = await session.send('DOM.getDocument');
      for (const selector of ['h1', 'main p', 'code']) {
        const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
        const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
        assert.deepEqual([...new Set(fonts.map(font => font.familyName))], ['Open Sans'], selector);
        assert.ok(fonts.reduce((sum, { glyphCount }) => sum + glyphCount, 0) > 5, selector);
      }
    }));
});
