import { exchange } from './support/exchange.js';
import type { Harmless, Plan } from './support/open-loop.js';

/** The address that the ordinary client asks from; attackers ask from others. */
const ordinaryAddress = '127.0.0.2';

const html = {
  headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' },
  status: 200,
  end: '</html>',
};
const json = { status: 200, end: '}' };
const pac = 'https://w3id.org/communaux/pac#';
const prefixes = `PREFIX dct: <http://purl.org/dc/terms/> PREFIX pac: <${pac}> `;

/** Light queries about a thing; each is another text for each thing and number, so that most are no answers kept. */
const light: readonly ((thing: string, number: number) => string)[] = [
  thing => `SELECT ?p ?o { <${thing}> ?p ?o }`,
  thing => `ASK { <${thing}> a ?type }`,
  (thing, number) => `SELECT ?s ?p { ?s ?p <${thing}> } LIMIT ${String(20 + (number % 50))}`,
  () => `${prefixes}SELECT (COUNT(*) AS ?n) { ?commons a pac:DigitalCommons }`,
  (_thing, number) =>
    `${prefixes}SELECT ?c ?t { ?c a pac:DigitalCommons ; dct:title ?t } ORDER BY ?t LIMIT 10 OFFSET ${String(number % 97)}`,
  thing => `${prefixes}SELECT ?t ?s { <${thing}> dct:title ?t OPTIONAL { <${thing}> dct:subject ?s } }`,
  (thing, number) =>
    `${prefixes}SELECT ?title { <${thing}> dct:relation|^dct:relation ?other . ?other dct:title ?title } LIMIT ${String(5 + (number % 7))}`,
  (_thing, number) =>
    `${prefixes}SELECT ?c { ?c a pac:DigitalCommons ; dct:title ?t FILTER(CONTAINS(LCASE(?t), "${'aeiorst'[number % 7] ?? ''}${String(number % 10)}")) } LIMIT 10`,
];

const lists = ['commons', 'action', 'actor', 'event', 'resource', 'need', 'theme', 'territory'];
const narrowed = ['', '?lang=en', '?sort=modified', '?q=libre'];

/** A second of the client: what it asks, in this order. Twenty-five in all. */
const second =
  'health sparql page sparql record page list api record sparql page record sparql list record api sparql health record sparql list page api sparql record'.split(
    ' ',
  );

/** What an ordinary client asks of a register with these things; some minutes of it, which then come again. */
export function ordinaryRequests(things: readonly string[]): Harmless[] {
  const makers: Readonly<Record<string, (number: number) => Harmless>> = {
    health: () => ({ sort: 'health', path: '/health', ...json }),
    page: number => ({ sort: 'page', path: number % 2 === 0 ? '/' : '/?lang=en', ...html }),
    record: number => ({ sort: 'page', path: pathOf(pick(things, number * 7)), ...html }),
    list: number => ({
      sort: 'page',
      path: `/${pick(lists, number)}${pick(narrowed, number >> 3)}`,
      ...html,
    }),
    api: number => ({ sort: 'api', path: apiPath(pick(things, number * 11), number), ...json }),
    sparql: number => lightQuery(things, number),
  };
  const requests: Harmless[] = [];
  for (let number = 0; number < 8_000; number += 1) {
    const request = makers[pick(second, number)]?.(number);
    if (request) requests.push(request);
  }
  return requests;
}

/** A light query: another one for each number. */
function lightQuery(things: readonly string[], number: number): Harmless {
  const thing = pick(things, number * 13);
  const text = pick(light, number)(thing, number);
  const path = `/sparql?${new URLSearchParams({ query: text, format: 'json' }).toString()}`;
  return { sort: 'sparql', path, ...json };
}

/** Light queries only. */
export function lightQueries(things: readonly string[]): Harmless[] {
  return Array.from({ length: 2_000 }, (_, number) => lightQuery(things, number));
}

/** Twenty-five of its requests a second. */
export function ordinaryPlan({ port, things }: { port: number; things: readonly string[] }): Plan {
  return { port, address: ordinaryAddress, perSecond: 25, requests: ordinaryRequests(things) };
}

/** IRIs of the things that have a record in the register on a port. */
export async function thingsOf(port: number): Promise<string[]> {
  const query =
    'SELECT ?thing { ?document a <http://www.w3.org/ns/dcat#CatalogRecord> ; <http://xmlns.com/foaf/0.1/primaryTopic> ?thing } ORDER BY ?thing';
  const path = `/sparql?${new URLSearchParams({ query, format: 'csv' }).toString()}`;
  const { status, head, error = '' } = await exchange({ path }, { port });
  const [, ...things] = head.trim().split(/\r?\n/);
  if (status !== 200 || things.length < 100)
    throw new Error(`The things of the register were not told: ${String(status)} ${error}`);
  // The last of a text that was cut may be a part of an IRI.
  return things.slice(0, -1);
}

function pathOf(thing: string): string {
  return new URL(thing).pathname.replace(/^\/id/, '');
}

function apiPath(thing: string, number: number): string {
  return number % 3 === 0 ? `/api/${pick(lists, number)}?size=10` : `/api${pathOf(thing)}`;
}

function pick<T>(from: readonly T[], number: number): T {
  const picked = from[number % from.length];
  if (picked === undefined) throw new Error('There is nothing to pick from.');
  return picked;
}
