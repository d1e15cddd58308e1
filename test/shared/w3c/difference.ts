import type { Term } from '@rdfjs/types';
import { isomorphic } from '../../sparql/differential/compare/isomorphic.js';
import type { Expected } from './expected-results.js';

type Rows = Exclude<Expected, { type: 'boolean' }>;
type Texts = ReadonlyMap<string, string>;

/** What makes two terms the same: their letters, or, of numbers and instants, their values. */
export type TermKey = (term: Term) => string;

export interface Judgement {
  readonly key: TermKey;
  /** REDUCED may leave out as many equal solutions as it likes. */
  readonly lax: boolean;
}

/**
 * How an answer differs from what a test expects; undefined for an equal one: the same terms in as many rows (in the same
 * order where the test gives one), blank nodes being matched with each other.
 */
export function difference(expected: Expected, given: Expected, { key, lax }: Judgement): string | undefined {
  if (expected.type !== given.type) return `a ${given.type} instead of a ${expected.type}`;
  if (expected.type === 'boolean' || given.type === 'boolean')
    return expected.type === 'boolean' && given.type === 'boolean' && expected.value === given.value
      ? undefined
      : 'the other truth value';
  const [wanted, found] = [textsOf(expected, key, lax), textsOf(given, key, lax)];
  const ordered = expected.type === 'solutions' && expected.ordered;
  const same = ordered && !hasBlanks(expected) ? equalInOrder(wanted, found) : isomorphic(wanted, found);
  if (same) return undefined;
  const only = (rows: readonly Texts[], others: readonly Texts[]) =>
    rows.filter(row => !others.some(other => show([row]) === show([other])));
  return `too many: ${show(only(found, wanted))}; missing: ${show(only(wanted, found))}`;
}

/** Rows as texts; those of a graph, and under REDUCED, each once. */
function textsOf({ type, rows }: Rows, key: TermKey, lax: boolean): Texts[] {
  const texts = rows.map(row => new Map([...row].flatMap(([name, term]) => cells(name, term, key))));
  return type === 'graph' || lax ? [...new Map(texts.map(row => [show([row]), row])).values()] : texts;
}

/** The parts of a triple term one by one. */
function cells(name: string, term: Term, key: TermKey): [name: string, text: string][] {
  if (term.termType !== 'Quad') return [[name, key(term)]];
  const parts = { subject: term.subject, predicate: term.predicate, object: term.object };
  return Object.entries(parts).flatMap(([part, inner]) => cells(`${name}.${part}`, inner, key));
}

/** Language tags are equal without case (RDF 1.1 Concepts section 3.3); all else is by its letters. */
export function lettersOf(term: Term): string {
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  if (term.termType !== 'Literal') return `<${term.value}>`;
  const { value, language, datatype, direction } = term;
  return language
    ? `"${value}"@${language.toLowerCase()}${direction ? `--${direction}` : ''}`
    : `"${value}"^^<${datatype.value}>`;
}

const hasBlanks = ({ rows }: Rows) =>
  rows.some(row => [...row.values()].some(({ termType }) => termType === 'BlankNode'));

const equalInOrder = (one: readonly Texts[], other: readonly Texts[]) =>
  one.length === other.length && one.every((row, at) => show([row]) === show([other[at] ?? new Map()]));

const show = (rows: readonly Texts[]) =>
  rows
    .map(
      row =>
        `{${[...row]
          .map(pair => pair.join('='))
          .sort()
          .join(', ')}}`,
    )
    .join(' ');
