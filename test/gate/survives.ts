import { setTimeout } from 'node:timers/promises';
import type { HostileRequest } from './hostile/hostile-request.js';
import { hostilePages } from './hostile-pages.js';
import { allHostileQueries } from './hostile-queries.js';
import { exchange } from './support/exchange.js';
import {
  clientTable,
  failureFinding,
  finding,
  megabytes,
  ms,
  noneFinding,
  p99Finding,
} from './support/findings.js';
import { GateServer } from './support/gate-server.js';
import { HarmlessClient } from './support/harmless-client.js';
import { judge } from './support/judge.js';
import type { Harmless, Sample } from './support/open-loop.js';
import { runAlone, table, type Finding, type GateOptions, type Scenario } from './support/scenario.js';

/** A query may take 30 s; then it has to be stopped. */
const limitMs = 30_000;
const marginMs = 5_000;
/** Bytes that all processes together may hold beyond their base. */
const mostGrowth = 1.5e9;

interface Row {
  readonly name: string;
  readonly outcome: string;
  readonly fault?: string;
  readonly ms: number;
  /** Bytes beyond the base, at most. */
  readonly grew: number;
  /** Whether the server was the same one afterwards. */
  readonly survived: boolean;
}

const probes: readonly Harmless[] = [
  { sort: '/health', path: '/health', status: 200, end: '}' },
  { sort: '/', path: '/', headers: { accept: 'text/html' }, status: 200, end: '</html>' },
];

/** Each hostile request alone, beside ten requests a second each for /health and for the home page. */
export const survives: Scenario = {
  name: 'survives',
  summary: 'each hostile request alone, beside /health and / ten times a second',
  mostMinutes: 150,
  run: options => survive([...allHostileQueries(), ...hostilePages], options),
};

/** The same with some of the requests. */
export async function survive(requests: readonly HostileRequest[], options: GateOptions): Promise<Finding[]> {
  let server = await GateServer.start(options);
  const { port } = server;
  const client = HarmlessClient.start({ port, address: '127.0.0.2', perSecond: 20, requests: probes });
  const rows: Row[] = [];
  for (const request of requests.filter(({ name }) => options.only.test(name))) {
    if (options.signal?.aborted) break;
    const row = await sent(request, server, rows.length);
    rows.push(row);
    options.print(rowText(row));
    if (row.survived) continue;
    await server.stop();
    server = await GateServer.start({ ...options, port });
  }
  const samples = await client.stop();
  await server.stop();
  options.print(rowsTable(rows));
  options.print(clientTable(samples));
  return findingsFrom(rows, samples, options.patience);
}

/** Each request comes from another address: what one is refused for is its own. */
async function sent(request: HostileRequest, server: GateServer, number: number): Promise<Row> {
  server.memory.mark();
  const address = `127.0.${String(10 + (number >> 7))}.${String(1 + (number & 127))}`;
  const reply = await exchange(request, { port: server.port, address });
  // What an attack leaves behind shows a moment later.
  await setTimeout(300);
  const answers = await server.answers(60_000);
  const { peakSinceMark } = server.memory;
  return {
    name: request.name,
    ...judge(request, reply, server.triples),
    ms: reply.ms,
    grew: Math.max(0, peakSinceMark - server.base),
    survived: answers && server.isUnchanged,
  };
}

function findingsFrom(rows: readonly Row[], samples: readonly Sample[], patience: number): Finding[] {
  const slowest = Math.max(...rows.map(row => row.ms));
  const growth = Math.max(...rows.map(({ grew }) => grew));
  return [
    noneFinding(
      `hostile requests (of ${String(rows.length)}) neither refused with a problem nor answered right`,
      rows.flatMap(({ name, fault }) => (fault === undefined ? [] : [`${name}: ${fault}`])),
    ),
    finding(
      'the slowest answer',
      slowest < limitMs + marginMs,
      ms(slowest),
      `within ${ms(limitMs)} and ${ms(marginMs)}`,
    ),
    noneFinding(
      'requests after which the server’s processes were not the same',
      rows.filter(({ survived }) => !survived).map(({ name }) => name),
    ),
    finding(
      'resident memory of all processes together',
      growth < mostGrowth,
      `base + ${megabytes(growth)}`,
      `below base + ${megabytes(mostGrowth)}`,
    ),
    failureFinding('/health and /', samples),
    ...probes.map(({ sort }) => p99Finding(sort, samples, 200 * patience)),
  ];
}

function cells({ name, outcome, fault = '', ms: time, grew, survived }: Row): string[] {
  return [name, outcome, ms(time), megabytes(grew), survived ? fault : `THE SERVER ENDED ${fault}`];
}

function rowText(row: Row): string {
  return cells(row).join(' · ');
}

function rowsTable(rows: readonly Row[]): string {
  return table(['request', 'answer', 'time', 'memory beyond base', 'fault'], rows.map(cells));
}

await runAlone(import.meta, survives);
