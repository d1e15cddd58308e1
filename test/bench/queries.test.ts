import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderOf } from '../support/folder.js';
import { generate } from './generator/generate.js';
import { Comunica } from './peers/comunica.js';
import { Oxigraph } from './peers/oxigraph.js';
import { disagreements } from './compare.js';
import type { Measured, Outcome } from './measure.js';
import { queriesNamed } from './queries.js';

describe('queries of the bench', () => {
  const queries = queriesNamed(/./);
  const answers: Measured[] = [];

  before(async function () {
    this.timeout(120_000);
    const file = join(await folderOf({}), 'register.nq');
    generate(file, 600);
    for (const [peer, engine] of [
      ['oxigraph', new Oxigraph()],
      ['comunica', Comunica.overN3()],
    ] as const) {
      await engine.load(file);
      const outcomes = new Map<string, Outcome>();
      for (const { name, text } of queries) {
        const rows = (await engine.ask(text)).rows();
        outcomes.set(name, { type: 'answered', median: 0, times: [], rows });
      }
      const loaded = { milliseconds: 0, residentBytes: 0 };
      answers.push({ peer, over: 'process', loaded, outcomes });
    }
  });

  it('are more than twenty-four', () => {
    assert.ok(queries.length >= 24);
  });

  it('have one answer in two independent engines', () => {
    assert.deepEqual(disagreements(queries, answers), []);
  });

  it('find something, most of them', () => {
    const [oxigraph] = answers;
    const empty = queries.filter(({ name }) => {
      const outcome = oxigraph?.outcomes.get(name);
      return outcome?.type === 'answered' && outcome.rows.length === 0;
    });
    assert.ok(empty.length <= 5, empty.map(({ name }) => name).join(', '));
  });
});
