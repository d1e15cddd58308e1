import assert from 'node:assert/strict';
import { behindNginx } from './behind-nginx.js';
import { hostilePages } from './hostile-pages.js';
import { hostileQueries } from './hostile-queries.js';
import { besideReaders } from './slow-readers.js';
import { cutFindings } from './support/cut-answers.js';
import { GateServer } from './support/gate-server.js';
import { defaults, findingsOf, type GateOptions, type Scenario } from './support/scenario.js';
import { survive } from './survives.js';

/** One request of each kind that once ended, filled or froze the server, and is over in a moment now. */
const chosen = new RegExp(
  `^(${[
    'sixty rows of a doubled text, (json|csv)',
    'text doubled by (UCASE and LCASE|REPLACE)',
    'a doubled text given to (SHA512|REPLACE)',
    'nested GROUP_CONCAT',
    'the square of an integer of 200 000 digits',
    'a time with 290 000 zeros in its fraction',
    'regex \\(a\\+\\)\\+\\$',
    '3 000 patterns in a chain',
    '295 kB: a variable',
    '1 600 unknown values of one facet',
    'a table',
  ].join('|')})$`,
);

/** The tests of a whole run share the machine: times are only to show that nothing stands still. */
const options: GateOptions = {
  ...defaults,
  only: chosen,
  seconds: 5,
  patience: 15,
  print: () => undefined,
  environment: { COMMUNAUX_QUERY_TIMEOUT_MS: '5000' },
};

async function assertHolds(run: Scenario['run']): Promise<void> {
  const findings = await findingsOf({ name: '', summary: '', mostMinutes: 5, run }, options);
  const missed = findings.filter(({ holds }) => !holds);
  assert.deepEqual(
    missed.map(({ line, measured, asked }) => `${line}: ${measured}, asked ${asked}`),
    [],
  );
}

describe('the server, attacked', function () {
  this.timeout(320_000);

  it('survives what would end or freeze it', async () => {
    const requests = [...hostileQueries, ...hostilePages];
    assert.ok(requests.filter(({ name }) => chosen.test(name)).length >= 13);
    await assertHolds(asked => survive(requests, asked));
  });

  it('answers light queries beside eight who read slowly, and cuts nothing so that it looks whole', () =>
    assertHolds(async asked => {
      const server = await GateServer.start(asked);
      const findings = [
        ...(await besideReaders(server, 8, asked)),
        ...(await cutFindings(server.port, 'directly', /rows/)),
      ];
      await server.stop();
      return findings;
    }));

  it('tells two clients behind nginx apart, and cuts nothing there so that it looks whole', () =>
    assertHolds(behindNginx.run));
});
