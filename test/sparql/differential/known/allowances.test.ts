import assert from 'node:assert/strict';
import type { Literal } from '@rdfjs/types';
import { quad } from '../../../../src/rdf/terms.js';
import type { Answer } from '../engines/test-engine.js';
import type { Expression, Select, Triple } from '../generate/query-tree.js';
import { triplesAbout } from '../generate/triples.js';
import { anonymous, name, properties, values, variables } from '../generate/vocabulary.js';
import { knownOf } from './allowances.js';

const [early, sameInParis, later] = values.times as [Literal, Literal, Literal];
const [label, time, size] = [variables.texts[0]!, variables.times[0]!, variables.numbers[0]!];
const answer: Answer = { type: 'solutions', rows: [] };

/** Names of what is known of a query of one expression about things with a label, a time and a size. */
function namesFor(
  expression: Expression,
  { duplicates = '', objects = [], triples = [] }: Partial<Setting> = {},
) {
  const query: Select = {
    form: 'select',
    duplicates,
    projection: [{ variable: variables.computed[0]!, expression }],
    where: [...Object.values(triplesAbout), { kind: 'triples', triples }],
    groupBy: 'aggregate' in expression ? [{ variable: variables.things[0]! }] : [],
    orderBy: [],
  };
  const quads = objects.map(object => quad(name('a'), properties.when, object));
  const data = { quads, defaultGraph: 'own' } as const;
  return knownOf({ data, query, answers: { comunica: answer, oxigraph: answer } }).names;
}

interface Setting {
  readonly duplicates: Select['duplicates'];
  readonly objects: readonly Literal[];
  /** More triples of the pattern. */
  readonly triples: readonly Triple[];
}

describe('known differences', () => {
  it('are none for a query that none is known for', () => {
    assert.deepEqual(namesFor(label), []);
  });

  it('are in ENCODE_FOR_URI where there may be reserved characters', () => {
    assert.deepEqual(namesFor({ call: 'ENCODE_FOR_URI', args: [label] }), []);
    const ofTime = namesFor({ call: 'ENCODE_FOR_URI', args: [{ call: 'STR', args: [time] }] });
    assert.deepEqual(ofTime, ['Comunica leaves reserved characters as they are in ENCODE_FOR_URI']);
  });

  it('are in the greatest of equal values', () => {
    const greatest = { aggregate: 'MAX', distinct: false, of: time } as const;
    assert.deepEqual(namesFor(greatest, { objects: [early, later] }), []);
    assert.deepEqual(namesFor(greatest, { objects: [early, sameInParis] }), ['MIN and MAX of equal values']);
  });

  it('are in COUNT(DISTINCT *) over blank nodes', () => {
    const count = { aggregate: 'COUNT', distinct: true, of: '*' } as const;
    assert.deepEqual(namesFor(count), []);
    const some = { subject: anonymous, predicate: properties.any, object: label };
    assert.equal(namesFor(count, { triples: [some] }).length, 1);
  });

  it('are in negative zeros that are told apart', () => {
    const product = { call: '-', args: [size, size] };
    assert.deepEqual(namesFor(product), []);
    assert.equal(namesFor(product, { duplicates: 'DISTINCT' }).length, 1);
  });
});
