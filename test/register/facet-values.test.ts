import assert from 'node:assert/strict';
import { facetCounts } from '../../src/register/facet-values.js';
import type { Register } from '../../src/register/read.js';
import { sharedServer } from '../support/server.js';

describe('values of a facet', () => {
  let register: Register;
  before(async () => {
    register = (await sharedServer()).house.register;
  });

  it('are those that records have, with how many have each', async () => {
    const counts = await facetCounts('commons', 'theme', register);
    const entries = [...(await register.entries('commons')).values()];
    for (const [value, count] of counts)
      assert.equal(entries.filter(({ facets }) => facets['theme']?.includes(value)).length, count);
  });
});
