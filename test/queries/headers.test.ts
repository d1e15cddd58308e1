import assert from 'node:assert/strict';
import { columnWords } from '../../src/pages/messages.js';
import { projectPath } from '../../src/project.js';
import { kinds } from '../../src/register/kinds.js';
import { readQueryFiles, toQueryFile, type QueryFile } from '../../src/sparql/query-file.js';

const offered = `#+ summary: Which?
#+ summary_fr: Lesquels ?
#+ description: These.
#+ description_fr: Ceux-ci.
#+ tags: [commons]
`;

/** A query with one parameter, of which the header says these lines. */
const withParameter = (lines: readonly string[], query = 'SELECT ?s { ?s ?p ?x }') =>
  `${offered}#+ parameters:
#+   x:
#+     description: X
#+     description_fr: X
${lines.map(line => `#+     ${line}\n`).join('')}${query}`;

describe('headers of stored queries', () => {
  let queries: readonly QueryFile[];

  before(async () => {
    queries = [...(await readQueryFiles(projectPath('queries'))).values()];
  });

  it('ask their question in both languages, in texts of their own', () => {
    for (const { name, header } of queries.filter(query => !query.header.internal)) {
      assert.notEqual(header.summary, header.summary_fr, name);
      assert.notEqual(header.description, header.description_fr, name);
      assert.doesNotMatch(`${header.summary_fr ?? ''}${header.description_fr ?? ''}`, /[’]| {2}/, name);
    }
    const titles = queries.flatMap(({ header }) => header.summary_fr ?? []);
    assert.equal(new Set(titles).size, titles.length);
  });

  it('give every parameter a default, and a kind that the register knows', () => {
    for (const { name, header } of queries.filter(query => !query.header.internal))
      for (const [parameter, { type, default: value, kind }] of Object.entries(header.parameters)) {
        assert.ok(value !== undefined || type === 'language', `${name} ?${parameter}`);
        if (kind !== undefined)
          assert.ok(
            kinds.some(known => known === kind),
            `${name} ?${parameter}`,
          );
      }
  });

  it('name columns that pages have words for', () => {
    for (const { name, text } of queries.filter(query => !query.header.internal)) {
      const [, projected = ''] = /^SELECT (?:DISTINCT )?(.*) \{$/m.exec(text) ?? [];
      const aliases = [...projected.matchAll(/\(.*? AS \?(\w+)\)/g)].map(([, alias = '']) => alias);
      const plain = [...projected.replace(/\(.*?AS \?\w+\)/g, '').matchAll(/\?(\w+)/g)].map(
        ([, v = '']) => v,
      );
      for (const column of [...aliases, ...plain].filter(each => !each.endsWith('Label')))
        assert.notEqual(columnWords('fr', column), column, `${name} ?${column}`);
    }
  });

  it('keep what serves the register itself to itself', () => {
    const internal = queries.filter(({ header }) => header.internal).map(({ name }) => name);
    for (const name of [
      'figures',
      'incoming',
      'kind-context',
      'kind-things',
      'latest',
      'classes-and-properties',
    ])
      assert.ok(internal.includes(name), name);
  });

  it('tell the family of the answer from the query', () => {
    const family = (query: string) => toQueryFile('x.rq', `${offered}${query}`).family;
    assert.equal(family('SELECT * { ?s ?p ?o }'), 'solutions');
    assert.equal(family('ASK { ?s ?p ?o }'), 'solutions');
    assert.equal(family('CONSTRUCT WHERE { ?s ?p ?o }'), 'graph');
    assert.equal(family('DESCRIBE <urn:x>'), 'graph');
  });

  const faults: Readonly<Record<string, readonly [string, RegExp]>> = {
    'a default that is no date': [withParameter(['type: date', 'default: 2026-02-30']), /default/],
    'a default that is no whole number': [withParameter(['type: integer', 'default: 1.5']), /default/],
    'a default that is no IRI': [withParameter(['type: iri', 'default: "a b"']), /default/],
    'a default that is no language of the pages': [
      withParameter(['type: language', 'default: de']),
      /default/,
    ],
    'an empty default text': [withParameter(['type: text', 'default: ""']), /default/],
    'an unknown type': [withParameter(['type: number']), /type/],
    'a key that is not known': [withParameter(['type: text', 'defualt: x']), /defualt/],
    'a parameter that the query does not use': [
      withParameter(['type: text'], 'SELECT ?s { ?s ?p ?o }'),
      /does not use its parameter \?x/,
    ],
    'a parameter where no value can stand': [
      withParameter(['type: text'], 'SELECT ?x { ?s ?p ?x }'),
      /faulty/,
    ],
    'no French': ['#+ summary: Which?\n#+ tags: [commons]\nSELECT * { ?s ?p ?o }', /French/],
    'a syntax error': [`${offered}SELECT * { ?s ?p }`, /faulty/],
  };
  for (const [fault, [source, message]] of Object.entries(faults))
    it(`are refused when they have ${fault}, naming the file`, () => {
      assert.throws(
        () => toQueryFile('x.rq', source),
        (error: Error) => {
          assert.match(error.message, /queries\/x\.rq/);
          assert.match(error.message, message);
          return true;
        },
      );
    });

  it('take defaults of every type', () => {
    for (const lines of [
      ['type: date', 'default: 2024-02-29'],
      ['type: date', 'default: today'],
      ['type: integer', 'default: -3'],
      ['type: iri', 'default: commons/openstreetmap'],
      ['type: iri', 'default: https://example.org/a?b=c#d'],
      ['type: language', 'default: en'],
      ['type: text', 'default: "} # {"'],
    ])
      assert.ok(toQueryFile('x.rq', withParameter(lines)).header.parameters['x']);
  });
});
