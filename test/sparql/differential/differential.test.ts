import assert from 'node:assert/strict';
import { compareEngines } from './run.js';

describe('the engines, asked the same', () => {
  it('answer 2 000 generated queries as SPARQL says', async function () {
    this.timeout(600_000);
    const tally = await compareEngines(2_000, 20_240_101);
    process.stdout.write(`${tally.print()}\n`);
    assert.ok(tally.unexplained / tally.compared <= 0.001, 'the peers differ too often for no known reason');
    assert.ok(tally.withRows / tally.compared >= 0.4, 'too many queries have no answer');
  });
});
