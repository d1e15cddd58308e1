import { JsonLdParser } from 'jsonld-streaming-parser';
import type { Quad, Term } from '@rdfjs/types';
import { sharedServer, type Server } from '../support/server.js';
import type { Answered } from '../support/http.js';

/** The addresses of answers are on the base IRI; the server under test listens elsewhere. */
const base = 'http://localhost:3000';

/** The path of an address of the register. */
export function pathOf(address: string): string {
  return address.startsWith(base) ? address.slice(base.length) : address;
}

/** For `before`: the server is up and has read its lists, however slow the machine. */
export async function ready(this: Mocha.Context): Promise<void> {
  this.timeout(120_000);
  await (await sharedServer()).house.warm();
}

export async function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  return (await sharedServer()).ask(path, { headers });
}

/** The Link header of an answer. */
export function linkOf({ headers }: Answered): string {
  return [headers['link'] ?? ''].flat().join(', ');
}

export async function getJson<T>(path: string): Promise<T> {
  const { status, text } = await get(path);
  if (status !== 200) throw new Error(`${path} answers ${status}: ${text}`);
  return JSON.parse(text) as T;
}

const contexts = new Map<string, Promise<object>>();

/** Contexts are read from the address that the answer gives, and from nowhere else. */
const documentLoader = {
  load(url: string): Promise<object> {
    const known = contexts.get(url) ?? getJson<object>(pathOf(url));
    contexts.set(url, known);
    return known as Promise<never>;
  },
};

/** What a JSON-LD processor other than the one that wrote the text makes of it, as N-Triples. */
export async function triplesOf(text: string): Promise<Set<string>> {
  const parser = new JsonLdParser({ documentLoader: documentLoader as never, baseIRI: 'urn:base' });
  const quads: Quad[] = [];
  parser.on('data', (quad: Quad) => quads.push(quad));
  const finished = new Promise((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
  });
  parser.end(text);
  await finished;
  return new Set(quads.map(lineOf));
}

/** Every triple of the store, whichever graph it is in. */
export async function storedTriples(): Promise<Set<string>> {
  const { house } = await sharedServer();
  return new Set([...house.register.store.quads()].map(lineOf));
}

/** The triples of one document of the register. */
export async function documentTriples({ house }: Server, iri: string): Promise<string[]> {
  return ((await house.register.document(iri)) ?? []).map(lineOf);
}

/** A triple as one line, the same for the same triple. */
export function lineOf({ subject, predicate, object }: Quad): string {
  return [subject, predicate, object].map(write).join(' ');
}

function write(term: Term): string {
  if (term.termType !== 'Literal') return `${term.termType} ${term.value}`;
  return JSON.stringify([term.value, term.language.toLowerCase() || term.datatype.value]);
}
