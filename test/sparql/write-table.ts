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
  let text = head(variables);
  for (const [at, row] of rows.entries()) {
    if (at > 0) text += separator;
    write(
      row.map(value => value && term(value)),
      piece => (text += piece),
    );
  }
  return text + tail;
}
