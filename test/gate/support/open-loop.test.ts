import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HarmlessClient } from './harmless-client.js';
import { latencyOf } from './latencies.js';
import type { Harmless, Plan } from './open-loop.js';

const request: Harmless = { sort: 'page', path: '/', status: 200, end: '</html>' };

describe('a harmless client', () => {
  let server: Server;
  let plan: Plan;
  let answer = () => ({ status: 200, body: '<html></html>\n', after: 0 });

  before(async () => {
    server = createServer((_request, response) => {
      const { status, body, after } = answer();
      setTimeout(() => response.writeHead(status).end(body), after);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    plan = { port, address: '127.0.0.2', perSecond: 50, requests: [request] };
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  async function samplesOf(milliseconds: number, changed: Partial<Plan> = {}) {
    const client = HarmlessClient.start({ ...plan, ...changed });
    await new Promise(resolve => setTimeout(resolve, milliseconds));
    return client.stop();
  }

  it('asks by the clock, and waits for the answers that are due', async () => {
    answer = () => ({ status: 200, body: '<html></html>\n', after: 300 });
    const samples = await samplesOf(2_000);
    assert.ok(samples.length > 20, String(samples.length));
    const { failures, p50 } = latencyOf('page', samples);
    assert.equal(failures, 0);
    assert.ok(p50 >= 290, String(p50));
  });

  // A client that waits for each answer before it asks again would see one slow request (coordinated omission).
  it('hides nothing of a server that stands still', async () => {
    const begun = Date.now();
    const frozenUntil = begun + 2_500;
    answer = () => ({ status: 200, body: '<html></html>', after: Math.max(0, frozenUntil - Date.now()) });
    const slow = (await samplesOf(3_000)).filter(({ ms }) => ms > 500);
    assert.ok(slow.length > 30, String(slow.length));
  });

  const faulty = [
    [{ status: 503, body: 'busy' }, /^status 503: busy/],
    [{ status: 200, body: '<html>' }, /^ends with "<html>"/],
  ] as const;
  for (const [wrong, fault] of faulty)
    it(`tells of an answer that is wrong: ${wrong.body}`, async () => {
      answer = () => ({ ...wrong, after: 0 });
      const samples = await samplesOf(1_000, { newConnections: true });
      assert.ok(samples.length > 0);
      for (const sample of samples) assert.match(sample.fault ?? '', fault);
    });

  it('has failed when nobody listens', async () => {
    const samples = await samplesOf(1_000, { port: 9 });
    assert.ok(samples.length > 0 && samples.every(({ fault }) => fault?.includes('ECONNREFUSED')));
  });
});
