import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { lightQueries } from './ordinary-client.js';
import { clientTable, failureFinding, finding, memoryFinding, p99Finding } from './support/findings.js';
import { GateServer } from './support/gate-server.js';
import { HarmlessClient } from './support/harmless-client.js';
import { IdleConnections, type Crowd } from './support/idle-connections.js';
import { runAlone, type Finding, type GateOptions, type Scenario } from './support/scenario.js';
import { heldConnections } from './support/sockets.js';

const goneMs = 60_000;
/** Connections that the harmless client may have at once. */
const own = 20;

/** Ten thousand connections that say nothing and fifteen hundred that never read their answer. */
export const connections: Scenario = {
  name: 'connections',
  summary: '10 000 idle connections, then 1 500 that ask for much and never read, beside light queries',
  mostMinutes: 10,
  run: async options => {
    assertDescriptors(11_000);
    const server = await GateServer.start(options);
    const { port } = server;
    const idle = { port, count: 10_000, network: '127.1', perAddress: 50 };
    const stalled = { port, count: 1_500, network: '127.2', perAddress: 10, says: largeRequest };
    const findings = [
      ...(await crowded('idle', server, idle, options)),
      ...(await crowded('stalled', server, stalled, options)),
      memoryFinding(server),
    ];
    await server.stop();
    return findings;
  },
};

/** Half of them ask for a file, half for the answer to a query of their own. */
function largeRequest(number: number): string {
  const query = encodeURIComponent(`SELECT * { ?s ?p ?o } LIMIT ${String(30_000 + number)}`);
  const path = number % 2 === 0 ? '/dump/register.nt' : `/sparql?query=${query}&format=json`;
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
}

/** Opens the connections, asks light queries meanwhile, and waits until the server holds none of them. */
async function crowded(
  name: string,
  server: GateServer,
  crowd: Crowd,
  { patience, print }: GateOptions,
): Promise<Finding[]> {
  const { port, things } = server;
  const client = HarmlessClient.start({
    port,
    address: '127.0.0.2',
    perSecond: 10,
    requests: lightQueries(things),
  });
  const opening = performance.now();
  const connections = await IdleConnections.open(crowd);
  const opened = performance.now();
  const most = heldConnections(port);
  print(
    `${String(crowd.count)} ${name}: opened in ${seconds(opened - opening)}, of which ${String(most)} were held by the server`,
  );
  let held = most;
  for (; held > own && performance.now() < opened + 1.5 * goneMs; held = heldConnections(port))
    await setTimeout(500);
  const gone = performance.now() - opened;
  connections.close();
  const samples = await client.stop();
  print(clientTable(samples));
  const measured = `${String(held)} held after ${seconds(gone)}`;
  const beside = `light queries beside ${name} connections`;
  return [
    finding(
      `${String(crowd.count)} ${name} connections are gone`,
      held <= own && gone < goneMs,
      measured,
      'within 60 s',
    ),
    failureFinding(beside, samples),
    { ...p99Finding('sparql', samples, 1_000 * patience), line: `${beside}: p99` },
  ];
}

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;

/** Node takes as many descriptors as the system allows at most; a smaller bound makes the test worthless. */
function assertDescriptors(needed: number): void {
  const most = /^Max open files\s+\d+\s+(\d+|unlimited)/m.exec(
    readFileSync('/proc/self/limits', 'utf8'),
  )?.[1];
  if (most !== 'unlimited' && Number(most) < needed)
    throw new Error(
      `A process may open ${most ?? 'no'} files here, and ${String(needed)} are needed: raise ulimit -Hn.`,
    );
}

await runAlone(import.meta, connections);
