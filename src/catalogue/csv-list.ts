import { Store } from 'n3';
import { namedNode } from '../rdf/terms.js';
import type { Entry } from '../register/entries.js';
import { inTurn } from '../register/in-turn.js';
import type { Kind } from '../register/kinds.js';
import { labelOf } from '../register/labels.js';
import type { Register } from '../register/read.js';
import type { Language } from '../register/text.js';
import { columnsOf } from './columns.js';
import { keysOf } from './csv-metadata.js';
import { cellsOf, headerOf, type Subject } from './table.js';

/** The header of a kind's table, the same in its lists and its dump. */
export function listHeader(kind: Kind): string[] {
  return [...keysOf(kind), ...columnsOf(kind).flatMap(headerOf)];
}

/**
 * Records of one kind as a table, in the order given.
 * @param language of the names of the things referred to; texts stand in both languages, each in its own column
 */
export async function listRows(
  kind: Kind,
  entries: readonly Entry[],
  language: Language,
  register: Register,
): Promise<string[][]> {
  const rows = await inTurn(entries, entry =>
    register.derive(`row ${language} ${entry.path}`, () => rowOf(entry, language, register)),
  );
  return [listHeader(kind), ...rows];
}

async function rowOf(entry: Entry, language: Language, register: Register): Promise<string[]> {
  const { identifiers } = register;
  const [thing, document] = [identifiers.thing(entry), identifiers.document(entry)];
  const quads = new Store([...((await register.document(document)) ?? [])]);
  const subject: Subject = { quads, thing: namedNode(thing), record: namedNode(document) };
  const nameOf = async (iri: string) => (await labelOf(iri, language, register))?.value;
  const cells = await Promise.all(columnsOf(entry.kind).map(column => cellsOf(column, subject, nameOf)));
  return [thing, entry.kind, document, ...cells.flat()];
}
