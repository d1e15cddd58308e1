import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from '../limits.js';
import { clientOf } from './budget.js';

export type ConnectionLimits = Pick<Limits, 'connections' | 'clientConnections' | 'sendStallMs' | 'sendRate'>;

/** How often it is looked who reads too slowly. */
const lookMs = 1_000;

/** An answer on its way to a client that does not take it at once. */
interface Sending {
  readonly response: ServerResponse;
  /** What the connection had sent before. */
  readonly bytesBefore: number;
  /** For how long there was something to take. */
  waitedMs: number;
}

/**
 * Bounds the connections of a server, and cuts readers who stop or are too slow. Cut ones are reset, so that the system
 * keeps nothing for them.
 * @param isTrusted whether an address is that of a proxy, which stands for many clients
 */
export function boundConnections(
  server: Server,
  limits: ConnectionLimits,
  isTrusted: (address: string) => boolean = () => false,
): void {
  const sending = new Map<Socket, Sending>();
  server.maxConnections = limits.connections;
  boundOfEach(server, limits.clientConnections, isTrusted);
  server.on('request', ({ socket }, response) => {
    sending.set(socket, { response, bytesBefore: socket.bytesWritten, waitedMs: 0 });
    response.once('close', () => {
      if (sending.get(socket)?.response === response) sending.delete(socket);
    });
  });
  // Node calls this when nothing went either way for so long, the part of a write that the system took included.
  server.setTimeout(limits.sendStallMs, (socket: Socket) => {
    const answer = sending.get(socket);
    if (!answer) socket.destroy();
    else if (isPending(answer, socket)) socket.resetAndDestroy();
    // Else the answer is still being made.
  });
  const look = setInterval(() => {
    for (const [socket, answer] of sending) if (isTooSlow(answer, socket, limits)) socket.resetAndDestroy();
  }, lookMs);
  look.unref();
  server.once('close', () => {
    clearInterval(look);
  });
}

/** Whether there is something that the client does not take. */
function isPending({ response }: Sending, socket: Socket): boolean {
  return response.headersSent && socket.writableLength > 0;
}

/** Whether the client took less than the rate asks for, after a while in which every client may be slow. */
function isTooSlow(answer: Sending, socket: Socket, { sendRate, sendStallMs }: ConnectionLimits): boolean {
  if (!isPending(answer, socket)) return false;
  answer.waitedMs += lookMs;
  const taken = socket.bytesWritten - answer.bytesBefore - socket.writableLength;
  return ((answer.waitedMs - sendStallMs) / 1_000) * sendRate > taken;
}

function boundOfEach(server: Server, most: number, isTrusted: (address: string) => boolean): void {
  const counts = new Map<string, number>();
  server.on('connection', socket => {
    const { remoteAddress = '' } = socket;
    if (isTrusted(remoteAddress)) return;
    const client = clientOf(remoteAddress);
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    socket.once('close', () => {
      const left = (counts.get(client) ?? 1) - 1;
      if (left > 0) counts.set(client, left);
      else counts.delete(client);
    });
    if (count > most) socket.resetAndDestroy();
  });
}
