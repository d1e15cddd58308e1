import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { askOverHttp10, looksWhole } from './http10.js';

/** What is answered, how the connection ends, and whether a client takes it for a whole answer. */
const table: readonly (readonly [what: string, text: string, reset: boolean, whole: boolean])[] = [
  ['an end without a length', 'HTTP/1.1 200 OK\r\n\r\na\nb\n', false, true],
  ['a reset without a length', 'HTTP/1.1 200 OK\r\n\r\na\nb\n', true, false],
  ['a length that is kept', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na\nb\n', false, true],
  ['a length that is not', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\na\nb\n', false, false],
  ['a refusal', 'HTTP/1.1 503 Busy\r\n\r\na\nb\n', false, false],
];

describe('an answer over HTTP/1.0', () => {
  for (const [what, text, reset, whole] of table)
    it(`with ${what} looks ${whole ? 'whole' : 'broken or refused'}`, async () => {
      const server = createServer((socket: Socket) => {
        socket.once('data', () => {
          socket.write(text);
          setTimeout(() => (reset ? socket.resetAndDestroy() : socket.end()), 100);
        });
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const answer = await askOverHttp10((server.address() as AddressInfo).port, '/', 'text/csv');
      server.close();
      assert.deepEqual([answer.bytes, answer.lines, looksWhole(answer)], [4, 2, whole]);
    });
});
