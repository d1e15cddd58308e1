import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../src/sparql/parse.js';
import { inlineTerms } from '../../src/sparql/inline-terms.js';
import { toQueryFile } from '../../src/sparql/query-file.js';
import { readArguments } from '../../src/http/query-arguments.js';
import { Identifiers } from '../../src/register/identifiers.js';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { sharedServer, type Server } from '../support/server.js';
import { sparqlPath } from '../support/http.js';

const runs = 40;

/** A question that must be given a word. */
const needy = `#+ summary: Which?
#+ summary_fr: Lesquels ?
#+ description: Those.
#+ description_fr: Ceux-ci.
#+ tags: [commons]
#+ parameters:
#+   word:
#+     type: text
#+     description: Word
#+     description_fr: Mot
#+   lang:
#+     type: language
#+     description: Language
#+     description_fr: Langue
SELECT * { ?s ?p ?word FILTER(LANG(?word) = ?lang) }`;

/** Texts that would break out of a query if they were spliced into it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '"""',
        '\\',
        '}',
        '{',
        '#',
        '\n',
        '\r',
        '\t',
        '>',
        '<',
        '?lang',
        ' . ',
        ';',
        '\\u0022',
      ),
      fc.constantFrom(
        '" ) } DROP ALL #',
        '} UNION { ?s ?p ?o',
        '")) || (1=1',
        '<urn:x>',
        '@fr',
        '^^',
        '\u0000',
        '𝄞',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => parts.join(''))
  .filter(text => text.length > 0 && text.length <= 200);

const absoluteIri = fc
  .tuple(fc.constantFrom('http://example.org/', 'urn:x:', 'https://é.example/'), hostile)
  .map(([start, end]) => start + end.replace(/[\s\p{Cc}<>"{}|\\^`]/gu, '_'));

const query = `
SELECT ?commons {
  ?commons <http://purl.org/dc/terms/title> ?title ;
    <http://purl.org/dc/terms/subject> ?theme .
  FILTER(CONTAINS(?title, ?word))
}`;

/** The algebra of a query, with the value taken out again: its shape. */
function shapeOf(text: string, value: string): string {
  return JSON.stringify(parseQuery(text, 'http://localhost/').algebra, (_key, part: unknown) =>
    part === value ? 'VALUE' : part,
  );
}

