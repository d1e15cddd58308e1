import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { program } from 'commander';
import { benchFolder } from './bench-folder.js';
import { generate } from './generator/generate.js';
import { machine } from './machine.js';
import { freePort } from './serving.js';
import { median } from './statistics.js';
import { wholeNumber } from './whole-number.js';

/**
 * How soon a server that has its columns in a file answers its first query after it is started.
 *
 *     npm run bench:start -- --records 50000 --runs 10
 */
interface Started {
  /** From the start of the process to its first accepted connection, in milliseconds. */
  readonly listening: number;
  /** From the start of the process to the last byte of its first answer, in milliseconds. */
  readonly answered: number;
  /** Of the supervisor and its server process together. */
  readonly residentMb: number;
}

const command = fileURLToPath(new URL('../../src/cli.js', import.meta.url));
const query = 'SELECT (COUNT(*) AS ?commons) WHERE { ?thing a <https://w3id.org/communaux/pac#Commons> }';
const retryMs = 5;

const { records, runs } = program
  .name('npm run bench:start --')
  .description('Starts a server again and again, and measures how soon it answers its first query.')
  .option('--records <number>', 'records in the register, about 25 triples each', wholeNumber, 50_000)
  .option('--runs <number>', 'measured starts, after one that writes the column file', wholeNumber, 10)
  .parse()
  .opts<{ records: number; runs: number }>();

const folder = benchFolder();
const [seed, dataDir] = [join(folder, 'register.nq'), join(folder, 'data')];
const { triples } = generate(seed, records);
print(`${String(records)} records, ${String(triples)} triples, ${machine()}`);
const { answered } = await start();
if (!existsSync(join(dataDir, 'columns'))) throw new Error('The server wrote no column file.');
print(`without a column file: first answer after ${answered.toFixed(0)} ms\n`);
const starts: Started[] = [];
for (let run = 0; run < runs; run += 1) starts.push(await start());
printRow(`${String(runs)} starts`, ['median', 'least', 'most']);
printFigures('listening, ms', one => one.listening);
printFigures('first answer, ms', one => one.answered);
printFigures('resident set, MB', one => one.residentMb);

/** Starts the server, asks it one query as soon as it listens, and ends it. */
async function start(): Promise<Started> {
  const port = await freePort();
  // The column file is for one base only.
  const settings = { port, 'base-url': 'http://localhost:3000', seed, 'data-dir': dataDir };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const begun = performance.now();
  const child = spawn(process.execPath, [command, 'serve', ...flags], { stdio: 'ignore' });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit').finally(() => process.off('exit', kill));
  try {
    const { connectedAt, endedAt } = await firstAnswer(port, child);
    const residentMb = residentMbOf(child.pid);
    return { listening: connectedAt - begun, answered: endedAt - begun, residentMb };
  } finally {
    // The supervisor ends after its server process.
    child.kill('SIGTERM');
    await ended;
  }
}

/** Of a process and those that it started. */
function residentMbOf(pid: number | undefined): number {
  const folder = `/proc/${String(pid)}`;
  const own = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1];
  const children = readFileSync(`${folder}/task/${String(pid)}/children`, 'utf8')
    .split(' ')
    .filter(Boolean);
  return children.reduce((sum, child) => sum + residentMbOf(Number(child)), Number(own) / 1_024);
}

async function firstAnswer(port: number, child: ChildProcess): ReturnType<typeof ask> {
  const url = `http://127.0.0.1:${String(port)}/sparql?query=${encodeURIComponent(query)}`;
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await ask(url).catch(() => undefined);
    if (answer) return answer;
    await setTimeout(retryMs);
  }
  throw new Error('The server ended before it answered.');
}

/** Rejects when nobody listens, or the answer is not 200. */
function ask(url: string): Promise<{ readonly connectedAt: number; readonly endedAt: number }> {
  return new Promise((resolve, reject) => {
    let connectedAt = NaN;
    const asked = get(url, { agent: false }, response => {
      response.resume().on('end', () => {
        if (response.statusCode === 200) resolve({ connectedAt, endedAt: performance.now() });
        else reject(new Error(`The server answers ${String(response.statusCode)}.`));
      });
    });
    asked.on('socket', socket => socket.on('connect', () => (connectedAt = performance.now())));
    asked.on('error', reject);
  });
}

function printFigures(name: string, figure: (one: Started) => number): void {
  const values = starts.map(figure);
  const figures = [median(values), Math.min(...values), Math.max(...values)];
  printRow(
    name,
    figures.map(value => value.toFixed(0)),
  );
}

function printRow(name: string, cells: readonly string[]): void {
  print(name.padEnd(20) + cells.map(cell => cell.padStart(8)).join(''));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
