import assert from 'node:assert/strict';
import { assertTameXml, maxElementDepth } from '../../src/rdf/xml-guard.js';
import { assertProblem } from '../support/problems.js';

describe('assertTameXml', () => {
  const refused: Readonly<Record<string, string>> = {
    'an external DTD': '<?xml version="1.0"?>\n<!DOCTYPE rdf SYSTEM "http://example.org/x.dtd"><a/>',
    'an internal subset': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    'one in small letters': '<!doctype a><a/>',
    'one behind a comment': '<!-- <a> --><!DOCTYPE a><a/>',
    'one behind a comment that looks open': '<!--> <!DOCTYPE a> --><!DOCTYPE a><a/>',
  };
  for (const [name, text] of Object.entries(refused))
    it(`refuses a document type: ${name}`, () =>
      assertProblem(() => assertTameXml(text), 'bad-request', /DOCTYPE/));

  const accepted: Readonly<Record<string, string>> = {
    'a comment': '<a><!-- <!DOCTYPE b> --></a>',
    'a CDATA section': '<a><![CDATA[<!DOCTYPE html>]]></a>',
    'escaped text': '<a>&lt;!DOCTYPE html></a>',
    'an attribute': '<a b="<!DOCTYPE">x</a>',
  };
  for (const [name, text] of Object.entries(accepted))
    it(`lets one be spoken of in ${name}`, () => {
      assert.deepEqual(assertTameXml(text), { elements: 1, open: 0 });
    });

  it('counts elements and those left open', () => {
    assert.deepEqual(assertTameXml('<?xml version="1.0"?><a><b c=">"/><d>'), { elements: 3, open: 2 });
    assert.deepEqual(assertTameXml('no element'), { elements: 0, open: 0 });
  });

  it(`lets elements nest ${maxElementDepth} deep and no deeper`, async () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    assert.equal(assertTameXml(nested(maxElementDepth)).open, 0);
    await assertProblem(
      () => assertTameXml(nested(maxElementDepth + 1)),
      'bad-request',
      /Elements .* 128 levels/,
    );
  });

  it('lets elements stand side by side without end', () => {
    assert.equal(assertTameXml(`<a>${'<b/><c></c>'.repeat(10_000)}</a>`).elements, 20_001);
  });

  for (const start of ['<!--', '<![CDATA[', '<?', '<a b="', "<a b='", '<', '</'])
    it(`takes no time over ${start} opened 50 000 times`, () => {
      const before = performance.now();
      try {
        assertTameXml(start.repeat(50_000));
      } catch {
        // Refused or not, it has to be quick.
      }
      assert.ok(performance.now() - before < 500);
    });
});
