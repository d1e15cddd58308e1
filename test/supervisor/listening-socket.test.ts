import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { ListeningSocket } from '../../src/supervisor/listening-socket.js';

const host = '127.0.0.1';

describe('ListeningSocket', () => {
  it('is bound once, and the same whenever it is asked for', async () => {
    const socket = new ListeningSocket();
    const first = await socket.bind({ host, port: 0 });
    assert.equal(await socket.bind({ host, port: 0 }), first);
    socket.close();
  });

  it('takes no connection itself, and keeps those waiting that come while nobody does', async () => {
    const socket = new ListeningSocket();
    const bound = await socket.bind({ host: 'localhost', port: 0 });
    const name: Partial<AddressInfo> = {};
    assert.equal(bound.getsockname(name), 0);
    const port = Number(name.port);
    const refused = connect(port, name.address);
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    assert.equal(error.code, 'ECONNREFUSED');
    // Here the server lives in the same process; that a socket outlives its process is tested with the command.
    const server = createServer(connection => connection.end('hello'));
    server.listen(bound);
    await once(server, 'listening');
    const [greeting] = (await once(connect(port, name.address), 'data')) as [Buffer];
    assert.equal(greeting.toString(), 'hello');
    server.close();
  });

  const faults: readonly (readonly [what: string, host: string, code: string])[] = [
    ['a port that is taken', host, 'EADDRINUSE'],
    ['an address of another machine', '192.0.2.1', 'EADDRNOTAVAIL'],
    ['a name that nobody has', 'nobody.invalid', 'ENOTFOUND'],
  ];
  for (const [what, at, code] of faults)
    it(`tells ${what} by the system's name of it`, async () => {
      const taken = createServer().listen(0, host);
      await once(taken, 'listening');
      const { port } = taken.address() as AddressInfo;
      await assert.rejects(new ListeningSocket().bind({ host: at, port }), (error: NodeJS.ErrnoException) => {
        // Without a network, names cannot be asked for.
        assert.ok([code, 'EAI_AGAIN'].includes(error.code ?? ''), error.code);
        return true;
      });
      taken.close();
    });
});
