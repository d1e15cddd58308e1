import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, searchWords, writtenWords } from '../../src/register/search-words.js';

const articles = "l' d' qu' c' j' m' n' s' t' lorsqu' puisqu' quoiqu' jusqu' L' D' Qu' JUSQU'".split(' ');
const apostrophes = ["'", '’', '‘', 'ʼ', '′', '´', '`', '＇'];

describe('words to search for', () => {
  for (const article of articles)
    it(`are not ${article}, whatever its apostrophe`, () => {
      for (const apostrophe of apostrophes) {
        const elided = article.replace("'", apostrophe);
        assert.deepEqual(searchWords(`${elided}accessibilité`), ['accessibilite'], elided);
        assert.deepEqual(searchWords(`Étude (${elided}\u00a0eau)`), ['etude', 'eau'], elided);
        assert.deepEqual(searchWords(elided), [], elided);
      }
    });

  it('are what stands around the apostrophe of a word that only looks like an article', () => {
    assert.deepEqual(searchWords("aujourd'hui"), ['aujourd', 'hui']);
    assert.deepEqual(searchWords("presqu'île"), ['presqu', 'ile']);
    assert.deepEqual(searchWords("Villeneuve-d'Ascq"), ['villeneuve', 'ascq']);
    assert.deepEqual(searchWords("O'Reilly"), ['o', 'reilly']);
  });

  it('are not what English adds after an apostrophe', () => {
    assert.deepEqual(searchWords("the register's pages"), ['register', 'pages']);
    assert.deepEqual(searchWords('the registers’ pages'), ['registers', 'pages']);
  });

  it('are not articles, whole or without their apostrophe', () => {
    assert.deepEqual(searchWords("à l'un, aux unes, the one, a commons"), ['unes', 'one', 'commons']);
    assert.deepEqual(searchWords('l accessibilité'), ['accessibilite']);
  });

  it('are the same composed, decomposed, with ligatures or with marks that nobody sees', () => {
    assert.deepEqual(searchWords('e\u0301conomie'), ['economie']);
    assert.deepEqual(searchWords('Œuvre coeur Straße Łódź'), ['oeuvre', 'coeur', 'strasse', 'lodz']);
    assert.deepEqual(searchWords('\uFB01nance acces\u00ADsibilité'), ['finance', 'accessibilite']);
  });

  it('are the same in every normal form of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const forms = (['NFC', 'NFD'] as const).map(form => searchWords(text.normalize(form)));
        assert.deepEqual(forms[0], forms[1]);
      }),
    );
  });

  it('are themselves when they are read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const words = searchWords(text);
        assert.deepEqual(searchWords(words.join(' ')), words);
      }),
    );
  });

  it('are told as they are written, too', () => {
    assert.deepEqual(writtenWords("L'Économie d’échelle"), ['Économie', 'échelle']);
    assert.equal(fold('Économie'), 'economie');
  });
});
