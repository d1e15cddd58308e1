import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../../src/project.js';

/**
 * What of the answers must be the same in all engines: the rows with how often each occurs, these in their order too,
 * only their number (a LIMIT without an order), or nothing (DESCRIBE).
 */
export type Comparison = 'rows' | 'order' | 'count' | 'nothing';

export interface Query {
  readonly name: string;
  readonly summary: string;
  readonly comparison: Comparison;
  readonly text: string;
}

const comparisons: readonly string[] = ['rows', 'order', 'count', 'nothing'] satisfies Comparison[];
const folder = projectPath('test', 'bench', 'queries');

/** The questions of the bench, those of whose names match. Each file starts with its summary and what is compared. */
export function queriesNamed(pattern: RegExp): Query[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.rq') && pattern.test(file.slice(0, -3)))
    .sort()
    .map(file => toQuery(file.slice(0, -3), readFileSync(`${folder}/${file}`, 'utf8')));
}

function toQuery(name: string, text: string): Query {
  const [, summary, comparison] = /^# (.+)\n# compare: (\w+)\n/.exec(text) ?? [];
  if (!summary || !comparison || !isComparison(comparison))
    throw new Error(`${name}.rq starts neither with a summary nor with what is compared.`);
  return { name, summary, comparison, text };
}

function isComparison(word: string): word is Comparison {
  return comparisons.includes(word);
}
