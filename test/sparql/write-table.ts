import type { Term } from '@rdfjs/types';
import type { SolutionFormatId } from '../../src/sparql/formats.js';
import { solutionWriters } from '../../src/sparql/results.js';

/** A whole table in a format. */
export function writeTable(
  format: SolutionFormatId,
  variables: readonly string[],
  rows: readonly (readonly (Term | undefined)[])[],
): string {
  const { head, term, rowOf, separator, tail } = solutionWriters[format];
  const write = rowOf(variables);
  const written = rows.map(row => write(row.map(value => value && term(value))));
  return head(variables) + written.join(separator) + tail;
}
