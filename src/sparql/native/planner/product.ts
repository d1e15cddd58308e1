import { Problem } from '../../../errors.js';
import type { Limits } from '../../../limits.js';
import type { Slot } from '../batch.js';
import { JoinPart } from './join-part.js';
import type { Part } from './part.js';
import { PatternPart } from './pattern-part.js';

/**
 * Rows that are gone through at the least for all solutions of a part: known where patterns share no variable, as their
 * solutions are combined each with each, and how many one pattern has is read from the index.
 */
export function leastRows(part: Part): number {
  if (!(part instanceof JoinPart)) return exactRows(part) ?? 0;
  const components = connected(part.parts);
  const counts = components.map(parts => (parts.length === 1 ? exactRows(parts[0]!) : undefined));
  if (!counts.every(count => count !== undefined)) return 0;
  const { conditions } = part;
  if (conditions.length === 0) return productOf(counts);
  // What a condition leaves of one pattern nobody knows; one on two of them is tested on their product.
  const touched = conditions.map(
    ({ mentions }) => components.filter(parts => mention(parts, mentions)).length,
  );
  if (touched.some(count => count < 2)) return 0;
  return productOf(counts.sort((a, b) => a - b).slice(0, 2));
}

/**
 * Refuses at once what would be gone through until the deadline.
 * @throws Problem `product-limit`
 */
export function assertPossible(rows: number, { productRows }: Limits): void {
  if (rows <= productRows) return;
  throw new Problem(
    'product-limit',
    {
      en: `The query combines patterns that share no variable, each solution with each: ${told(rows)} rows, and ${told(productRows)} is the limit here. Join them by a variable, or ask them apart.`,
      fr: `La requête combine, chacune avec chacune, les solutions de motifs qui ne partagent aucune variable : ${told(rows)} lignes, la limite étant ici ${told(productRows)}. Reliez-les par une variable, ou posez-les séparément.`,
    },
    { limit: productRows },
  );
}

function told(rows: number): string {
  return rows < 1e6 ? String(rows) : rows.toExponential(1);
}

function productOf(counts: readonly number[]): number {
  return counts.reduce((product, count) => product * count, 1);
}

function exactRows(part: Part): number | undefined {
  return part instanceof PatternPart ? part.exactRows() : undefined;
}

/** Parts in groups, those of each joined by variables and those of different ones not. */
function connected(parts: readonly Part[]): Part[][] {
  let groups: Part[][] = [];
  for (const part of parts) {
    const joined = groups.filter(group => mention(group, part.mentions));
    groups = [...groups.filter(group => !joined.includes(group)), [...joined.flat(), part]];
  }
  return groups;
}

function mention(parts: readonly Part[], slots: ReadonlySet<Slot>): boolean {
  return parts.some(({ mentions }) => [...mentions].some(slot => slots.has(slot)));
}
