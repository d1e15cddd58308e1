import { assertSafeJson, maxJsonDepth } from '../../src/jsonld/guard.js';
import { assertProblem } from '../support/problems.js';

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('assertSafeJson', () => {
  it('takes JSON of all kinds', () => {
    assertSafeJson({ '@id': 'a', b: [1, null, true, 'text', { c: {} }], '': '' });
  });

  for (const name of ['__proto__', 'constructor', 'prototype'])
    it(`refuses ${name} as a key and as the value of a keyword`, async () => {
      for (const text of [
        `{"${name}": 1}`,
        `{"a": [{"b": {"${name}": 1}}]}`,
        `{"@id": "${name}"}`,
        `{"@type": ["A", "${name}"]}`,
        `{"@context": {"@vocab": "${name}"}}`,
        `{"@context": {"${name}": "http://e/a"}}`,
        `{"@context": {"a": {"@id": "${name}"}}}`,
        `{"@graph": [{"@id": "a", "b": {"@id": "${name}"}}]}`,
        `{"\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}": 1}`,
      ])
        await assertProblem(
          () => {
            assertSafeJson(JSON.parse(text));
          },
          'bad-request',
          new RegExp(name),
        );
    });

  it('refuses __proto__ anywhere', async () => {
    for (const text of ['"__proto__"', '["__proto__"]', '{"a": "__proto__"}', '{"@value": "__proto__"}'])
      await assertProblem(
        () => {
          assertSafeJson(JSON.parse(text));
        },
        'bad-request',
        /__proto__/,
      );
  });

  it('takes the words constructor and prototype as texts', () => {
    assertSafeJson({
      keyword: ['prototype', { '@value': 'constructor', '@language': 'fr' }],
      title: { en: 'prototype' },
    });
  });

  it(`takes ${maxJsonDepth} levels and no more`, async () => {
    assertSafeJson(nested(maxJsonDepth));
    await assertProblem(
      () => {
        assertSafeJson(nested(maxJsonDepth + 1));
      },
      'bad-request',
      /400 levels/,
    );
  });

  it('takes a million entries in an object or array and no more', async () => {
    const entries = (count: number) => Array.from({ length: count }, (_, index) => index);
    assertSafeJson({ a: entries(1_000_000), b: entries(1_000_000) });
    await assertProblem(
      () => {
        assertSafeJson({ a: entries(1_000_001) });
      },
      'bad-request',
      /1000000 entries/,
    );
    await assertProblem(
      () => {
        assertSafeJson({ ...entries(1_000_001) });
      },
      'bad-request',
      /1000000 entries/,
    );
  });
});
