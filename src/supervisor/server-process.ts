import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Address } from '../address.js';
import { Heartbeat } from './heartbeat.js';
import type { ListeningSocket } from './listening-socket.js';
import type { ToServer, ToSupervisor } from './messages.js';
import type { Life } from './life.js';

const script = fileURLToPath(new URL('../server-process.js', import.meta.url));

/** One that misses this many pings in a row, 10 s, does not answer readers either. */
const heartbeat = { everyMs: 2_000, missed: 5 };

/** Longest time from being told to stop to the end. Answers under way are cut before. */
const stopMs = 8_000;

export interface ServerProcessOptions {
  /** What follows the name of the program on its command line. */
  readonly args: readonly string[];
  readonly socket: ListeningSocket;
  /** Told once it answers. */
  readonly ready: () => void;
  /** Told when it answers no pings any more. It is killed then. */
  readonly stuck: (pid: number | undefined) => void;
}

/** A process that serves once it is its turn, as its supervisor sees it: from its start to its end. */
export class ServerProcess {
  /** How it lived, once it is gone. Rejects with the system's error when there is no room for one more process. */
  readonly ended: Promise<Life>;
  readonly #child: ChildProcess;
  readonly #heartbeat: Heartbeat;
  readonly #turn: Promise<boolean>;
  #take: (isRestart: boolean) => void = () => undefined;
  #startedAt = performance.now();
  #hasTurn = false;
  #readyAt: number | undefined;
  #stopTimer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ServerProcessOptions) {
    this.#turn = new Promise(resolve => {
      this.#take = resolve;
    });
    this.#child = spawn(process.execPath, [...process.execArgv, script, ...options.args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#heartbeat = new Heartbeat({
      ...heartbeat,
      ping: () => {
        this.#send({ type: 'ping' });
      },
      stuck: () => {
        options.stuck(this.#child.pid);
        this.#child.kill('SIGKILL');
      },
    });
    this.#child.on('message', message => {
      this.#receive(message as ToSupervisor);
    });
    this.ended = new Promise((resolve, reject) => {
      this.#child.on('exit', (code, signal) => {
        resolve(this.#end(code, signal));
      });
      this.#child.on('error', error => {
        // Otherwise it is about to end, and cannot be told anything any more.
        if (this.#child.pid === undefined) reject(error);
      });
    });
  }

  /**
   * Gives it the socket as soon as it asks.
   * @param isRestart whether another one answered before it: then readers wait already
   */
  takeTurn(isRestart: boolean): void {
    this.#hasTurn = true;
    this.#startedAt = performance.now();
    this.#take(isRestart);
  }

  /** Lets it end by itself if it is ready, and ends it otherwise, as it has nothing to lose then. */
  stop(): void {
    this.#heartbeat.stop();
    this.#child.kill('SIGTERM');
    this.#stopTimer ??= setTimeout(() => this.#child.kill('SIGKILL'), stopMs);
  }

  #receive(message: ToSupervisor): void {
    switch (message.type) {
      case 'bind':
        void this.#bind(message.address);
        break;
      case 'ready':
        this.#readyAt = performance.now();
        this.#heartbeat.start();
        this.options.ready();
        break;
      case 'pong':
        this.#heartbeat.answered();
        break;
    }
  }

  async #bind(address: Address): Promise<void> {
    if (!this.#hasTurn) this.#send({ type: 'wait' });
    const isRestart = await this.#turn;
    try {
      const bound = await this.options.socket.bind(address);
      const message: ToServer = { type: 'bound', isRestart };
      this.#child.send(message, bound, () => undefined);
    } catch (error) {
      this.#send({ type: 'unbound', code: (error as NodeJS.ErrnoException).code ?? String(error) });
    }
  }

  /** One that is gone or about to go hears nothing; its end is told by itself. */
  #send(message: ToServer): void {
    this.#child.send(message, () => undefined);
  }

  #end(code: number | null, signal: NodeJS.Signals | null): Life {
    this.#heartbeat.stop();
    clearTimeout(this.#stopTimer);
    const now = performance.now();
    const servedMs = this.#readyAt === undefined ? undefined : now - this.#readyAt;
    return { pid: this.#child.pid, code, signal, livedMs: now - this.#startedAt, servedMs };
  }
}
