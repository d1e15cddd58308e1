import assert from 'node:assert/strict';
import { scenarios } from './scenarios.js';
import { defaults, findingsOf, findingsTable } from './support/scenario.js';

/** What must hold whatever an outsider sends; each scenario takes minutes. */
describe('the gate', () => {
  for (const scenario of scenarios)
    it(`${scenario.name}: ${scenario.summary}`, async () => {
      const findings = await findingsOf(scenario, defaults);
      defaults.print(findingsTable(findings));
      const missed = findings.filter(({ holds }) => !holds);
      assert.deepEqual(
        missed.map(({ line, measured, asked }) => `${line}: ${measured}, asked ${asked}`),
        [],
      );
    });
});
