import { lightQueries } from './ordinary-client.js';
import { cutFindings } from './support/cut-answers.js';
import { exchange, type From, type Reply } from './support/exchange.js';
import { expensivePath } from './support/expensive.js';
import { clientTable, failureFinding, finding } from './support/findings.js';
import { GateServer } from './support/gate-server.js';
import { HarmlessClient } from './support/harmless-client.js';
import { Proxy, type ProxyKind } from './support/proxies.js';
import type { Finding, GateOptions } from './support/scenario.js';

const drained = '127.0.0.2';
const innocent = '127.0.0.3';
const atOnce = 8;
const drainMs = 150_000;

/** Two clients behind a proxy are told apart, and an answer that is cut is seen to be. */
export async function behindProxy(kind: ProxyKind, { print, environment }: GateOptions): Promise<Finding[]> {
  const server = await GateServer.start({
    environment: { ...environment, COMMUNAUX_TRUSTED_PROXIES: '127.0.0.1' },
  });
  const proxy = await Proxy.start(kind, server.port);
  const findings = [
    ...(await cutFindings(server.port, 'directly')),
    ...(await cutFindings(proxy.port, `behind ${kind.name}`)),
    ...(await toldApart(proxy.port, server, print)),
  ];
  await proxy.stop();
  await server.stop();
  return findings;
}

/** An answer that is cut is seen to be, behind a proxy. */
export async function cutsBehind(
  kind: ProxyKind,
  way: string,
  { environment }: GateOptions,
): Promise<Finding[]> {
  const server = await GateServer.start({ environment });
  const proxy = await Proxy.start(kind, server.port);
  const findings = await cutFindings(proxy.port, way);
  await proxy.stop();
  await server.stop();
  return findings;
}

/** One client asks for too much until it is refused; the other asks light queries all the while. */
async function toldApart(
  port: number,
  server: GateServer,
  print: (text: string) => void,
): Promise<Finding[]> {
  const requests = lightQueries(server.things);
  const client = HarmlessClient.start({ port, address: innocent, perSecond: 5, requests });
  const refused = await drain(port);
  const again = await light({ port, address: drained });
  const forged = await light({ port, address: drained }, innocent);
  // Nobody whom the server trusts says so: it is the client's own word.
  const direct = await light({ port: server.port, address: innocent }, drained);
  const samples = await client.stop();
  print(clientTable(samples));
  return [
    finding(
      'a client behind the proxy that asks for too much is refused with 429',
      refused,
      refused ? 'refused' : `never in ${String(drainMs / 1_000)} s`,
      'refused',
    ),
    failureFinding('the other client behind the proxy', samples),
    finding(
      'a forged X-Forwarded-For makes no other client of it',
      forged.status === again.status || again.status === 200,
      `status ${String(again.status)} without it, ${String(forged.status)} with it`,
      'the same',
    ),
    finding(
      'X-Forwarded-For of an address that is not trusted is not believed',
      direct.status === 200,
      `status ${String(direct.status)}`,
      '200',
    ),
  ];
}

/** Asks expensive queries until one is refused for that. @returns whether one was */
async function drain(port: number): Promise<boolean> {
  let isRefused = false;
  const begun = performance.now();
  const ask = async (client: number): Promise<void> => {
    for (let number = 0; !isRefused && performance.now() < begun + drainMs; number += 1) {
      const path = expensivePath(`${String(client)}.${String(number)}`);
      const { status } = await exchange({ path }, { port, address: drained });
      isRefused ||= status === 429;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, client) => ask(client)));
  return isRefused;
}

function light(from: From, forwardedFor?: string): Promise<Reply> {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return exchange({ path: `/sparql?${new URLSearchParams({ query: 'ASK {}' }).toString()}`, headers }, from);
}
