import { tags, type Tag, type TagTable, type ValueSpace } from '../../store/term-tags.js';

/** How a term compares: the value space of a literal, or what else it is. */
export type TermSpace = ValueSpace | 'iri' | 'blank' | 'triple';

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
  return tag === tags.triple ? 'triple' : meanings[tag]!.space;
}
