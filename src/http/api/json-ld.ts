import type { Quad } from '@rdfjs/types';
import { context } from '../../jsonld/document-loader.js';
import { frameGraph, type Tree } from '../../jsonld/frame.js';
import { iri } from '../../rdf/prefixes.js';
import type { Entry } from '../../register/entries.js';
import type { RecordName } from '../../register/identifiers.js';
import { inOneLanguage } from '../../register/one-language.js';
import type { Register } from '../../register/read.js';
import { cardGraph, recordGraph } from '../../register/record-graph.js';
import type { Language } from '../../register/text.js';
import { commonContext, withCommonKeys } from './common-keys.js';

/** Where the context of an answer is: by its address, or written out. */
export interface ContextPlace {
  readonly base: string;
  readonly inline: boolean;
}

/**
 * The context of an answer. Its own keys are those of the answer that say nothing about the register's things (how many
 * there are, which page this is), or nothing that their own records do not say. They are mapped to null, so that expansion
 * drops them (JSON-LD 1.1 section 4.1): what a JSON-LD processor makes of an answer is then a part of the store, and loading
 * answers adds nothing to it.
 * Programs that page read them as plain JSON, by the names of the Hydra core vocabulary, or follow the Link header.
 */
export function contextOf(
  { base, inline }: ContextPlace,
  own: Readonly<Record<string, unknown>> = {},
): unknown {
  return [inline ? context['@context'] : `${base}/context/v1.jsonld`, { ...commonContext, ...own }];
}

/** What lists add to the context: `member` is the graph itself, for the list is no node, its members are. */
export const listKeys = { member: '@graph', totalItems: null, view: null } as const;

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
  return quads && treeOf(quads, register.identifiers.thing(name));
}

/** How cards are wanted. */
export interface CardForm {
  readonly language: Language | undefined;
  /** Whether they tell who takes part. */
  readonly involvements: boolean;
}

const involved: ReadonlySet<string> = new Set([iri('pac', 'hasInvolvement')]);

/** What lists tell of a record. */
export async function cardQuads(
  entry: Entry,
  register: Register,
  { language, involvements }: CardForm,
): Promise<readonly Quad[]> {
  return kept(await cardGraph(entry, register, involvements ? involved : undefined), language);
}

/** The same as a tree. Framing takes milliseconds, so cards are kept until the store changes. */
export function cardTree(entry: Entry, register: Register, form: CardForm): Promise<Tree> {
  const name = `card ${form.language ?? 'all'} ${form.involvements ? 'involvements' : ''}`;
  return register.derive(`${name} ${entry.path}`, async () =>
    treeOf(await cardQuads(entry, register, form), register.identifiers.thing(entry)),
  );
}

async function treeOf(quads: readonly Quad[], thing: string): Promise<Tree> {
  return withCommonKeys(await frameGraph(quads, thing), quads);
}

function kept(quads: readonly Quad[], language: Language | undefined): readonly Quad[] {
  return language === undefined ? quads : inOneLanguage(quads, language);
}
