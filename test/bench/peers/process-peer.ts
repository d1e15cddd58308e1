import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Request, Response } from './messages.js';
import { OverTime, type AskOptions, type Loaded, type Peer, type Reply } from './peer.js';

const program = fileURLToPath(new URL('../peer-process.js', import.meta.url));
const execArgv = ['--expose-gc', '--max-old-space-size=12288'];
const loadLimit = 3_600_000;

/** An engine in a process of its own, ended and loaded anew after a query that takes too long. */
export class ProcessPeer implements Peer {
  readonly over = 'process';
  #child: ChildProcess | undefined;
  #file: string | undefined;

  constructor(readonly name: string) {}

  async load(file: string): Promise<Loaded> {
    this.#file = file;
    const response = await this.#request({ type: 'load', file }, loadLimit);
    if (response.type !== 'loaded') throw new Error(`${this.name} gave no answer to load.`);
    return response.loaded;
  }

  async ask(query: string, { rows, limit }: AskOptions): Promise<Reply> {
    if (!this.#child && this.#file) await this.load(this.#file);
    const response = await this.#request({ type: 'ask', query, rows }, limit);
    if (response.type !== 'reply') throw new Error(`${this.name} gave no answer to a query.`);
    return response.reply;
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async #request(request: Request, limit: number): Promise<Response> {
    const child = (this.#child ??= start(this.name));
    const response = await exchange(child, request, limit).catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
    if (response.type === 'failed') throw new Error(response.message);
    return response;
  }
}

/** Starts an engine's process, which ends with this one. */
function start(name: string): ChildProcess {
  const child = fork(program, [name], { execArgv, serialization: 'advanced' });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** @throws OverTime, or when the process ends before it answers */
function exchange(child: ChildProcess, request: Request, limit: number): Promise<Response> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => {
        reject(new OverTime());
      });
    }, limit);
    const onMessage = (response: Response): void => {
      settle(() => {
        resolve(response);
      });
    };
    const onExit = (code: number | null): void => {
      settle(() => {
        reject(new Error(`The process ended (${String(code ?? 'by a signal')}).`));
      });
    };
    const settle = (how: () => void): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      how();
    };
    child.on('message', onMessage).on('exit', onExit);
    child.send(request);
  });
}
