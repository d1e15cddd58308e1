import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rdfFormats } from '../../../src/rdf/formats.js';
import { isomorphic } from '../../support/isomorphism.js';
import { documents } from './documents.js';
import { explanations, type Reading } from './explanations.js';
import { ours, theirs } from './outcome.js';

/** Documents of each format: the same ones each time. */
const sampled = { numRuns: 150, seed: 20_261_130 };

function agree({ ours: a, theirs: b }: Reading): boolean {
  if (typeof a === 'string' || typeof b === 'string') return typeof a === typeof b;
  return isomorphic(a, b);
}

describe('reading, beside Oxigraph', () => {
  let all = 0;
  const used = new Set<string>();

  for (const { id: format, label } of rdfFormats)
    it(`makes the same of awkward documents in ${label}, or refuses the same`, async function () {
      this.timeout(60_000);
      const texts = new Set(fc.sample(documents[format], sampled));
      all += texts.size;
      let read = 0;
      for (const text of texts) {
        const reading = { text, format, ours: await ours(text, format), theirs: theirs(text, format) };
        if (typeof reading.ours !== 'string') read += 1;
        if (agree(reading)) continue;
        const [why] = Object.entries(explanations).find(([, explains]) => explains(reading)) ?? [];
        assert.ok(why, `${format} ${JSON.stringify(reading, undefined, 1)}`);
        used.add(why);
      }
      assert.ok(read > texts.size / 15, `${read} of ${texts.size} are read`);
      assert.ok(read < texts.size, 'none is refused');
    });

  it('looked at 400 documents at least, and each explanation explains one', () => {
    assert.ok(all >= 400, `${all} documents`);
    assert.deepEqual([...used].sort(), Object.keys(explanations).sort());
  });
});
