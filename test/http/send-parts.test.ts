import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { Problem } from '../../src/errors.js';
import { GatheringRoom } from '../../src/http/gathered.js';
import { sendParts, sendWhole } from '../../src/http/send-parts.js';
import { ask } from '../support/http.js';
import { assertProblem } from '../support/problems.js';

/** What a client sees of an answer that `send` sends. */
async function served<T>(
  send: (response: ServerResponse) => Promise<void>,
  see: (port: number) => Promise<T>,
) {
  const errors: unknown[] = [];
  const server = createServer((_request, response) => {
    send(response).catch((error: unknown) => errors.push(error));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return { seen: await see((server.address() as AddressInfo).port), errors };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const text = (port: number) => ask(port, '/').then(answer => answer.text);

describe('sending parts', () => {
  it('gives all of them in order', async () => {
    const parts = Array.from({ length: 500 }, (_, at) => Buffer.from(`${at},`.repeat(300)));
    const { seen } = await served(response => sendParts(parts, response), text);
    assert.equal(seen, Buffer.concat(parts).toString());
  });

  it('gives a whole body with its length', async () => {
    const whole = Buffer.alloc(1_000_000, 'abc');
    const { seen } = await served(
      response => sendWhole(whole, response),
      port => ask(port, '/'),
    );
    assert.equal(seen.headers['content-length'], '1000000');
    assert.equal(seen.text, whole.toString());
  });

  it('resets the connection when the parts fail under way', async () => {
    async function* failing() {
      yield Buffer.from('some');
      await new Promise(resolve => setTimeout(resolve, 50));
      throw new Error('no more');
    }
    const { seen, errors } = await served(
      response => sendParts(failing(), response),
      port =>
        new Promise<string>(resolve => {
          const socket = connect(port, '127.0.0.1');
          socket.write('GET / HTTP/1.0\r\n\r\n');
          socket.on('error', (error: NodeJS.ErrnoException) => {
            resolve(error.code ?? '');
          });
          socket.on('end', () => {
            resolve('a clean end');
          });
          socket.resume();
        }),
    );
    assert.equal(seen, 'ECONNRESET');
    assert.match(String(errors[0]), /no more/);
  });

  it('tells the maker of parts that the reader left', async () => {
    let left = false;
    async function* endless() {
      try {
        for (;;) {
          yield Buffer.alloc(100_000);
          await new Promise(setImmediate);
        }
      } finally {
        left = true;
      }
    }
    await served(
      response => sendParts(endless(), response),
      async port => {
        const socket = connect(port, '127.0.0.1');
        socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
        await once(socket, 'data');
        socket.destroy();
        for (let waited = 0; waited < 5_000 && !left; waited += 20)
          await new Promise(resolve => setTimeout(resolve, 20));
      },
    );
    assert.ok(left);
  });
});

describe('gathering an answer', () => {
  async function* parts(count: number, bytes: number) {
    for (let at = 0; at < count; at += 1) yield await Promise.resolve(Buffer.alloc(bytes, at));
  }

  it('gives the whole of it', async () => {
    const room = new GatheringRoom(1_000);
    await room.gather(parts(3, 300), whole => {
      assert.equal(whole.length, 900);
      return Promise.resolve();
    });
  });

  it('is refused when there is no room, which is free again afterwards', async () => {
    const room = new GatheringRoom(1_000);
    const none = () => Promise.resolve();
    await room.gather(parts(1, 600), () =>
      assertProblem(() => room.gather(parts(1, 600), none), 'overloaded').then(none),
    );
    await assertProblem(() => room.gather(parts(2, 600), none), 'overloaded', /HTTP\/1\.1/);
    await room.gather(parts(1, 1_000), none);
  });

  it('keeps parts back until the last is there, or none if they fail', async () => {
    const room = new GatheringRoom(2_000);
    let made = 0;
    async function* told(fails: boolean) {
      for await (const part of parts(3, 300)) {
        made += 1;
        yield part;
      }
      if (fails) throw new Problem('size-limit', 'Too large.');
    }
    for await (const part of room.keepBack(told(false))) assert.deepEqual([part.length, made], [300, 3]);
    let given = 0;
    await assertProblem(async () => {
      for await (const part of room.keepBack(told(true))) given += part.length;
    }, 'size-limit');
    assert.equal(given, 0);
    await room.gather(parts(1, 2_000), () => Promise.resolve());
  });

  it('lets parts go when half of the room is taken, and leaves the other half to those who are gathered', async () => {
    const room = new GatheringRoom(1_000);
    let given = 0;
    for await (const part of room.keepBack(parts(20, 300))) {
      given += part.length;
      if (given > 1_500) await room.gather(parts(1, 500), () => Promise.resolve());
    }
    assert.equal(given, 6_000);
    await room.gather(parts(1, 1_000), () => Promise.resolve());
  });
});