describe('parameters of stored queries', () => {
  let server: Server;
  /** All that the query looks in, in lower case. */
  let texts: { readonly path: string; readonly text: string }[];
  const ask = (name: string, parameters: Readonly<Record<string, string>>, extension = '.json') =>
    server.ask(`/queries/${name}${extension}?${new URLSearchParams(parameters).toString()}`);
  const column = (text: string, variable: string) =>
    (JSON.parse(text) as { results: { bindings: Record<string, { value: string }>[] } }).results.bindings
      .map(row => row[variable]?.value ?? '')
      .sort();

  before(async () => {
    server = await sharedServer();
    const entries = await server.house.register.entries('commons');
    texts = [...entries.values()].flatMap(({ titles, descriptions, words, path }) =>
      [...titles.map(({ value }) => value), ...descriptions.map(({ value }) => value), ...words].map(
        text => ({
          path,
          text: text.toLowerCase(),
        }),
      ),
    );
  });

  it('never change the query as written out, whatever text they hold', () => {
    const plain = shapeOf(inlineTerms(query, { word: literal('plain') }), 'plain');
    fc.assert(
      fc.property(hostile, text => {
        assert.equal(shapeOf(inlineTerms(query, { word: literal(text) }), text), plain);
      }),
    );
  });

  it('never change the query as written out, whatever IRI they hold', () => {
    const plain = shapeOf(inlineTerms(query, { theme: namedNode('urn:plain') }), 'urn:plain');
    fc.assert(
      fc.property(absoluteIri, value => {
        assert.equal(shapeOf(inlineTerms(query, { theme: namedNode(value) }), value), plain);
      }),
    );
  });

  it('are a text to look for and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async word => {
        const { status, text } = await ask('commons-by-word', { word });
        assert.equal(status, 200, text);
        const found = column(text, 'commons').map(value => value.replace(/^.*\/id\//, ''));
        const wanted = texts
          .filter(({ text: own }) => own.includes(word.toLowerCase()))
          .map(({ path }) => path);
        assert.deepEqual(found, [...new Set(wanted)].sort());
      }),
      { numRuns: runs },
    );
  });

  it('are an IRI to look for, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(absoluteIri, hostile), async theme => {
        const { status, text } = await ask('commons-by-theme', { theme });
        if (/^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/iu.test(theme)) {
          assert.equal(status, 200, text);
          assert.deepEqual(column(text, 'commons'), []);
        } else {
          assert.equal(status, 400, text);
          assert.equal((JSON.parse(text) as { parameter: string }).parameter, 'theme');
        }
      }),
      { numRuns: runs },
    );
  });

  it('come through unharmed: the query written out gives what the bound one gives', async () => {
    const values = { word: `d'intérêt`, lang: 'en' };
    const bound = await ask('commons-by-word', values);
    const page = await server.ask(`/queries/commons-by-word?${new URLSearchParams(values).toString()}`, {
      headers: { accept: 'text/html' },
    });
    const [, href = ''] =
      /href="[^"]*\/sparql\?([^"]*query=[^"]*)"[^>]*>[^<]*SPARQL/.exec(page.text.replaceAll('&amp;', '&')) ??
      [];
    const written = new URLSearchParams(href).get('query') ?? '';
    assert.match(written, /LCASE\( ?"d'intérêt"\)/);
    const free = await server.ask(sparqlPath(written, { format: 'json' }));
    assert.deepEqual(column(free.text, 'commons'), column(bound.text, 'commons'));
    assert.notEqual(column(free.text, 'commons').length, 0);
  });

  it('name a record by its path, the address of its page or its IRI', async () => {
    const { base } = server.house.register.identifiers;
    const written = ['actor/ign', `${base}/actor/ign`, `${base}/id/actor/ign`];
    const answers = await Promise.all(written.map(actor => ask('peers-of-actor', { actor }, '.csv')));
    assert.equal(answers[0]?.status, 200);
    assert.match(answers[0].text, /actor\/dinum/);
    for (const { text } of answers) assert.equal(text, answers[0].text);
  });

  const refusals: readonly (readonly [string, Readonly<Record<string, string>>, string, RegExp])[] = [
    ['commons-by-word', { word: '' }, 'word', /a text of 1 to 200 characters/],
    ['commons-by-word', { word: 'x'.repeat(201) }, 'word', /a text of 1 to 200 characters/],
    ['commons-by-theme', { theme: 'geography' }, 'theme', /an absolute IRI, or a record/],
    ['most-involved-actors', { minimum: 'ten' }, 'minimum', /a whole number/],
    ['most-involved-actors', { minimum: '1.5' }, 'minimum', /a whole number/],
    ['most-involved-actors', { minimum: '12345678901' }, 'minimum', /a whole number/],
    ['events-to-come', { since: '2026-02-30' }, 'since', /a day, such as 2026-01-31/],
    ['events-to-come', { since: '2026' }, 'since', /a day, such as/],
    ['licences-in-use', { lang: 'de' }, 'lang', /fr or en/],
    ['actor-activity', { lang: 'FR' }, 'lang', /fr or en/],
  ];
  for (const [name, parameters, parameter, detail] of refusals)
    it(`are refused by name: ${name} ${JSON.stringify(parameters).slice(0, 60)}`, async () => {
      const { status, text } = await ask(name, parameters);
      assert.equal(status, 400);
      const problem = JSON.parse(text) as { parameter: string; detail: string };
      assert.equal(problem.parameter, parameter);
      assert.match(problem.detail, detail);
    });

  it('are told from what clients add to every address, which is passed over', async () => {
    const plain = await ask('licences-in-use', {});
    for (const extra of [{ utm_source: 'x' }, { timeout: '5', debug: 'on' }, { commons: 'commons/matrix' }])
      assert.deepEqual((await ask('licences-in-use', extra)).text, plain.text);
    const page = await server.ask('/queries/licences-in-use?utm_source=x', {
      headers: { accept: 'text/html' },
    });
    assert.equal(page.status, 200);
  });

  it('that are missing are looked for among those that are unknown', () => {
    const query = toQueryFile('needs.rq', needy);
    const read = (address: string) => () =>
      readArguments(query, new URLSearchParams(address), {
        language: 'fr',
        identifiers: new Identifiers('http://localhost:3000'),
        today: '2026-01-31',
      });
    assert.throws(read('wrod=eau&utm=1'), /There is no parameter "wrod" here. Known: word, lang/);
    assert.throws(read(''), /The parameter "word" is missing/);
    assert.equal(read('word=eau&wrod=1')().values['word'], 'eau');
  });

  it('may be given once only', async () => {
    const { status, text } = await server.ask('/queries/commons-by-word.csv?word=a&word=b');
    assert.equal(status, 400);
    assert.match(text, /"word\\" may be given once only/);
  });
});
