import fc from 'fast-check';
import assert from 'node:assert/strict';
import { assertShallow, maxNesting } from '../../src/rdf/nesting.js';
import { assertProblem } from '../support/problems.js';

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

describe('assertShallow', () => {
  for (const [open, close] of ['()', '[]', '{}']
    .map(pair => [...pair] as [string, string])
    .concat([['<< ', '>> ']])) {
    it(`lets ${open} nest ${maxNesting} deep and no deeper`, async () => {
      assertShallow(nested(open, close, maxNesting));
      await assertProblem(
        () => {
          assertShallow(nested(open, close, maxNesting + 1));
        },
        'bad-request',
        /deeper than 64/,
      );
    });
  }

  it('counts brackets of all kinds together', async () => {
    assertShallow(nested('({[', ']})', 21));
    await assertProblem(() => {
      assertShallow(nested('({[', ']})', 22));
    }, 'bad-request');
  });

  it('lets brackets stand side by side without end', () => {
    assertShallow('() [] {} '.repeat(10_000));
  });

  it('names the line and the limit', async () => {
    const { members } = await assertProblem(
      () => {
        assertShallow(`{\n{\n{\n}}}`, 2);
      },
      'bad-request',
      /line 3/,
    );
    assert.deepEqual(members, { limit: 2, line: 3 });
  });

  it('is not misled by closing brackets that close nothing', async () => {
    await assertProblem(() => {
      assertShallow(')'.repeat(100) + '('.repeat(100));
    }, 'bad-request');
  });

  const brackets = '('.repeat(100);
  const harmless: Readonly<Record<string, string>> = {
    'a string': `"${brackets}"`,
    'a string in apostrophes': `'${brackets}'`,
    'a long string': `"""a " b ""\n${brackets}"""`,
    'a long string in apostrophes': `'''a ' b ''\n${brackets}'''`,
    'a string with an escaped quote': `"a \\" ${brackets}"`,
    'a string that ends in a backslash': `"a \\\\" "${brackets}"`,
    'an IRI': `<http://example.org/${'('.repeat(100)}>`,
    'an IRI with an escape': `<http://example.org/\\u00e9'${'('.repeat(100)}>`,
    'a comment': `# ${brackets}\n`,
    'escapes of a local name': 'ex:a\\('.repeat(100),
  };
  for (const [name, text] of Object.entries(harmless))
    it(`passes over brackets in ${name}`, () => {
      assertShallow(text);
      assertShallow(`{ ${text} }`);
    });

  const disguises: Readonly<Record<string, string>> = {
    'an escaped hash, which opens no comment': `ex:a\\#b ${brackets}`,
    'an escaped apostrophe, which opens no string': `ex:a\\'b ${brackets} ex:c\\'d`,
    'escaped closing brackets, which close nothing': '( ex:a\\) '.repeat(100),
    'an apostrophe in an IRI with an escape': `<a\\u0041'> ${brackets} '`,
    'a less-than sign before': `?a < ${brackets}`,
    'a comment that a carriage return ends': `# comment\r${brackets}`,
    'a string that is over': `"a" ${brackets} "b"`,
    'an empty string and a quote in a long one': `"""""" ${brackets}`,
    'a line that an open string ended': `"open\n${brackets}`,
  };
  for (const [name, text] of Object.entries(disguises))
    it(`sees brackets behind ${name}`, () =>
      assertProblem(() => {
        assertShallow(text);
      }, 'bad-request'));

  it('finds in JSON the depth that its brackets have', () =>
    fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), async text => {
        const depth = depthOf(JSON.parse(text));
        assertShallow(text, depth);
        if (depth > 0)
          await assertProblem(() => {
            assertShallow(text, depth - 1);
          }, 'bad-request');
      }),
    ));

  const long: Readonly<Record<string, string>> = {
    '200 000 nested brackets': '['.repeat(200_000),
    'escaped quotes outside of strings': '\\"'.repeat(100_000),
    'quotes that are never closed': '"a\\"\n'.repeat(50_000),
    'quotes of all kinds': `"""'''"'`.repeat(30_000),
    'IRIs that are never closed': '<a'.repeat(100_000),
    'a string of a million characters': `"${'a'.repeat(1_000_000)}"`,
    'a long string that is never closed': `"""${'a\\"""'.repeat(60_000)}`,
  };
  for (const [name, text] of Object.entries(long))
    it(`takes no time over ${name}`, () => {
      const start = performance.now();
      try {
        assertShallow(text);
      } catch {
        // Refused or not, it has to be quick.
      }
      assert.ok(performance.now() - start < 500, `${performance.now() - start} ms`);
    });
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
