import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { lightQueries } from './ordinary-client.js';
import { clientTable, failureFinding, finding, memoryFinding, p99Finding } from './support/findings.js';
import { GateServer } from './support/gate-server.js';
import { HarmlessClient } from './support/harmless-client.js';
import type { Sample } from './support/open-loop.js';
import { runAlone, type Finding, type GateOptions, type Scenario } from './support/scenario.js';
import { readSlowly, type SlowReading } from './support/slow-reader.js';

/** Rows of about 394 bytes in JSON: these are 23.7 MB. */
const largeRows = 60_000;
/** In which the answers of slow readers are made: that is no slow reading yet. */
const settleMs = 5_000;
/** How long each number of readers is watched, unless less is asked. */
const mostSeconds = 25;

/** Eight and forty readers of a large answer at 20 kB a second, and one at 300 kB, beside light queries. */
export const slowReaders: Scenario = {
  name: 'slow-readers',
  summary: 'eight and forty readers of a large answer at 20 kB/s, and one at 300 kB/s, beside light queries',
  mostMinutes: 10,
  run: async options => {
    const server = await GateServer.start(options);
    const steady = readSteadily(server);
    const findings = [
      ...(await besideReaders(server, 8, options)),
      ...(await besideReaders(server, 40, options)),
      wholeFinding(await steady),
      memoryFinding(server),
    ];
    await server.stop();
    return findings;
  },
};

/** A large answer, another one for each number, so that it is not one that is kept. */
function largePath(number: number, rows = largeRows): string {
  const query = `SELECT * { ?s ?p ?o . ?s ?q ?r } LIMIT ${String(rows)} # ${String(number)}`;
  return `/sparql?${new URLSearchParams({ query, format: 'json' }).toString()}`;
}

/** Reads at a rate at which nobody is cut. */
function readSteadily({ port }: GateServer): Promise<SlowReading> {
  const options = { port, address: '127.0.0.3', path: largePath(0), bytesPerSecond: 300_000 };
  return readSlowly(options, AbortSignal.timeout(180_000));
}

function wholeFinding({ status, bytes, isWhole, ms }: SlowReading): Finding {
  const end = isWhole ? 'whole' : 'not whole';
  const measured = `status ${String(status)}, ${(bytes / 1e6).toFixed(1)} MB in ${(ms / 1_000).toFixed(0)} s, ${end}`;
  const holds = status === 200 && isWhole && bytes > 20e6;
  return finding('a large answer read at 300 kB/s', holds, measured, '23.7 MB, whole');
}

/** Light queries while so many slow readers, each from an address of its own, have taken their places. */
export async function besideReaders(
  server: GateServer,
  count: number,
  { seconds, patience, print }: GateOptions,
): Promise<Finding[]> {
  const { port } = server;
  const leave = new AbortController();
  setMaxListeners(0, leave.signal);
  const readers = Array.from({ length: count }, (_, number) =>
    readSlowly(
      { port, address: `127.0.2.${String(1 + number)}`, path: largePath(1 + number), bytesPerSecond: 20_000 },
      leave.signal,
    ),
  );
  await setTimeout(settleMs);
  const samples = await lightQueriesFor(server, 1_000 * Math.min(seconds, mostSeconds));
  leave.abort();
  const readings = await Promise.all(readers);
  const served = readings.filter(({ status, bytes }) => status === 200 && bytes > 0).length;
  print(`${String(count)} slow readers, ${String(served)} of them with an answer under way`);
  print(clientTable(samples));
  const name = `light queries beside ${String(count)} slow readers`;
  return [
    failureFinding(name, samples),
    { ...p99Finding('sparql', samples, 200 * patience), line: `${name}: p99` },
  ];
}

async function lightQueriesFor({ port, things }: GateServer, milliseconds: number): Promise<Sample[]> {
  const requests = lightQueries(things);
  const client = HarmlessClient.start({ port, address: '127.0.0.2', perSecond: 5, requests });
  await setTimeout(milliseconds);
  return client.stop();
}

await runAlone(import.meta, slowReaders);
