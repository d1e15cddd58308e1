import assert from 'node:assert/strict';
import { count, countedPhrases, kindWords, phrases, problemWords, say } from '../../src/pages/messages.js';
import { problemKinds } from '../../src/errors.js';
import { kinds } from '../../src/register/kinds.js';
import { languages } from '../../src/register/text.js';

describe('messages', () => {
  it('say every text in both languages, with no name left to fill', () => {
    for (const [key, phrase] of Object.entries(phrases)) {
      const [fr, en] = [phrase.fr, phrase.en];
      assert.ok(fr !== '' && en !== '', key);
      assert.deepEqual(holes(fr), holes(en), key);
    }
    for (const [key, phrase] of Object.entries(countedPhrases))
      for (const lang of languages)
        assert.notEqual(phrase[lang].one.trim() && phrase[lang].other.trim(), '', key);
  });

  it('agree in number as each language does', () => {
    assert.equal(count('fr', 'andMore', 0), 'et 0 autre');
    assert.equal(count('fr', 'andMore', 1), 'et 1 autre');
    assert.equal(count('fr', 'andMore', 2), 'et 2 autres');
    assert.equal(kindWords('fr', 'action').counted(0), '0 action publique');
    assert.equal(kindWords('fr', 'action').counted(171), '171 actions publiques');
    assert.equal(kindWords('en', 'action').counted(0), '0 public actions');
    assert.equal(kindWords('en', 'action').counted(1), '1 public action');
    assert.equal(kindWords('en', 'territory').counted(2), '2 territories');
  });

  it('take the plural for a million, for which French has a form of its own', () => {
    assert.equal(kindWords('fr', 'actor').named(1_000_000), 'acteurs');
  });

  it('write numbers as each language does', () => {
    assert.equal(kindWords('fr', 'actor').counted(1257), '1\u202f257 acteurs');
    assert.equal(kindWords('en', 'actor').counted(1257), '1,257 actors');
  });

  it('set a no-break space before French double punctuation, and none in English', () => {
    assert.equal(say('fr', 'accessibility'), 'Accessibilité\u00a0: non auditée');
    assert.equal(say('en', 'accessibility'), 'Accessibility: not audited');
  });

  it('put values in as they are, even when they look like a hole or a replacement pattern', () => {
    assert.equal(say('en', 'askTitled', { title: '{title} $& $1' }), 'Answer: {title} $& $1');
    assert.equal(say('en', 'askTitled'), 'Answer: {title}');
  });

  it('name and introduce every kind of record', () => {
    for (const lang of languages)
      for (const kind of kinds) {
        const { one, menu, title, introduction, named } = kindWords(lang, kind);
        assert.match(introduction, /\.$/, kind);
        assert.equal(named(1), one);
        assert.ok(menu !== '' && title !== '', kind);
      }
  });

  it('have a title and advice for every status that the register answers with', () => {
    for (const [status] of Object.values(problemKinds)) {
      assert.notEqual(problemWords('fr', status).title, problemWords('fr', 999).title, String(status));
      assert.notEqual(problemWords('en', status).title, problemWords('fr', status).title, String(status));
    }
  });
});

function holes(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
}
