import { tags, type Tag, type TagTable, type ValueSpace } from '../../store/term-tags.js';

/** Datatypes that the store has no space for, as it keeps no column of their values, and that expressions compare. */
const further = ['gYear', 'gYearMonth', 'time', 'duration', 'dayTimeDuration', 'yearMonthDuration'] as const;
const xsd = 'http://www.w3.org/2001/XMLSchema#';

/** How a term compares: the value space of a literal, or what else it is. */
export type TermSpace = ValueSpace | (typeof further)[number] | 'iri' | 'blank' | 'triple';

const furtherSpaces = new Map<string, TermSpace>(further.map(name => [xsd + name, name]));

/** By tag, for the tables of dictionaries: no tag is added to these. */
const knownSpaces = new WeakMap<TagTable, readonly TermSpace[]>();

/** How the terms of each tag of a dictionary compare. */
export function spacesOf(table: TagTable): readonly TermSpace[] {
  const known = knownSpaces.get(table) ?? table.texts.map((_, tag) => spaceOf(tag, table));
  knownSpaces.set(table, known);
  return known;
}

export function spaceOf(tag: Tag, { meanings }: TagTable): TermSpace {
  if (tag === tags.iri) return 'iri';
  if (tag === tags.blank) return 'blank';
  if (tag === tags.triple) return 'triple';
  const { space, datatype } = meanings[tag]!;
  return space === 'other' ? (furtherSpaces.get(datatype) ?? space) : space;
}
