import assert from 'node:assert/strict';
import type { Measured, Outcome } from './measure.js';
import { meanRatio, ratio, remarks, table } from './report.js';
import type { Query } from './queries.js';

const answered = (median: number): Outcome => ({ type: 'answered', median, times: [median], rows: ['a'] });
const given: Outcome = { type: 'over-time', limit: 60_000 };

function measured(peer: string, over: Measured['over'], outcomes: Record<string, Outcome>): Measured {
  const loaded = { milliseconds: 1_000, residentBytes: 1e6 };
  return { peer, over, loaded, outcomes: new Map(Object.entries(outcomes)) };
}

const queries: Query[] = ['one', 'two'].map(name => ({ name, summary: '', comparison: 'rows', text: '' }));
const ours = measured('communaux', 'process', { one: answered(10), two: answered(600) });
const served = measured('communaux-http', 'http', { one: answered(20), two: answered(1_000) });
const slow = measured('comunica-n3', 'process', { one: answered(40), two: given });
const server = measured('virtuoso', 'http', { one: answered(10), two: answered(4_000) });
const all = [ours, served, slow, server];

describe('report of the bench', () => {
  it('compares a peer with this engine reached the same way', () => {
    assert.deepEqual(ratio('one', slow, all), { value: 4, isBound: false });
    assert.deepEqual(ratio('one', server, all), { value: 0.5, isBound: false });
  });

  it('takes the limit for the time of a peer that was given up, as a lower bound', () => {
    assert.deepEqual(ratio('two', slow, all), { value: 100, isBound: true });
    const { value = NaN, isBound } = meanRatio(queries, slow, all) ?? {};
    assert.ok(Math.abs(value - 20) < 1e-9);
    assert.equal(isBound, true);
    const text = table(queries, all);
    assert.match(text, /> 60000 \(> 100×\)/);
    assert.match(text, /geometric mean .*> 1549 \(> 20×\)/);
    assert.match(remarks(all, []).join('\n'), /comunica-n3 was given up on two: .* lower bound/);
  });

  it('has no ratio to this engine where that was given up, or a peer failed', () => {
    const failed = measured('oxigraph', 'process', { one: { type: 'failed', message: 'no' }, two: given });
    const givenUp = measured('communaux', 'process', { one: answered(10), two: given });
    assert.equal(ratio('one', failed, [givenUp, failed]), undefined);
    assert.equal(ratio('two', failed, [givenUp, failed]), undefined);
  });

  it('says which queries a peer answers sooner', () => {
    assert.deepEqual(
      remarks(all, []).filter(remark => remark.includes('faster')),
      ['virtuoso is faster than this engine on one'],
    );
  });
});
