import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../src/http/app.js';
import { KeptAnswers } from '../../src/http/kept-answers.js';
import { createLog } from '../../src/log.js';
import { Register } from '../../src/register/read.js';
import { StoredQueries } from '../../src/register/stored-queries.js';
import { ask, sparqlPath } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

describe('the log of problems', () => {
  let server: Server;

  before(async () => {
    server = await sharedServer();
  });

  it('tells the stack of what nobody foresaw, which answers do not, for machines or for people', async () => {
    const { store, identifiers } = server.house.register;
    // A register whose stored queries were lost: an error that no route expects.
    const lost = new StoredQueries(new Map(), server.house.publicEngine, () => 0);
    const logged = await logOf(new Register(store, lost, identifiers), async port => {
      for (const accept of ['text/html', 'application/problem+json, text/html;q=0.5']) {
        const answer = await ask(port, '/', { headers: { accept } });
        assert.equal(answer.status, 500);
        assert.equal(answer.headers['cache-control'], 'no-store');
        assert.doesNotMatch(answer.text, /stored query|figures|\.js|at .*\(/);
      }
      assert.equal((await ask(port, '/health')).status, 200);
    });
    assert.equal(logged.length, 2);
    for (const line of logged) assert.match(line, /"level":50.*"stack":/);
  });

  it('has a line without a stack for a limit that a query meets', async () => {
    const logged = await logOf(server.house.register, async port => {
      const answer = await ask(port, sparqlPath('CONSTRUCT { ?a ?b ?f } { ?a ?b ?c . ?d ?e ?f }'));
      assert.equal(answer.status, 503);
    });
    assert.equal(logged.length, 1);
    const { level, kind, detail, err } = JSON.parse(logged.join('')) as Record<string, unknown>;
    assert.deepEqual([level, kind, err], [40, 'size-limit', undefined]);
    assert.match(String(detail), /Add a LIMIT/);
  });

  /** What is logged while a register is asked over HTTP. */
  async function logOf(register: Register, asking: (port: number) => Promise<void>): Promise<string[]> {
    const logged: string[] = [];
    const log = createLog('info', { write: line => void logged.push(line) });
    const keptAnswers = new KeptAnswers({ maxBytes: 0, state: () => '' });
    const app = createApp({ ...server.house.context, register, keptAnswers, log });
    const listening = createServer(app).listen(0, '127.0.0.1');
    await once(listening, 'listening');
    try {
      await asking((listening.address() as AddressInfo).port);
    } finally {
      listening.close();
    }
    return logged;
  }
});
