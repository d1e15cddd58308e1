import type { Literal, Term } from '@rdfjs/types';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const numeric = new RegExp(`^${xsd}(?:integer|decimal|double|float|int|long|short|byte|nonNegativeInteger)$`);
/**
 * How far apart results may be that are the same but for the order of additions, in parts of the greater one, and of 1
 * where greater values have cancelled each other. Integers are exact.
 */
const tolerances: Readonly<Record<string, number>> = { float: 1e-4, double: 1e-9, decimal: 1e-9 };

/** The value of a numeric literal; undefined for others, ill-typed ones too. */
export function numberOf(term: Term): number | undefined {
  if (term.termType !== 'Literal' || !numeric.test(term.datatype.value)) return undefined;
  const text = term.value.trim();
  if (text === 'INF' || text === '+INF') return Infinity;
  if (text === '-INF') return -Infinity;
  if (text === 'NaN') return NaN;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  return term.datatype.value.endsWith('#float') ? Math.fround(Number(text)) : Number(text);
}

const toleranceOf = ({ datatype }: Literal) => tolerances[datatype.value.replace(xsd, '')] ?? 0;

/**
 * Whether two numbers may be the same, added up in another order: no engine is bound to tell them apart, nor those that
 * are equal as floats but not as doubles, since comparing each pair by its own type (SPARQL 1.1 Query section 17.3) is no
 * order.
 */
export function areClose(one: Literal, other: Literal): boolean {
  const tolerance = Math.max(toleranceOf(one), toleranceOf(other));
  return within(tolerance, numberOf(one) ?? NaN, numberOf(other) ?? NaN);
}

function within(tolerance: number, one: number, other: number): boolean {
  const apart = Math.abs(one - other);
  return one === other || apart <= tolerance * Math.max(1, Math.min(Math.abs(one), Math.abs(other)));
}

/** A number that stands for the one of a literal, the same for all that are close. */
export type Rounding = (number: Literal) => number;

/**
 * Rounds the numbers of these terms to the least of those they are close to, one step after the other. To round each on
 * its own would part two that lie on either side of a step.
 */
export function roundingAmong(terms: Iterable<Term>): Rounding {
  const byType = new Map<string, Literal[]>();
  for (const term of terms) {
    if (term.termType !== 'Literal' || numberOf(term) === undefined) continue;
    const ofType = byType.get(term.datatype.value) ?? [];
    byType.set(term.datatype.value, ofType);
    ofType.push(term);
  }
  const steps = new Map([...byType].map(([type, numbers]) => [type, stepsOf(numbers)]));
  return number => {
    const value = numberOf(number) ?? NaN;
    return steps.get(number.datatype.value)?.get(value) ?? value;
  };
}

function stepsOf(numbers: readonly Literal[]): Map<number, number> {
  const [first] = numbers;
  const tolerance = first ? toleranceOf(first) : 0;
  const values = numbers.map(number => numberOf(number) ?? NaN).filter(Number.isFinite);
  const steps = new Map<number, number>();
  let [last, step] = [-Infinity, -Infinity];
  for (const value of values.sort((one, other) => one - other)) {
    if (!within(tolerance, value, last)) step = value;
    steps.set(value, step);
    last = value;
  }
  return steps;
}
