import { setTimeout } from 'node:timers/promises';
import { ordinaryPlan } from './ordinary-client.js';
import { descendantsOf, descriptorsOf, isAlive, residentBytes } from './processes.js';
import { keepBusy, statusesText } from './support/expensive.js';
import { clientTable, finding, ms, noneFinding } from './support/findings.js';
import { GateServer } from './support/gate-server.js';
import { HarmlessClient } from './support/harmless-client.js';
import type { Sample } from './support/open-loop.js';
import { runAlone, type Finding, type GateOptions, type Scenario } from './support/scenario.js';

/** From a server that answers again to the next kill: it is under load by then. */
const betweenMs = 3_000;
/** A request sent as the signal is on its way may have reached the process that gets it. */
const onTheWayMs = 100;
const backMs = 2_000;
const startMs = 60_000;
const settledMs = 8_000;

/** What the parent holds, which a child that was killed must not leave behind. */
interface Held {
  readonly descriptors: number;
  readonly bytes: number;
}

/** The process that runs queries is killed again and again under load. */
export const kills: Scenario = {
  name: 'kills',
  summary:
    'SIGKILL to the process that runs queries, fifty times, beside an ordinary client and expensive queries',
  mostMinutes: 20,
  run: async options => {
    const server = await GateServer.start(options);
    try {
      return await killed(server, options);
    } finally {
      await server.stop();
    }
  },
};

async function killed(server: GateServer, { kills: times, print }: GateOptions): Promise<Finding[]> {
  const before = heldBy(server);
  const client = HarmlessClient.start({ ...ordinaryPlan(server), newConnections: true });
  const stop = new AbortController();
  const busy = keepBusy({ port: server.port, address: '127.0.0.3', atOnce: 3 }, stop.signal);
  await setTimeout(betweenMs);
  const killedAt: number[] = [];
  for (let kill = 0; kill < times && server.isRunning; kill += 1) {
    await killOnce(server, killedAt);
    // The next one is for a process that is at work, not for one that starts.
    await server.answers(startMs);
    await setTimeout(betweenMs);
  }
  stop.abort();
  const samples = await client.stop();
  print(`expensive queries were answered: ${statusesText(await busy)}`);
  print(clientTable(samples));
  await setTimeout(settledMs);
  return [
    ...outcomes(samples, killedAt),
    ...leftBehind(before, heldBy(server)),
    sameFinding(server, times, killedAt),
  ];
}

async function killOnce(server: GateServer, killedAt: number[]): Promise<void> {
  const victim = await childOf(server);
  killedAt.push(Date.now());
  process.kill(victim, 'SIGKILL');
  for (let waited = 0; waited < 1_000 && isAlive(victim); waited += 5) await setTimeout(5);
}

/** The process that runs queries: of those that the command started, the one with the most in memory. */
async function childOf({ pid }: GateServer): Promise<number> {
  for (let waited = 0; waited < 10_000; waited += 100) {
    const bySize = descendantsOf(pid).sort((a, b) => residentBytes([b]) - residentBytes([a]));
    if (bySize[0] !== undefined) return bySize[0];
    await setTimeout(100);
  }
  throw new Error('The command has no process of its own for queries: to kill it would end the server.');
}

function heldBy({ pid }: GateServer): Held {
  return { descriptors: descriptorsOf(pid), bytes: residentBytes([pid]) };
}

function outcomes(samples: readonly Sample[], killedAt: readonly number[]): Finding[] {
  // In flight: sent before a kill, and not over before it.
  const wasInFlight = ({ sentAt, dueAt, ms: took }: Sample) =>
    killedAt.some(at => sentAt <= at + onTheWayMs && dueAt + took >= at);
  const failed = samples.filter(({ fault }) => fault !== undefined);
  const wrong = failed.filter(sample => !wasInFlight(sample));
  return [
    noneFinding(
      `failed requests (of ${String(samples.length)}, ${String(failed.length)} failed) that were not in flight at a kill`,
      wrong.map(({ sort, fault = '' }) => `${sort}: ${fault}`),
    ),
    ...['page', 'sparql'].map(sort => backFinding(sort, samples, killedAt)),
  ];
}

/** The longest time from a kill until a request sent after it was answered. */
function backFinding(sort: string, samples: readonly Sample[], killedAt: readonly number[]): Finding {
  const good = samples.filter(sample => sample.sort === sort && sample.fault === undefined);
  const backs = killedAt.map(at =>
    Math.min(
      ...good
        .filter(({ sentAt }) => sentAt > at + onTheWayMs)
        .map(({ dueAt, ms: took }) => dueAt + took - at),
    ),
  );
  const most = Math.max(0, ...backs);
  return finding(
    `${sort} answered again after a kill`,
    killedAt.length > 0 && most < backMs,
    `within ${ms(most)}`,
    `within ${ms(backMs)}`,
  );
}

function leftBehind(before: Held, after: Held): Finding[] {
  const descriptors = after.descriptors - before.descriptors;
  const megabytes = (after.bytes - before.bytes) / 1e6;
  return [
    finding('descriptors left in the command’s process', descriptors <= 2, String(descriptors), 'at most 2'),
    finding(
      'memory left in the command’s process',
      megabytes < 30,
      `${megabytes.toFixed(0)} MB`,
      'below 30 MB',
    ),
  ];
}

function sameFinding(server: GateServer, times: number, killedAt: readonly number[]): Finding {
  const isThere = server.isRunning && killedAt.length === times;
  return finding(
    `the command after ${String(killedAt.length)} kills`,
    isThere,
    isThere ? 'runs' : 'ended',
    'runs',
  );
}

await runAlone(import.meta, kills);
