import { setTimeout } from 'node:timers/promises';
import { ordinaryPlan } from './ordinary-client.js';
import { exchange } from './support/exchange.js';
import { keepBusy, statusesText } from './support/expensive.js';
import { clientTable, failureFinding, finding, ms } from './support/findings.js';
import { GateServer } from './support/gate-server.js';
import { HarmlessClient } from './support/harmless-client.js';
import { runAlone, type Finding, type GateOptions, type Scenario } from './support/scenario.js';

const attacker = '127.0.0.1';
const newcomer = '127.0.0.7';
const forgivenMs = 60_000;
const firstMs = 1_000;

/** An attacker is refused, and nobody else. */
export const fair: Scenario = {
  name: 'fair',
  summary: 'twenty expensive queries at once from one address: nobody else is refused, nor it after a minute',
  mostMinutes: 15,
  run,
};

async function run({ seconds, patience, print, environment }: GateOptions): Promise<Finding[]> {
  const server = await GateServer.start({ environment });
  const client = HarmlessClient.start(ordinaryPlan(server));
  const stop = new AbortController();
  const attack = keepBusy({ port: server.port, address: attacker, atOnce: 20 }, stop.signal);
  await setTimeout((seconds * 1_000) / 2);
  stop.abort();
  // What is under way is answered or stopped at its limit.
  const statuses = await attack;
  const samples = await client.stop();
  print(`the attacker was answered: ${statusesText(statuses)}`);
  print(clientTable(samples));
  const first = await firstAnswer(server, newcomer, firstMs * patience);
  await setTimeout(forgivenMs);
  const again = await firstAnswer(server, attacker, firstMs * patience);
  await server.stop();
  return [
    failureFinding('an ordinary client beside the attack', samples),
    { ...first, line: 'the first query of another client after the attack' },
    { ...again, line: 'a query from the attacker’s address a minute after the attack' },
  ];
}

async function firstAnswer({ port }: GateServer, address: string, bound: number): Promise<Finding> {
  const path = `/sparql?${new URLSearchParams({ query: `ASK { ?s ?p ?o } # ${address}` }).toString()}`;
  const reply = await exchange({ path }, { port, address });
  const isFine = reply.status === 200 && reply.ms < bound;
  return finding(
    '',
    isFine,
    `status ${String(reply.status)} after ${ms(reply.ms)}`,
    `200 within ${ms(bound)}`,
  );
}

await runAlone(import.meta, fair);
