import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const startLimit = 60_000;

/** Whether Debian's `virtuoso-opensource` is there. */
export function virtuosoIsInstalled(): boolean {
  try {
    execFileSync('virtuoso-t', ['-?'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** A Virtuoso of the bench's own, in a temporary folder, that listens on this machine only. */
export class VirtuosoServer {
  #process: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly sqlPort: number,
    private readonly httpPort: number,
  ) {}

  /** @param readable folder that bulk loads may read */
  static async start(readable: string): Promise<VirtuosoServer> {
    const folder = await mkdtemp(join(tmpdir(), 'communaux-virtuoso-'));
    const server = new VirtuosoServer(folder, await freePort(), await freePort());
    await writeFile(join(folder, 'virtuoso.ini'), server.#settings(readable));
    await server.resume();
    return server;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${String(this.httpPort)}/sparql`;
  }

  /** Starts the server on what its folder holds. */
  async resume(): Promise<void> {
    const log = join(this.folder, 'virtuoso.log');
    await rm(log, { force: true });
    const ini = join(this.folder, 'virtuoso.ini');
    this.#process = spawn('virtuoso-t', ['+foreground', '+configfile', ini], { stdio: 'ignore' });
    process.once('exit', this.#vanish);
    const deadline = Date.now() + startLimit;
    while (!(await readFile(log, 'utf8').catch(() => '')).includes('Server online')) {
      if (this.#process.exitCode !== null || Date.now() > deadline)
        throw new Error('Virtuoso did not start.');
      await pause(100);
    }
  }

  /** What `isql-vt` prints for a statement. */
  async sql(statement: string): Promise<string> {
    const address = `127.0.0.1:${String(this.sqlPort)}`;
    const { stdout } = await run('isql-vt', [address, 'dba', 'dba', `EXEC=${statement}`]);
    return stdout;
  }

  async residentBytes(): Promise<number> {
    const status = await readFile(`/proc/${String(this.#process?.pid)}/status`, 'utf8').catch(() => '');
    return 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
  }

  /** Ends the process, whatever it is doing. What was checkpointed stays. */
  async halt(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    process.off('exit', this.#vanish);
    await rm(join(this.folder, 'virtuoso.lck'), { force: true });
  }

  async remove(): Promise<void> {
    await this.halt();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** When the bench ends before it has closed its peers. */
  readonly #vanish = (): void => {
    this.#process?.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  };

  /** Buffers of 8 kB, 2 GB in all, and as many threads a query as there are cores. */
  #settings(readable: string): string {
    const file = (name: string) => join(this.folder, name);
    return `[Database]
DatabaseFile = ${file('virtuoso.db')}
ErrorLogFile = ${file('virtuoso.log')}
LockFile = ${file('virtuoso.lck')}
TransactionFile = ${file('virtuoso.trx')}
xa_persistent_file = ${file('virtuoso.pxa')}
ErrorLogLevel = 7
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = ${file('temporary.db')}
TransactionFile = ${file('temporary.trx')}
[Parameters]
ServerPort = 127.0.0.1:${String(this.sqlPort)}
ServerThreads = 20
NumberOfBuffers = 240000
MaxDirtyBuffers = 180000
CheckpointInterval = 0
DirsAllowed = ${readable}
ThreadsPerQuery = ${String(availableParallelism())}
AsyncQueueMaxThreads = 10
[HTTPServer]
ServerPort = 127.0.0.1:${String(this.httpPort)}
ServerThreads = 10
KeepAliveTimeout = 60
MaxKeepAlives = 10
[SPARQL]
ResultSetMaxRows = 100000000
[Plugins]
`;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
