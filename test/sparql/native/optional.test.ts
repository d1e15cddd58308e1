import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Filter } from '../../../src/sparql/native/filter.js';
import { HashJoin } from '../../../src/sparql/native/hash-join.js';
import { Memory } from '../../../src/sparql/native/memory.js';
import { Chain } from '../../../src/sparql/native/operator.js';
import { Optional } from '../../../src/sparql/native/optional.js';
import { all, anyCuts, anyRows, bag, compatible, merged, Rows, run, type Row } from './rows.js';
import { testing } from './evaluators.js';

const slots = [0, 1, 2];

describe('Optional', () => {
  it('is LeftJoin: the solutions that an inside extends under a condition, and the others as they are (section 18.5)', () => {
    fc.assert(
      fc.property(anyRows(2, 3), anyRows(3, 3), anyCuts, fc.nat({ max: 3 }), (rows, others, cuts, least) => {
        const holds = (row: Row) => row[0]! + row[2]! >= least;
        const inside = new Chain([
          new HashJoin(
            new Rows(others),
            { keys: [], loose: [0, 1], given: [0, 1, 2], needed: all },
            new Memory(1e9),
          ),
          new Filter(testing(slots, holds), all, ''),
        ]);
        const expected = rows.flatMap(row => {
          const found = others
            .filter(other => compatible(row, other))
            .map(other => merged(row, other))
            .filter(holds);
          return found.length > 0 ? found : [[...row, 0]];
        });
        assert.deepEqual(bag(run(new Optional(inside, 7, all), rows, cuts, slots)), bag(expected));
      }),
    );
  });
});
