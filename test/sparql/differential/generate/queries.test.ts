import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../../../src/sparql/parse.js';
import { featuresOf } from './features.js';
import { printQuery } from './print-query.js';
import { anyQuery } from './queries.js';

describe('generated queries', () => {
  it('are SPARQL', () => {
    fc.assert(
      fc.property(anyQuery, query => {
        assert.doesNotThrow(() => parseQuery(printQuery(query), 'http://localhost:3000/'), printQuery(query));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('use every feature now and then', () => {
    const features = new Set(
      fc.sample(anyQuery, { numRuns: 2_000, seed: 7 }).flatMap(query => [...featuresOf(query)]),
    );
    const wanted = [
      ...['SELECT', 'ASK', 'CONSTRUCT', 'FROM', 'DISTINCT', 'REDUCED', 'ORDER BY', 'LIMIT', 'OFFSET'],
      ...[
        'TRIPLES',
        'OPTIONAL',
        'UNION',
        'MINUS',
        'FILTER',
        'BIND',
        'VALUES',
        'GRAPH',
        'sub-SELECT',
        'GROUP',
      ],
      ...[
        'GROUP BY',
        'HAVING',
        'COUNT',
        'SUM',
        'MIN',
        'MAX',
        'AVG',
        'SAMPLE',
        'GROUP_CONCAT',
        'COUNT DISTINCT',
      ],
      ...['star', 'plus', 'optional', 'inverse', 'sequence', 'alternative', 'negated'].map(
        path => `path: ${path}`,
      ),
      ...['EXISTS', 'NOT EXISTS', 'IN', 'NOT IN', 'REGEX', 'LANGMATCHES', 'COALESCE', 'IF', 'BOUND'],
      'variable predicate',
    ];
    assert.deepEqual(
      wanted.filter(feature => !features.has(feature)),
      [],
    );
  });
});
