import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from './life.js';
import { ListeningSocket } from './listening-socket.js';
import { RestartPause } from './restart-pause.js';
import { ServerProcess } from './server-process.js';
import { SupervisorLog } from './supervisor-log.js';

/** Left to those who ask as soon as a server answers, before the next one is made ready beside it. */
const spareAfterMs = 1_000;

/**
 * Keeps a server process running, and the socket that it listens on, until it is told to stop. It does nothing else: what
 * does not run here cannot end it. A first process that is never ready is not started again: it would fail the same way.
 */
export class Supervisor {
  readonly #socket = new ListeningSocket();
  readonly #log = new SupervisorLog();
  readonly #pause = new RestartPause();
  readonly #stopping = new AbortController();
  #server: ServerProcess | undefined;
  /** Has its code loaded and waits for its turn, as that is half of the time for which readers wait for a restart. */
  #spare: ServerProcess | undefined;
  #spareTimer: NodeJS.Timeout | undefined;
  #wasReady = false;

  /** @param args what follows the name of the program on the command line */
  constructor(private readonly args: readonly string[]) {}

  /**
   * Ends once it is told to by SIGTERM or SIGINT, or with the first process if that is never ready.
   * @returns the exit code of the command
   */
  async run(): Promise<number> {
    // Ctrl-C goes to every process of a terminal, and npm passes it on once more: the second must not break off the stop.
    for (const signal of ['SIGTERM', 'SIGINT'])
      process.on(signal, () => {
        this.#stop();
      });
    for (let restarts = 0; ; restarts += 1) {
      const life = await this.#live();
      if (this.#isStopping) return this.#stopped(life);
      if (!this.#wasReady) return failed(life);
      const pauseMs = this.#pause.after(life);
      await this.#log.died(life, restarts, pauseMs);
      await pause(pauseMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      if (this.#isStopping) return 0;
    }
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  #stop(): void {
    this.#stopping.abort();
    this.#socket.close();
    clearTimeout(this.#spareTimer);
    this.#spare?.stop();
    this.#server?.stop();
  }

  async #live(): Promise<Life> {
    try {
      clearTimeout(this.#spareTimer);
      this.#server = this.#spare ?? this.#start();
      this.#spare = undefined;
      this.#server.takeTurn(this.#wasReady);
      return await this.#server.ended;
    } catch (error) {
      return { ...unborn, error: error as Error };
    } finally {
      this.#server = undefined;
    }
  }

  #start(): ServerProcess {
    return new ServerProcess({
      args: this.args,
      socket: this.#socket,
      ready: () => {
        this.#wasReady = true;
        this.#log.prepare();
        this.#spareTimer = setTimeout(() => {
          this.#prepareSpare();
        }, spareAfterMs);
      },
      stuck: pid => void this.#log.stuck(pid),
    });
  }

  #prepareSpare(): void {
    const spare = (this.#spare = this.#start());
    // Without one a restart takes longer, and no more than that: it tells itself what it met, once it is its turn.
    const gone = () => {
      if (this.#spare === spare) this.#spare = undefined;
    };
    spare.ended.then(gone, gone);
  }

  async #stopped({ pid, code, servedMs }: Life): Promise<number> {
    if (code === 0 || servedMs === undefined) return 0;
    await this.#log.notStopped(pid);
    return 1;
  }
}

const unborn: Life = { pid: undefined, code: null, signal: null, livedMs: 0, servedMs: undefined };

/** The exit code after a start that failed. A process that ends by itself told why. */
function failed({ code, signal, error }: Life): number {
  if (code !== null) return code;
  const how = error ? `could not be started (${error.message})` : `was ended by ${String(signal)}`;
  process.stderr.write(`communaux: The server process ${how} before it was ready.\n`);
  return 1;
}
