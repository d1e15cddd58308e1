import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { projectPath } from '../../../src/project.js';
import { freePort } from '../../bench/serving.js';
import { ordinaryRequests, thingsOf } from '../ordinary-client.js';
import { familyOf } from '../processes.js';
import { exchange } from './exchange.js';
import { gateFolder } from './gate-folder.js';
import { MemoryWatch } from './memory-watch.js';
import { end, hasEnded, killGroup, tracked } from './started.js';

export interface ServerOptions {
  /** Where it listens; by default a port that is free. */
  readonly port?: number;
  /** More settings, by their name in the environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Bytes at which the server is ended: the machine is shared. */
const mostBytes = 3_200_000_000;
const startMs = 90_000;
/** The supervisor ends a server that has not stopped after 8 s (src/supervisor/server-process.ts); and some more. */
const graceMs = 15_000;

/** The compiled command `communaux serve` on the register shipped, in a process of its own, with all its defaults. */
export class GateServer {
  readonly memory: MemoryWatch;
  /** Bytes that all its processes held after the start and a first round of requests. */
  base = 0;
  /** Its processes then. */
  family: readonly number[] = [];
  /** Triples that a query sees. */
  triples = 0;
  /** IRIs of what the register has a record of. */
  things: readonly string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly logFile: string,
  ) {
    this.memory = new MemoryWatch(this.pid, mostBytes, () => {
      killGroup(child);
    });
  }

  /** Settles when the server is ready and was asked everything an ordinary client asks, for a while. */
  static async start({ port, environment = {} }: ServerOptions = {}): Promise<GateServer> {
    const command = projectPath('dist', 'cli.js');
    if (!existsSync(command)) throw new Error(`There is no ${command}. Run npm run build first.`);
    const folder = gateFolder();
    const listening = port ?? (await freePort());
    const flags = { port: listening, 'base-url': 'http://localhost:3000', 'data-dir': join(folder, 'var') };
    const logFile = join(folder, 'log');
    const log = openSync(logFile, 'a');
    const child = spawn(
      process.execPath,
      [command, 'serve', ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)])],
      { detached: true, stdio: ['ignore', log, log], env: { PATH: process.env['PATH'], ...environment } },
    );
    closeSync(log);
    tracked(child);
    const server = new GateServer(child, listening, logFile);
    await server.#ready();
    await server.#warm();
    return server;
  }

  /** Of the command itself. */
  get pid(): number {
    return this.child.pid ?? -1;
  }

  get isRunning(): boolean {
    return !hasEnded(this.child);
  }

  get log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** Whether all the processes there were after the start are there still. */
  get isUnchanged(): boolean {
    const now = familyOf(this.pid);
    return this.isRunning && this.family.every(pid => now.includes(pid));
  }

  /** Whether the server answers within the time given, in milliseconds. */
  async answers(withinMs: number): Promise<boolean> {
    for (const deadline = performance.now() + withinMs; performance.now() < deadline && this.isRunning;) {
      const { status, ending } = await exchange(
        { path: '/health' },
        { port: this.port, timeoutMs: withinMs },
      );
      if (status === 200 && ending === 'whole') return true;
      await setTimeout(50);
    }
    return false;
  }

  async stop(): Promise<void> {
    this.memory.stop();
    await end(this.child, graceMs);
  }

  async #ready(): Promise<void> {
    if (await this.answers(startMs)) return;
    killGroup(this.child);
    throw new Error(`The server is not ready. ${this.log.slice(-2_000)}`);
  }

  /** Lists and libraries are read by the first who ask: what they cost belongs to no attack. */
  async #warm(): Promise<void> {
    for (let waited = 0; waited < 30_000 && !this.log.includes('files made'); waited += 100)
      await setTimeout(100);
    const ask = (path: string) => exchange({ path }, { port: this.port, address: '127.0.0.99' });
    this.things = await thingsOf(this.port);
    for (const { path } of ordinaryRequests(this.things).slice(0, 250)) await ask(path);
    const count = await ask(
      `/sparql?${new URLSearchParams({ query: 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', format: 'csv' }).toString()}`,
    );
    this.triples = Number(count.head.trim().split(/\s+/)[1]);
    await setTimeout(1_000);
    this.memory.mark();
    this.base = this.memory.last;
    this.family = familyOf(this.pid);
  }
}
