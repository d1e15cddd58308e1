import { lookup } from 'node:dns/promises';
import { _createServerHandle, type BoundSocket } from 'node:net';
import { getSystemErrorName } from 'node:util';
import type { Address } from '../address.js';

/**
 * The socket that one server process after the other listens on. It is bound here and listened on there: the system keeps
 * connections waiting as long as anybody has it, whether or not there is a process to take them.
 */
export class ListeningSocket {
  #socket: Promise<BoundSocket> | undefined;

  /**
   * The socket, bound the first time that it is asked for.
   * @throws the system's error when the address cannot be bound
   */
  bind(address: Address): Promise<BoundSocket> {
    return (this.#socket ??= bound(address));
  }

  /** Those who connect from now on are refused, once the server process lets go of the socket too. */
  close(): void {
    this.#socket?.then(
      socket => {
        socket.close();
      },
      () => undefined,
    );
  }
}

async function bound({ host, port }: Address): Promise<BoundSocket> {
  const { address, family } = await lookup(host);
  const socket = _createServerHandle(address, port, family === 6 ? 6 : 4);
  if (typeof socket === 'number') throw systemError(socket);
  // A port that is taken is told only now.
  const error = socket.getsockname({});
  if (error === 0) return socket;
  socket.close();
  throw systemError(error);
}

function systemError(errno: number): NodeJS.ErrnoException {
  const code = getSystemErrorName(errno);
  return Object.assign(new Error(code), { errno, code });
}
