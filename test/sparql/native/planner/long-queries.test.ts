import assert from 'node:assert/strict';
import { ask } from './ask.js';

const data = Array.from(
  { length: 20 },
  (_, i) => `:s${i} :p "${i % 3}" ; :q${i % 5} :s${(i * 7) % 20} .`,
).join(' ');

const times = (length: number, text: (i: number) => string) =>
  Array.from({ length }, (_, i) => text(i)).join(' ');

/** Each was planned in the power of its length once, or in the square of it with seconds for a step. */
const longQueries: { it: string; query: string; rows: number }[] = [
  {
    it: 'patterns and BINDs in turn',
    query: `SELECT * { ${times(240, i => `?a :p ?b${i} . BIND(STR(?b${i}) AS ?v${i})`)} }`,
    rows: 20,
  },
  {
    it: 'a thousand patterns on one subject',
    query: `SELECT * { ${times(990, i => `?a :p ?b${i} .`)} }`,
    rows: 20,
  },
  {
    it: 'patterns that share variables in every way, between BINDs, sixty groups deep',
    query: `SELECT * { ${times(60, i => knot(i) + ` BIND(STR(?a${i % 40}) AS ?v${i}) {`)} :none :p ?a1 ${'}'.repeat(60)} }`,
    rows: 0,
  },
  {
    it: 'optional patterns with BINDs',
    query: `SELECT * { ?a :p ?b ${times(240, i => `OPTIONAL { ?a :p ?b${i} . BIND(STR(?b${i}) AS ?v${i}) }`)} }`,
    rows: 20,
  },
  {
    it: 'unions that are joined',
    query: `SELECT * { ?a :p ?b ${times(240, i => `{ ?a :p ?b${i} } UNION { ?a :p "9" . ?a :q${i} ?c${i} }`)} }`,
    rows: 20,
  },
];

function knot(level: number): string {
  return times(13, i => `?a${(level * 7 + i * 3) % 40} :p${level}_${i} ?a${(level * 5 + i * 11) % 40} .`);
}

describe('the planner, for long queries', function () {
  // What is planned in the power of its length does not end in hours.
  this.timeout(30_000);
  for (const { it: what, query, rows } of longQueries)
    it(`ends for ${what}`, async () => {
      assert.equal((await ask(data, query, { memoryBound: 5e8 })).length, rows);
    });
});
