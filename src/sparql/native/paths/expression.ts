import type { NamedNode } from '@rdfjs/types';
import { Types, type Algebra } from '@traqula/algebra-transformations-1-2';
import type { Snapshot } from '../../../store/snapshot.js';
import type { TermId } from '../../../store/dictionary.js';

/** A property path expression (SPARQL 1.1 Query section 18.2.2.3) with ids in place of IRIs. */
export type PathExpression =
  | { readonly kind: 'link'; readonly predicate: TermId }
  | { readonly kind: 'negated'; readonly excluded: readonly TermId[] }
  | { readonly kind: 'inverse'; readonly path: PathExpression }
  | { readonly kind: 'sequence'; readonly parts: readonly PathExpression[] }
  | { readonly kind: 'alternative'; readonly parts: readonly PathExpression[] }
  /** `?` has zero, `+` has many, `*` has both. */
  | {
      readonly kind: 'repeat';
      readonly path: PathExpression;
      readonly zero: boolean;
      readonly many: boolean;
    };

/** Reads a path of the algebra. A predicate that the dictionary does not hold is `noTerm`, which no triple has. */
export function expressionOf(path: Algebra.Operation, snapshot: Snapshot): PathExpression {
  const known = path as Algebra.PropertyPathSymbol;
  const read = (part: Algebra.Operation) => expressionOf(part, snapshot);
  const find = (iri: NamedNode) => snapshot.dictionary.find(iri);
  switch (known.type) {
    case Types.LINK:
      return { kind: 'link', predicate: find(known.iri) };
    case Types.NPS:
      return { kind: 'negated', excluded: known.iris.map(find) };
    case Types.INV:
      return { kind: 'inverse', path: read(known.path) };
    case Types.SEQ:
      return { kind: 'sequence', parts: known.input.map(read) };
    case Types.ALT:
      return { kind: 'alternative', parts: known.input.map(read) };
    case Types.ZERO_OR_ONE_PATH:
      return { kind: 'repeat', path: read(known.path), zero: true, many: false };
    case Types.ZERO_OR_MORE_PATH:
      return { kind: 'repeat', path: read(known.path), zero: true, many: true };
    case Types.ONE_OR_MORE_PATH:
      return { kind: 'repeat', path: read(known.path), zero: false, many: true };
  }
}

/**
 * Whether the path leads from a term that is no node of the graph to that term itself, when the query names the term
 * (section 18.4, ZeroOrOnePath and ALP). A sequence does not: its later parts begin at a variable, which stands for nodes
 * of the graph only.
 */
export function matchesAbsentTerm(path: PathExpression): boolean {
  switch (path.kind) {
    case 'link':
    case 'negated':
    case 'sequence':
      return false;
    case 'inverse':
      return matchesAbsentTerm(path.path);
    case 'alternative':
      return path.parts.some(matchesAbsentTerm);
    case 'repeat':
      return path.zero || matchesAbsentTerm(path.path);
  }
}
