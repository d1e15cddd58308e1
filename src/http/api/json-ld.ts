import type { Quad } from '@rdfjs/types';
import { context } from '../../jsonld/document-loader.js';
import { frameGraph, type Tree } from '../../jsonld/frame.js';
import type { Entry } from '../../register/entries.js';
import type { RecordName } from '../../register/identifiers.js';
import { inOneLanguage } from '../../register/one-language.js';
import type { Register } from '../../register/read.js';
import { cardGraph, recordGraph } from '../../register/record-graph.js';
import type { Language } from '../../register/text.js';

/** Where the context of an answer is: by its address, or written out. */
export interface ContextPlace {
  readonly base: string;
  readonly inline: boolean;
}

/**
 * The context of an answer. `unsaid` are keys of the answer that say nothing about the register's things (how many
 * there are, which page this is). They are mapped to null, so that expansion drops them (JSON-LD 1.1 section 4.1):
 * what a JSON-LD processor makes of an answer is then a part of the store, and loading answers adds nothing to it.
 * Programs that page read them as plain JSON, by the names of the Hydra core vocabulary, or follow the Link header.
 */
export function contextOf({ base, inline }: ContextPlace, unsaid: readonly string[] = []): unknown {
  const shared = inline ? context['@context'] : `${base}/context/v1.jsonld`;
  if (unsaid.length === 0) return shared;
  // `member` is the graph itself: the list is no node, its members are.
  const own = { member: '@graph', ...Object.fromEntries(unsaid.map(key => [key, null])) };
  return [shared, own];
}

/** All that the register says of one thing; undefined when there is no such record. */
export async function itemQuads(
  name: RecordName,
  register: Register,
  language: Language | undefined,
): Promise<readonly Quad[] | undefined> {
  const quads = await recordGraph(name, register);
  return quads && kept(quads, language);
}

/** The same as a tree below the thing. */
export async function itemTree(
  name: RecordName,
  register: Register,
  language: Language | undefined,
): Promise<Tree | undefined> {
  const quads = await itemQuads(name, register, language);
  return quads && frameGraph(quads, register.identifiers.thing(name));
}

/** What lists tell of a record. */
export async function cardQuads(
  entry: Entry,
  register: Register,
  language: Language | undefined,
): Promise<readonly Quad[]> {
  return kept(await cardGraph(entry, register), language);
}

/** The same as a tree. Framing takes milliseconds, so cards are kept until the store changes. */
export function cardTree(entry: Entry, register: Register, language: Language | undefined): Promise<Tree> {
  return register.derive(`card ${language ?? 'all'} ${entry.path}`, async () =>
    frameGraph(await cardQuads(entry, register, language), register.identifiers.thing(entry)),
  );
}

function kept(quads: readonly Quad[], language: Language | undefined): readonly Quad[] {
  return language === undefined ? quads : inOneLanguage(quads, language);
}
