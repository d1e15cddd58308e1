import assert from 'node:assert/strict';
import express from 'express';
import { Problem } from '../../src/errors.js';
import { asProblem, problemHandler } from '../../src/http/problem.js';
import { listen } from '../../src/http/server.js';
import { problemWords } from '../../src/pages/messages.js';
import { languages } from '../../src/register/text.js';
import { all, only, readMarkup, words } from '../pages/markup.js';
import { ask, browserAccepts, mediaType, sparqlPath, type Asked } from '../support/http.js';
import { sharedServer, type Server } from '../support/server.js';

interface Case {
  readonly path: string;
  readonly asked?: Asked;
  readonly status: number;
  readonly type: string;
  readonly title: string;
  /** Members beside those of RFC 9457. */
  readonly members?: Readonly<Record<string, unknown>>;
}

const direct = { 'content-type': 'application/sparql-query' };

const cases: readonly Case[] = [
  { path: '/nowhere', status: 404, type: 'not-found', title: 'Not found' },
  { path: '/commons/nowhere', status: 404, type: 'not-found', title: 'Not found' },
  { path: '/%zz', status: 400, type: 'bad-request', title: 'Bad request' },
  {
    path: '/action?page=x',
    status: 400,
    type: 'bad-request',
    title: 'Bad request',
    members: { parameter: 'page' },
  },
  {
    path: '/about',
    asked: { method: 'DELETE' },
    status: 405,
    type: 'method-not-allowed',
    title: 'Method not allowed',
  },
  {
    path: sparqlPath('SELECT * { ?s ?p }'),
    status: 400,
    type: 'syntax-error',
    title: 'Syntax error',
    members: { line: 1, column: 18, found: '"}"' },
  },
  { path: sparqlPath('CLEAR ALL'), status: 422, type: 'refused', title: 'Understood, but refused' },
  {
    path: '/sparql',
    asked: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
    status: 415,
    type: 'unsupported-media-type',
    title: 'Unsupported media type',
    members: { supported: ['application/sparql-query', 'application/x-www-form-urlencoded'] },
  },
  {
    path: '/sparql',
    asked: { method: 'POST', headers: direct, body: `ASK {} #${'x'.repeat(300_000)}` },
    status: 413,
    type: 'too-large',
    title: 'Too large',
    members: { limit: 300_000 },
  },
];

const expected = (found: Case) =>
  `${found.asked?.method ?? 'GET'} ${found.path.slice(0, 50)} → ${String(found.status)}`;

