import type { Address } from '../address.js';
import type { ToServer, ToSupervisor } from './messages.js';

/** The socket that the supervisor keeps. */
export interface KeptSocket {
  readonly socket: unknown;
  /** Whether another process listened on it before. Then readers wait already. */
  readonly isRestart: boolean;
}

interface Asked {
  readonly waits: () => void;
  readonly take: (kept: KeptSocket) => void;
  readonly fail: (error: Error) => void;
}

/** The supervisor, as its server process sees it. */
export class SupervisorLink {
  /** Settles when the supervisor is gone. */
  readonly lost: Promise<void>;
  #isReady = false;
  #asked: Asked | undefined;

  constructor() {
    this.lost = new Promise(resolve => {
      process.once('disconnect', () => {
        // There is nobody yet who would wait for an answer, and the socket must not be kept from the next supervisor.
        if (!this.#isReady) process.exit(1);
        resolve();
      });
    });
    process.on('message', (message, socket: unknown) => {
      this.#receive(message as ToServer, socket);
    });
  }

  /**
   * The socket to listen on.
   * @param waits told when it is not this one's turn yet: another one still answers, and may do so for ever
   * @throws the system's error when the address cannot be bound
   */
  socket({ port, host }: Address, waits: () => void): Promise<KeptSocket> {
    return new Promise((take, fail) => {
      this.#asked = { waits, take, fail };
      send({ type: 'bind', address: { port, host } });
    });
  }

  /** Tells that requests are answered from now on. */
  ready(): void {
    this.#isReady = true;
    send({ type: 'ready' });
  }

  #receive(message: ToServer, socket: unknown): void {
    switch (message.type) {
      case 'wait':
        this.#asked?.waits();
        break;
      case 'bound':
        this.#asked?.take({ socket, isRestart: message.isRestart });
        break;
      case 'unbound':
        this.#asked?.fail(Object.assign(new Error(message.code), { code: message.code }));
        break;
      case 'ping':
        send({ type: 'pong' });
        break;
    }
  }
}

/** A supervisor that is gone hears nothing; that is told by itself. */
function send(message: ToSupervisor): void {
  process.send?.(message, undefined, undefined, () => undefined);
}
