import assert from 'node:assert/strict';
import type { Entry } from '../../src/register/entries.js';
import { FullText, mostWords } from '../../src/register/full-text.js';
import { literal } from '../../src/rdf/terms.js';

function entry(slug: string, title: string): Entry {
  return {
    kind: 'need',
    slug,
    path: `need/${slug}`,
    titles: [literal(title, 'fr')],
    descriptions: [],
    words: [],
    territories: [],
    modified: '',
    facets: {},
  };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`);

describe('full text', () => {
  it('finds first what has every word, and what has some when none has all', async () => {
    const index = await FullText.over([
      entry('a', 'Logiciel libre des communes'),
      entry('b', 'Logiciel des écoles'),
      entry('c', 'Cartes'),
    ]);
    assert.deepEqual(index.search('logiciel communes'), ['need/a']);
    assert.deepEqual(index.search('logiciel cartes').sort(), ['need/a', 'need/b', 'need/c']);
    assert.deepEqual(index.search('le la les'), []);
    assert.deepEqual(index.search('logiciel', 'action'), []);
  });

  it('heeds the first words that say something, each once', async () => {
    const words = numbered(mostWords);
    const index = await FullText.over([entry('a', words.join(' ')), entry('b', 'au-delà')]);
    assert.deepEqual(index.search([...words, 'delà'].join(' ')), ['need/a']);
    assert.deepEqual(index.search(`de la ${[...words, ...words].join(' ')} delà`), ['need/a']);
  });

  it('takes no more than a moment for the worst words of 200 characters', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const titles = Array.from({ length: 5_000 }, (_, index) =>
      [1, 7, 31, 113].map(step => letters[(index * step) % 26] + (index * step).toString(26)).join(' '),
    );
    const index = await FullText.over(titles.map((title, number) => entry(`n${number}`, title)));
    const worst = [
      [...letters].join(' ').repeat(4),
      [...letters].map(letter => `${letter}ab`).join(' '),
      'abcde '.repeat(33),
      'abcdefghijklmnopqrstuvwxyzabcdefghijklm '.repeat(5),
      'x'.repeat(200),
    ];
    for (const text of worst) {
      const started = performance.now();
      index.search(text.slice(0, 200));
      const took = performance.now() - started;
      assert.ok(took < 1_000, `${text.slice(0, 20)}…: ${took.toFixed(0)} ms`);
    }
  });
});
