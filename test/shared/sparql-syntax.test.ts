import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Server } from '../support/server.js';
import type { ManifestTest } from './w3c/manifest.js';
import { testsOf, withSuite } from './w3c/suite.js';
import { switchedServer } from './w3c/switched-server.js';

const action = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#action';

const positive = ['PositiveSyntaxTest', 'PositiveSyntaxTest11'];
const negative = ['NegativeSyntaxTest', 'NegativeSyntaxTest11'];

/** What is refused though its syntax is right: SERVICE, which is switched off, is understood all the same. */
const refused: Readonly<Record<string, string>> = {
  'sparql11/syntax-fed syntax-service-01.rq': 'SERVICE',
  'sparql11/syntax-fed syntax-service-02.rq': 'SERVICE',
  'sparql11/syntax-fed syntax-service-03.rq': 'SERVICE',
};

describe('the syntax tests of SPARQL by W3C, over HTTP', () => {
  withSuite(() => {
    let server: Server;
    before(async () => {
      const switched = await switchedServer();
      switched.use([]);
      ({ server } = switched);
    });

    const send = ({ node, manifest }: ManifestTest) => {
      const body = readFileSync(fileURLToPath(manifest.value(node, action) ?? ''));
      const headers = { 'content-type': 'application/sparql-query' };
      return server.ask('/sparql', { method: 'POST', headers, body });
    };

    it('are answered when their syntax is right', async () => {
      const tests = await testsOf(positive);
      assert.equal(tests.length, 317);
      const faults: Record<string, string> = {};
      for (const test of tests) {
        const { status, text } = await send(test);
        if (status === 422 && refused[test.name] && text.includes(`${refused[test.name]} is switched off`))
          continue;
        if (status !== 200) faults[test.name] = `${status} ${text}`;
      }
      assert.deepEqual(faults, {});
    });

    it('are refused with 400 when it is not, and told where', async () => {
      const tests = await testsOf(negative);
      assert.equal(tests.length, 179);
      const faults: Record<string, string> = {};
      for (const test of tests) {
        const { status, text } = await send(test);
        if (status !== 400 || !text.includes('/problem/syntax-error'))
          faults[test.name] = `${status} ${text}`;
      }
      assert.deepEqual(faults, {});
    });
  });
});
