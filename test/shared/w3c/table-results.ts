import { Parser } from 'n3';
import { parse } from 'csv-parse/sync';
import type { Term } from '@rdfjs/types';
import { blankNode, literal } from '../../../src/rdf/terms.js';
import type { Expected } from './expected-results.js';

type Solutions = Extract<Expected, { type: 'solutions' }>;

/** SPARQL 1.1 TSV Results: each cell is a term of Turtle. */
export function readTsv(text: string): Solutions {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split('\t').map(name => name.slice(1));
  return solutionsOf(
    names,
    lines.map(line => line.split('\t').map(termOf)),
  );
}

/** A cell by itself. Blank nodes keep their labels, which hold for the whole table. */
function termOf(cell: string): Term | undefined {
  if (cell === '') return undefined;
  const [quad] = new Parser({ blankNodePrefix: '' }).parse(`<urn:s> <urn:p> ${cell} .`);
  return quad?.object;
}

/** SPARQL 1.1 CSV Results: bare values, among which only blank nodes can be told (section 3.2). */
export function readCsv(text: string): Solutions {
  const [names = [], ...rows] = parse(text);
  const valueOf = (cell: string) => {
    if (cell === '') return undefined;
    return cell.startsWith('_:') ? blankNode(cell.slice(2)) : literal(cell);
  };
  return solutionsOf(
    names,
    rows.map(row => row.map(valueOf)),
  );
}

function solutionsOf(names: readonly string[], rows: readonly (readonly (Term | undefined)[])[]): Solutions {
  const pairs = (row: readonly (Term | undefined)[]) =>
    names.flatMap((name, at) => {
      const term = row[at];
      return term ? [[name, term] as const] : [];
    });
  return { type: 'solutions', rows: rows.map(row => new Map(pairs(row))), ordered: false };
}