describe('problems', () => {
  let server: Server;
  before(async () => {
    server = await sharedServer();
  });

  for (const found of cases) {
    const { path, asked = {}, status, type, title, members = {} } = found;
    it(`${expected(found)}, as problem+json for machines (RFC 9457)`, async () => {
      for (const accept of ['*/*', 'application/problem+json, */*;q=0.1']) {
        const answer = await server.ask(path, { ...asked, headers: { ...asked.headers, accept } });
        assert.equal(answer.status, status);
        assert.equal(mediaType(answer), 'application/problem+json');
        assert.equal(answer.headers['cache-control'], 'no-store');
        assert.equal(answer.headers.etag, undefined);
        const problem = JSON.parse(answer.text) as Record<string, unknown>;
        assert.equal(problem['type'], `https://w3id.org/communaux/problem/${type}`);
        assert.equal(problem['title'], title);
        assert.equal(problem['status'], status);
        assert.match(String(problem['detail']), /^.{20,}\.$/);
        for (const [name, value] of Object.entries(members)) assert.deepEqual(problem[name], value, name);
      }
    });

    for (const lang of languages)
      it(`${expected(found)}, as a page in ${lang} for browsers`, async () => {
        const headers = { ...asked.headers, accept: browserAccepts[0], 'accept-language': lang };
        const answer = await server.ask(path, { ...asked, headers });
        assert.equal(answer.status, status);
        assert.equal(mediaType(answer), 'text/html');
        assert.equal(answer.headers['cache-control'], 'no-store');
        assert.equal(answer.headers['content-language'], lang);
        const page = readMarkup(answer.text);
        assert.equal(only(page, 'html').attributes['lang'], lang);
        assert.equal(words(only(page, 'h1')), problemWords(lang, status).title);
        assert.ok(all(page, 'meta').some(({ attributes }) => attributes['content'] === 'noindex'));
      });
  }

  for (const [path, detail] of [
    [
      sparqlPath('SELECT * { ?s ?p }'),
      /^Ligne 1, colonne 18 : « } » n'est pas attendu ici\. Attendu : .*une variable/,
    ],
    [sparqlPath('SELECT * { ?s foo:p ?o }'), /le préfixe « foo: », qui n'est pas déclaré/],
    [sparqlPath('SELECT * { ?s ?p "x }'), /une chaîne qui n'est pas fermée/],
    [sparqlPath('CLEAR ALL'), /n'admet pas SPARQL Update/],
    [sparqlPath('ASK { SERVICE <http://e/> { ?s ?p ?o } }'), /^SERVICE n'est pas ouvert ici/],
    [sparqlPath('ASK {}', { explain: '2' }), /Le paramètre « explain »/],
    [sparqlPath('ASK {}', { format: 'docx' }), /Il n'y a pas de format « docx »/],
    ['/sparql?query=', /^La requête est vide/],
  ] as const)
    it(`are told in French to programs that prefer it, in English to others: ${path.slice(0, 60)}`, async () => {
      const told = async (headers: Record<string, string>) => {
        const answer = await server.ask(path, { headers });
        const { detail: said } = JSON.parse(answer.text) as { detail: string };
        return [answer.headers['content-language'], said] as const;
      };
      const [language, said] = await told({ 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.5' });
      assert.equal(language, 'fr');
      assert.match(said, detail);
      for (const headers of [{}, { 'accept-language': '*' }, { 'accept-language': 'de, en;q=0.5, fr;q=0.1' }])
        assert.equal((await told(headers as Record<string, string>))[0], 'en');
    });

  it('are for machines unless HTML is asked for by name and liked best', async () => {
    for (const accept of [
      'application/json',
      'image/png',
      'application/problem+json, text/html;q=0.9',
      'text/*;q=0.1',
    ])
      assert.equal(
        mediaType(await server.ask('/nowhere', { headers: { accept } })) === 'text/html',
        accept === 'text/*;q=0.1',
        accept,
      );
  });

  it('are in the language of ?lang= where there is one', async () => {
    const answer = await server.ask('/nowhere?lang=en', { headers: { accept: 'text/html' } });
    assert.equal(answer.headers['content-language'], 'en');
  });

  it('that readers of pages meet most are told in the language of the page', async () => {
    const paths = [
      '/nowhere',
      '/commons/nowhere',
      '/commons?page=99',
      '/commons?size=many',
      '/search?q=a&q=b',
      '/catalog?page=2',
      '/dataset/nowhere',
      '/queries/nowhere',
    ];
    for (const path of paths)
      for (const lang of languages) {
        const headers = { accept: browserAccepts[0], 'accept-language': lang };
        const page = readMarkup((await server.ask(path, { headers })).text);
        const main = only(page, 'main');
        assert.deepEqual(
          all(main, 'span').filter(({ attributes }) => attributes['lang']),
          [],
          `${path} in ${lang}`,
        );
        assert.doesNotMatch(words(main), lang === 'fr' ? /\b(the|is|there)\b/i : /\b(est|une?|cette)\b/i);
      }
  });

  it('stay at their address when the language is switched', async () => {
    for (const [path, expected] of [
      ['/commons/nowhere', '/commons/nowhere?lang=en'],
      ['/commons?page=99&theme=health', '/commons?page=99&theme=health&lang=en'],
      ['//evil.example/x', '/evil.example/x?lang=en'],
      ['//[', '/[?lang=en'],
    ] as const) {
      const headers = { accept: browserAccepts[0], 'accept-language': 'fr' };
      const answer = await server.ask(path, { headers });
      const page = readMarkup(answer.text);
      const switches = all(page, 'a').filter(({ attributes }) => attributes['hreflang'] === 'en');
      assert.deepEqual(
        switches.map(({ attributes }) => decodeURI(attributes['href'] ?? '')),
        [expected],
        `${path}: ${String(answer.status)}`,
      );
    }
  });

  it('of foreign code tell nothing of the inside', () => {
    for (const error of [new Error('password=hunter2'), { status: 418 }, 'text', null, undefined]) {
      const problem = asProblem(error);
      assert.deepEqual([problem.kind, problem.status], ['internal', 500]);
      assert.doesNotMatch(JSON.stringify([problem.message, problem.members]), /hunter2|418|text/);
    }
    const own = new Problem('refused', 'No.');
    assert.equal(asProblem(own), own);
  });

  it('of a body that is too large tell the bound of the place that it was sent to', async () => {
    const app = express()
      .post('/notes', express.json({ limit: '1kb' }))
      .post('/files', express.text({ limit: '2kb' }))
      .use(problemHandler(server.house.context));
    const elsewhere = await listen(app, { port: 0, host: '127.0.0.1' });
    for (const [path, type, limit] of [
      ['/notes', 'application/json', 1_024],
      ['/files', 'text/plain', 2_048],
    ] as const)
      for (const language of languages) {
        const headers = { 'content-type': type, accept: browserAccepts[0], 'accept-language': language };
        const asked = { method: 'POST', headers, body: 'x'.repeat(3_000) };
        const answer = await ask(elsewhere.port, path, asked);
        const text = words(readMarkup(answer.text));
        assert.equal(answer.status, 413);
        assert.match(text, new RegExp(`\\b${String(limit)}\\b`));
        assert.doesNotMatch(text, /300|query is|requête est|for a query|pour une requête/);
      }
    await elsewhere.close(0);
    const unknown = asProblem(Object.assign(new Error('x'), { status: 413 }));
    assert.deepEqual([unknown.kind, unknown.members], ['too-large', {}]);
    for (const headers of [direct, { 'content-type': 'application/x-www-form-urlencoded' }]) {
      const asked = { method: 'POST', headers, body: `query=${'x'.repeat(300_000)}` };
      const { detail } = JSON.parse((await server.ask('/sparql', asked)).text) as { detail: string };
      assert.match(detail, /300000 bytes for a query/);
    }
  });
});
