import { setTimeout } from 'node:timers/promises';
import { hostilePages } from './hostile-pages.js';
import { allHostileQueries } from './hostile-queries.js';
import { ordinaryPlan } from './ordinary-client.js';
import { attack, tallyText } from './support/attackers.js';
import {
  clientTable,
  failureFinding,
  finding,
  memoryFinding,
  noneFinding,
  p99Finding,
} from './support/findings.js';
import { GateServer } from './support/gate-server.js';
import { HarmlessClient } from './support/harmless-client.js';
import { interleaved } from './support/interleaved.js';
import { runAlone, type Finding, type GateOptions, type Scenario } from './support/scenario.js';

const attackers = 8;

/** All hostile requests, eight at a time, beside an ordinary client from another address. */
export const hostileMix: Scenario = {
  name: 'hostile-mix',
  summary:
    'all hostile requests, eight at a time without end, beside an ordinary client from another address',
  mostMinutes: 20,
  run,
};

async function run({ seconds, only, patience, print, environment }: GateOptions): Promise<Finding[]> {
  const server = await GateServer.start({ environment });
  const requests = interleaved(allHostileQueries(), hostilePages).filter(({ name }) => only.test(name));
  const client = HarmlessClient.start(ordinaryPlan(server));
  const stop = new AbortController();
  const { port, triples } = server;
  const attacking = attack(
    { port, triples, address: '127.0.0.1', clients: attackers, requests },
    stop.signal,
  );
  for (let second = 0; second < seconds && server.isRunning; second += 1) await setTimeout(1_000);
  stop.abort();
  const tally = await attacking;
  const samples = await client.stop();
  const isUnchanged = server.isUnchanged;
  await server.stop();
  print(`attackers were answered: ${tallyText(tally)}`);
  print(clientTable(samples));
  return [
    failureFinding('the ordinary client', samples),
    p99Finding('sparql', samples, 500 * patience),
    ...['page', 'api', 'health'].map(sort => p99Finding(sort, samples, 200 * patience)),
    memoryFinding(server),
    finding('the server’s processes', isUnchanged, isUnchanged ? 'the same' : 'not the same', 'the same'),
    noneFinding('answers that nobody should get', tally.faults),
  ];
}

await runAlone(import.meta, hostileMix);
