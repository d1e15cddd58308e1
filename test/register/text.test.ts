import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Term } from '@rdfjs/types';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { languages, pickText, type Language } from '../../src/register/text.js';

/** Literals from `value@tag` (`value@` for an untagged one). */
const texts = (...written: string[]): Term[] =>
  written.map(text => {
    const [value = '', tag = ''] = text.split('@');
    return literal(value, tag || undefined);
  });

const table: readonly (readonly [
  candidates: readonly string[],
  wanted: Language,
  expected: string | undefined,
])[] = [
  [['a@fr', 'b@en'], 'fr', 'a@fr'],
  [['a@fr', 'b@en'], 'en', 'b@en'],
  [['b@en', 'a@fr'], 'fr', 'a@fr'],
  // No text in the language wanted: the site's order, then untagged, then any.
  [['a@fr', 'b@de'], 'en', 'a@fr'],
  [['b@en', 'c@de'], 'fr', 'b@en'],
  [['c@de', 'd@'], 'fr', 'd@'],
  [['c@it', 'd@de'], 'fr', 'd@de'],
  [['d@'], 'en', 'd@'],
  // A regional tag serves its language (RFC 4647 section 3.4), the plain tag better.
  [['a@fr-FR', 'b@en'], 'fr', 'a@fr-fr'],
  [['a@en-GB'], 'en', 'a@en-gb'],
  [['a@fr-CA', 'b@fr'], 'fr', 'b@fr'],
  [['b@fr', 'a@fr-CA'], 'fr', 'b@fr'],
  [['a@FR'], 'fr', 'a@fr'],
  // A tag that only begins alike is another language.
  [['a@frr', 'b@en'], 'fr', 'b@en'],
  [[], 'fr', undefined],
];

describe('the text that a reader is served', () => {
  for (const [candidates, wanted, expected] of table)
    it(`of ${candidates.join(', ') || 'nothing'}, in ${wanted}: ${expected ?? 'none'}`, () => {
      const found = pickText(texts(...candidates), wanted);
      assert.equal(found && `${found.value}@${found.lang ?? ''}`, expected);
    });

  it('is never an IRI', () => {
    assert.equal(pickText([namedNode('http://a.example/')], 'fr'), undefined);
    assert.equal(pickText([namedNode('http://a.example/'), literal('a')], 'fr')?.value, 'a');
  });

  it('has no language when it is untagged', () => {
    assert.deepEqual(pickText([literal('a')], 'fr'), { value: 'a' });
  });

  it('is one of the candidates, whatever their order (property)', () => {
    const tag = fc.constantFrom('', 'fr', 'en', 'de', 'fr-CA', 'en-GB', 'pt-BR', 'zh-Hans');
    fc.assert(
      fc.property(fc.uniqueArray(tag, { minLength: 1 }), fc.constantFrom(...languages), (tags, wanted) => {
        const candidates = tags.map(name => literal(`text in ${name}`, name || undefined));
        const found = pickText(candidates, wanted);
        assert.ok(candidates.some(({ value }) => value === found?.value));
        assert.deepEqual(pickText([...candidates].reverse(), wanted), found);
        if (tags.includes(wanted)) assert.equal(found?.lang, wanted);
      }),
    );
  });
});
