import assert from 'node:assert/strict';
import { browserAccepts, mediaType } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

const [browser] = browserAccepts;
const asPerson = { headers: { accept: browser } };

describe('/queries', () => {
  let server: Server;

  before(async () => {
    server = await sharedServer();
  });

  it('lists every question for programs, with what it takes and gives', async () => {
    const answer = await server.ask('/queries');
    assert.equal(mediaType(answer), 'application/json');
    const questions = JSON.parse(answer.text) as Record<string, unknown>[];
    const question = questions.find(({ name }) => name === 'most-involved-actors');
    assert.deepEqual(question?.['title'], {
      fr: 'Quels acteurs sont les plus impliqués ?',
      en: 'Which actors are the most involved?',
    });
    assert.deepEqual((question['parameters'] as unknown[])[0], {
      name: 'minimum',
      type: 'integer',
      description: { fr: 'Implications, au moins', en: 'Involvements, at least' },
      default: '5',
      required: false,
    });
    assert.ok(!questions.some(({ name }) => name === 'kind-things'));
    for (const { formats } of questions)
      for (const { url } of formats as { url: string }[])
        assert.match(url, /^http:\/\/localhost:3000\/queries\//);
  });

  it('lists every question for people, each with a form of labelled fields', async () => {
    const { status, text } = await server.ask('/queries', asPerson);
    assert.equal(status, 200);
    const { text: list } = await server.ask('/queries.json');
    for (const { name } of JSON.parse(list) as { name: string }[])
      assert.ok(text.includes(`action="/queries/${name}"`), name);
    for (const [, id = ''] of text.matchAll(/<(?:input|select) [^>]*id="([^"]+)"/g))
      assert.ok(text.includes(`<label for="${id}"`), id);
    assert.match(text, /<option value="theme\/geography" selected/);
    assert.ok(Buffer.byteLength(text) < 80_000);
  });

  it('keeps what serves the register itself to itself', async () => {
    assert.equal((await server.ask('/queries/kind-things')).status, 404);
    assert.equal((await server.ask('/queries/nothing')).status, 404);
  });
});

describe('/queries/{name}', () => {
  let server: Server;
  const path = '/queries/licences-in-use';

  before(async () => {
    server = await sharedServer();
  });

  const byExtension: Readonly<Record<string, string>> = {
    [`${path}.json`]: 'application/sparql-results+json',
    [`${path}.xml`]: 'application/sparql-results+xml',
    [`${path}.csv`]: 'text/csv',
    [`${path}.tsv`]: 'text/tab-separated-values',
    '/queries/commons-as-schema-org.ttl': 'text/turtle',
    '/queries/commons-as-schema-org.jsonld': 'application/ld+json',
    '/queries/commons-as-schema-org.rdf': 'application/rdf+xml',
    '/queries/commons-as-schema-org.nt': 'application/n-triples',
    [`${path}?format=csv`]: 'text/csv',
    '/queries/commons-as-schema-org?format=ntriples': 'application/n-triples',
    [path]: 'application/sparql-results+json',
    '/queries/commons-as-schema-org': 'text/turtle',
  };
  for (const [asked, type] of Object.entries(byExtension))
    it(`gives ${type} at ${asked}, a browser or not unless the address names no format`, async () => {
      const answer = await server.ask(asked, asked.includes('.') || asked.includes('=') ? asPerson : {});
      assert.equal(answer.status, 200, answer.text);
      assert.equal(answer.headers['content-type'], `${type}; charset=utf-8`);
    });

  it('negotiates by Accept, for the family of the answer', async () => {
    const csv = await server.ask(path, { headers: { accept: 'text/csv' } });
    assert.equal(mediaType(csv), 'text/csv');
    assert.match(csv.text, /^licenceLabel,licence,commonsCount\r\n/);
    const turtle = await server.ask(path, { headers: { accept: 'text/turtle' } });
    assert.equal(turtle.status, 406);
  });

  it('has a byte order mark in the CSV file, for spreadsheets, and in no other answer', async () => {
    const startOf = async (asked: string, headers = {}) =>
      (await server.ask(asked, { headers })).body.subarray(0, 3).toString('hex');
    assert.equal(await startOf(`${path}.csv`), 'efbbbf');
    assert.equal(await startOf('/commons.csv'), 'efbbbf');
    for (const asked of [`${path}.tsv`, `${path}.json`, `${path}?format=csv`])
      assert.notEqual(await startOf(asked), 'efbbbf');
    assert.notEqual(await startOf(path, { accept: 'text/csv' }), 'efbbbf');
  });

  it('puts the name of a thing before its address, whatever the question', async () => {
    const queries = [...(await server.house.context.queries()).values()];
    for (const { name, text, family, header } of queries) {
      if (family === 'graph' || header.internal) continue;
      const [, columns = ''] = /^SELECT (.*)\{$/m.exec(text) ?? [];
      const named = [...columns.matchAll(/\?(\w+)Label\b/g)].map(([, column = '']) => column);
      for (const column of named)
        assert.match(columns, new RegExp(`\\?${column}Label\\b.*\\?${column}\\b`), name);
    }
  });

  it('has a CSV file with semicolons, on request only, in questions and lists', async () => {
    const cells = (text: string, separator: string) =>
      text
        .replace(/^\uFEFF/, '')
        .split(/\r\n/)
        .map(line => line.split(new RegExp(`${separator}(?=(?:[^"]*"[^"]*")*[^"]*$)`)));
    const unquoted = (rows: string[][]) => rows.map(row => row.map(cell => cell.replace(/^"|"$/g, '')));
    for (const file of [`${path}.csv`, '/queries/most-involved-actors.csv', '/event.csv?size=20']) {
      const sign = file.includes('?') ? '&' : '?';
      const plain = await server.ask(file);
      for (const value of ['semicolon', ';', '%3B']) {
        const asked = await server.ask(`${file}${sign}separator=${value}`);
        assert.equal(asked.headers['content-type'], plain.headers['content-type']);
        assert.equal(asked.body.subarray(0, 3).toString('hex'), 'efbbbf');
        assert.deepEqual(unquoted(cells(asked.text, ';')), unquoted(cells(plain.text, ',')), file);
      }
      assert.equal((await server.ask(`${file}${sign}separator=comma`)).text, plain.text);
      assert.equal((await server.ask(`${file}${sign}separator=tab`)).status, 400);
    }
    const query = encodeURIComponent('SELECT ("a;b" AS ?x) (1 AS ?y) {}');
    const strict = await server.ask(`/sparql?format=csv&separator=semicolon&query=${query}`);
    assert.equal(strict.text, 'x,y\r\na;b,1\r\n');
  });

  it('leads to the file for spreadsheets of French, from questions and lists', async () => {
    for (const [page, file] of [
      ['/queries/licences-in-use', '/queries/licences-in-use.csv?separator=semicolon'],
      ['/event', '/event.csv?separator=semicolon'],
    ] as const) {
      const { text } = await server.ask(page, { headers: { accept: 'text/html' } });
      const [, href = ''] = /href="([^"]*)"[^>]*>CSV pour Excel en français</.exec(text) ?? [];
      assert.equal(href.replaceAll('&amp;', '&'), file);
      assert.equal((await server.ask(file)).status, 200);
    }
  });

  it('has no file in a format of the other family, and says which there are', async () => {
    const { status, text } = await server.ask(`${path}.ttl`);
    assert.equal(status, 404);
    assert.deepEqual((JSON.parse(text) as { available: unknown }).available, ['json', 'xml', 'csv', 'tsv']);
    assert.equal((await server.ask(`${path}?format=pdf`)).status, 400);
  });

  it('shows people the answer as a table that links to records, in their language', async () => {
    const french = await server.ask('/queries/peers-of-actor?actor=actor/ign', asPerson);
    assert.equal(french.status, 200);
    assert.match(french.text, /<html lang="fr"/);
    assert.match(french.text, /<a href="\/actor\/dinum">Direction interministérielle du numérique<\/a>/);
    assert.match(french.text, /<th scope="col">En commun<\/th>/);
    assert.match(french.text, /<option value="actor\/ign" selected/);
    assert.match(french.text, /href="\/queries\/peers-of-actor\.csv\?actor=actor%2Fign"/);
    const english = await server.ask('/queries/peers-of-actor?actor=actor/ign&lang=en', asPerson);
    assert.match(english.text, /Interministerial Directorate for Digital Affairs/);
    assert.match(english.text, /href="\/queries\/peers-of-actor\.csv\?actor=actor%2Fign&amp;lang=en"/);
  });

  it('shows no more than 450 cells, and says so', async () => {
    const { text } = await server.ask('/queries/actor-activity-graph', asPerson);
    assert.equal([...text.matchAll(/<tr>/g)].length, 151);
    assert.match(text, /150 premières lignes/);
    assert.match(text, /605 lignes/);
    // What a record says of an involvement is called by its path, not by the address of the instance.
    assert.match(text, /<a href="\/action\/albert-api#lead-dinum">action\/albert-api#lead-dinum<\/a>/);
  });

  it('says so when nothing answers', async () => {
    const { status, text } = await server.ask('/queries/commons-by-word?word=zzzz', asPerson);
    assert.equal(status, 200);
    assert.match(text, /Rien dans le registre/);
    assert.doesNotMatch(text, /<table/);
  });

  it('shows what a person wrote as text', async () => {
    const word = '"><script>alert(1)</script>';
    const { text } = await server.ask(
      `/queries/commons-by-word?${new URLSearchParams({ word }).toString()}`,
      asPerson,
    );
    assert.doesNotMatch(text, /<script>alert/);
    assert.match(text, /&lt;script>alert|&lt;script&gt;alert/);
  });
});

describe('/sparql', () => {
  it('offers the questions with their defaults written in', async () => {
    const server = await sharedServer();
    const { text } = await server.ask('/sparql?lang=en', asPerson);
    assert.match(text, /Which actors are the most involved\?/);
    assert.doesNotMatch(text, /= \?lang\b/);
  });
});
