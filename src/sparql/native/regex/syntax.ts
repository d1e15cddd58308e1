import type { CharacterSet } from './character-set.js';

/** A condition on a place between two characters. */
export type Anchor = 'start' | 'end' | 'line start' | 'line end';

/** Numbers of the groups from the first to before the second. */
export type GroupRange = readonly [first: number, end: number];

/** A regular expression, or a part of one, as a tree. `nullable` says that it may match without reading a character. */
export type Pattern =
  | { readonly kind: 'character'; readonly nullable: false; readonly set: CharacterSet }
  | { readonly kind: 'anchor'; readonly nullable: true; readonly anchor: Anchor }
  | { readonly kind: 'sequence'; readonly nullable: boolean; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly nullable: boolean; readonly parts: readonly Pattern[] }
  | { readonly kind: 'group'; readonly nullable: boolean; readonly number: number; readonly body: Pattern }
  | Repetition;

/** From `least` to `most` times the body, as many as possible, or as few when it is lazy. */
export interface Repetition {
  readonly kind: 'repetition';
  readonly nullable: boolean;
  readonly body: Pattern;
  readonly least: number;
  readonly most: number;
  readonly lazy: boolean;
  /** Groups inside the body. */
  readonly groups: GroupRange;
}

/** A pattern, and how many groups it has. */
export interface ParsedPattern {
  readonly root: Pattern;
  readonly groups: number;
}

export function character(set: CharacterSet): Pattern {
  return { kind: 'character', nullable: false, set };
}

export function anchored(anchor: Anchor): Pattern {
  return { kind: 'anchor', nullable: true, anchor };
}

export function sequence(parts: readonly Pattern[]): Pattern {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return { kind: 'sequence', nullable: parts.every(({ nullable }) => nullable), parts };
}

export function choice(parts: readonly Pattern[]): Pattern {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return { kind: 'choice', nullable: parts.some(({ nullable }) => nullable), parts };
}

export function group(number: number, body: Pattern): Pattern {
  return { kind: 'group', nullable: body.nullable, number, body };
}

export function repetition(repeated: Omit<Repetition, 'kind' | 'nullable'>): Pattern {
  return { kind: 'repetition', nullable: repeated.least === 0 || repeated.body.nullable, ...repeated };
}
