import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { IdleConnections } from './idle-connections.js';
import { readSlowly } from './slow-reader.js';
import { heldConnections } from './sockets.js';

describe('readers that take their time', () => {
  const megabyte = Buffer.alloc(1_000_000);
  let server: Server;
  let port: number;
  before(async () => {
    server = createServer(({ url }, response) => {
      response.write(megabyte);
      if (url === '/cut') setTimeout(() => response.destroy(), 500);
      else response.end(megabyte);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  const from = (path: string, bytesPerSecond: number) => ({
    port,
    address: '127.0.0.2',
    path,
    bytesPerSecond,
  });

  it('read no faster than told, to the end', async () => {
    const reading = await readSlowly(from('/', 1_000_000), AbortSignal.timeout(20_000));
    assert.deepEqual([reading.status, reading.bytes, reading.isWhole], [200, 2_000_000, true]);
    assert.ok(reading.ms > 1_900, String(reading.ms));
  });

  it('see that an answer was cut', async () => {
    const { isWhole, status } = await readSlowly(from('/cut', 5_000_000), AbortSignal.timeout(20_000));
    assert.deepEqual([status, isWhole], [200, false]);
  });

  it('leave when they are told to', async () => {
    const { bytes, isWhole } = await readSlowly(from('/', 10_000), AbortSignal.timeout(1_000));
    assert.ok(!isWhole && bytes < 50_000, String(bytes));
  });

  it('are counted as long as the server holds their connections', async () => {
    const before = heldConnections(port);
    const crowd = { port, count: 300, network: '127.3', perAddress: 7 };
    const silent = await IdleConnections.open(crowd);
    assert.equal(heldConnections(port) - before, 300);
    assert.equal(silent.open, 300);
    const asking = await IdleConnections.open({
      ...crowd,
      count: 9,
      says: () => 'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
    });
    assert.equal(heldConnections(port) - before, 309);
    silent.close();
    asking.close();
    for (let waited = 0; waited < 5_000 && heldConnections(port) > before; waited += 50)
      await new Promise(resolve => setTimeout(resolve, 50));
    assert.ok(heldConnections(port) <= before);
  });

  it('are counted once, though their own end may have the number of the port of the server', async () => {
    const before = heldConnections(port);
    const twin = connect({ port, host: '127.0.0.1', localAddress: '127.3.9.9', localPort: port });
    await once(twin, 'connect');
    assert.equal(heldConnections(port) - before, 1);
    twin.destroy();
  });
});
