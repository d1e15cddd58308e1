import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import fc from 'fast-check';
import { createApp } from '../../src/http/app.js';
import { Budget } from '../../src/http/budget.js';
import type { HttpContext } from '../../src/http/context.js';
import { KeptAnswers } from '../../src/http/kept-answers.js';
import { listen, type Listening } from '../../src/http/server.js';
import { projectPath } from '../../src/project.js';
import { literal, namedNode, quad, term } from '../../src/rdf/terms.js';
import { folderOf } from '../support/folder.js';
import { ask, browserAccepts, type Answered } from '../support/http.js';
import { base, startServer, type Server } from '../support/server.js';

const record = (kind: string, type: string, facts: string) => `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix schema: <https://schema.org/> .
@prefix pac: <https://w3id.org/communaux/pac#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<../id/${kind}/one> a ${type} ; dct:title "Un titre"@fr, "A title"@en ; ${facts} .
<> foaf:primaryTopic <../id/${kind}/one> ; dct:modified "2026-01-02"^^xsd:date .
`;

const seedFiles = {
  'commons/one.ttl': record('commons', 'pac:DigitalCommons', 'dct:description "Des cartes"@fr'),
  'event/one.ttl': record(
    'event',
    'schema:Event',
    'schema:startDate "2026-03-04"^^xsd:date ; schema:about <../id/commons/one>',
  ),
};

/** Addresses of every sort of answer that is kept, and of some that are refused. */
const paths = [
  ...['/', '/about', '/commons', '/commons/', '/event?year=2026', '/event?year=2026&year=2026&size=50'],
  ...['/commons?q=cartes', '/commons?q=cartes&sort=date', '/search?q=titre', '/search?q=a&q=b'],
  ...['/commons/one', '/commons/one.html', '/commons/one.ttl', '/event/one.jsonld', '/event/one.rdf'],
  ...['/commons.csv', '/event.ics', '/event.ics?year=2026', '/event.geojson', '/commons.csv?colour=red'],
  ...['/api', '/api/commons', '/api/commons?context=inline', '/api/event/one', '/api/openapi.json'],
  ...['/ontology', '/ontology.ttl', '/ontology/0.0.1', '/vocabulary/role', '/shapes/commons'],
  ...[
    '/queries',
    '/queries.json',
    '/queries/events-to-come',
    '/queries/commons-by-word?word=carte',
    '/sparql',
    '/sparql?edit=1&query=ASK%7B%7D',
  ],
  ...['/catalog', '/catalog?page=1', '/catalog?page=2', '/dump/commons.csv-metadata.json', '/robots.txt'],
  ...['/nowhere', '/commons/nowhere', '/commons?page=2', '/commons?theme=nothing', '/?utm_source=x'],
  ...['/.well-known/security.txt', '/assets/style.css'],
];
const accepts = [...browserAccepts.slice(0, 1), '*/*', 'text/turtle', 'application/ld+json', 'image/png'];
const tongues = ['fr', 'en', 'en-GB, fr;q=0.5', 'de'];

interface Asked {
  readonly path: string;
  readonly lang: string;
  readonly accept: string;
  readonly tongue: string;
  readonly method: string;
  readonly isConditional: boolean;
}

/** Requests for a few of the addresses, in every way. */
const requests = fc.uniqueArray(fc.constantFrom(...paths), { minLength: 1, maxLength: 2 }).chain(few => {
  const asked: fc.Arbitrary<Asked> = fc.record({
    path: fc.constantFrom(...few),
    lang: fc.constantFrom('', '', 'fr', 'en', 'de'),
    accept: fc.constantFrom(...accepts),
    tongue: fc.constantFrom(...tongues),
    method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
    isConditional: fc.boolean(),
  });
  return fc.array(asked, { minLength: 4, maxLength: 10 });
});

function addressOf({ path, lang }: Asked): string {
  return lang === '' ? path : `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}

/** What an answer says of the moment, and of the client: whoever is first pays for a question, from another account. */
const ofTheMoment = new Set(['date', 'ratelimit', 'ratelimit-policy']);

/** All that an answer says of what was asked. */
function said({ status, headers, text }: Answered): unknown {
  return { status, text, headers: Object.entries(headers).filter(([name]) => !ofTheMoment.has(name)) };
}

/** Gives the commons of the register another title. */
async function retitle({ house }: Server, title: string): Promise<void> {
  const { store } = house.register;
  const [thing, graph] = [namedNode(`${base}/id/commons/one`), namedNode(`${base}/commons/one`)];
  const french = ({ object }: Quad) => object.termType === 'Literal' && object.language === 'fr';
  const removed = (await store.graph(graph.value)).filter(
    said => said.predicate.equals(term('dct', 'title')) && french(said),
  );
  const added = [quad(thing, term('dct', 'title'), literal(title, 'fr'), graph)];
  await store.commit({ added, removed, who: base, when: '2026-01-01T00:00:00Z', why: 'test' });
}

/** Another door to the same register, on a port of its own. */
function doorTo({ house }: Server, settings: Partial<HttpContext>): Promise<Listening> {
  return listen(createApp({ ...house.context, ...settings }), { port: 0, host: '127.0.0.1' });
}

describe('pages that are kept', () => {
  let server: Server;
  let forgetful: Listening;
  before(async function () {
    this.timeout(120_000);
    const seed = [await folderOf(seedFiles), projectPath('ontology')].join(',');
    server = await startServer({ seed });
    forgetful = await doorTo(server, { keptAnswers: new KeptAnswers({ maxBytes: 0, state: () => '' }) });
    await server.house.warm();
  });
  after(() => forgetful.close(0));

  it('are to the byte what they would be if made anew, headers and all', async function () {
    this.timeout(240_000);
    let commits = 0;
    await fc.assert(
      fc.asyncProperty(requests, fc.boolean(), async (all, moves) => {
        if (moves) await retitle(server, `Titre ${(commits += 1)}`);
        for (const asked of all) {
          const { accept, tongue, method } = asked;
          const address = addressOf(asked);
          const given = { accept, 'accept-language': tongue };
          const { etag } = (await ask(forgetful.port, address, { headers: given })).headers;
          const headers = asked.isConditional && etag ? { ...given, 'if-none-match': etag } : given;
          const [kept, made] = await Promise.all([
            server.ask(address, { method, headers }),
            ask(forgetful.port, address, { method, headers }),
          ]);
          assert.deepEqual(said(kept), said(made), `${method} ${address} ${accept} ${tongue}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  for (const [path, accept] of [
    ['/commons', 'text/html'],
    ['/commons/one', 'text/html'],
    ['/commons/one.ttl', '*/*'],
    ['/commons.csv', '*/*'],
    ['/api/commons', '*/*'],
    ['/search?q=fraichement', 'text/html'],
  ] as const)
    it(`${path} shows a commit at once, under another tag`, async () => {
      const headers = { accept, 'accept-language': 'fr' };
      const before = await server.ask(path, { headers });
      const title = `Fraîchement écrit ${String(performance.now())}`;
      await retitle(server, title);
      const etag = before.headers.etag ?? '';
      const after = await server.ask(path, { headers: { ...headers, 'if-none-match': etag } });
      assert.equal(after.status, 200);
      assert.notEqual(after.headers.etag, etag);
    });

  it('cost whoever made them, and nobody after', async () => {
    const pageBudget = new Budget(60_000, 0.001);
    const spentOn = async (path: string) => {
      const { leftMs } = pageBudget.standingOf('127.0.0.1');
      await ask(listening.port, path);
      return leftMs - pageBudget.standingOf('127.0.0.1').leftMs;
    };
    await retitle(server, 'Compté');
    const listening = await doorTo(server, { pageBudget });
    try {
      const [made, kept] = [await spentOn('/commons'), await spentOn('/commons')];
      assert.ok(made > 1.1, `${String(made)} ms`);
      assert.ok(kept >= 0.99 && kept < 1.1, `${String(kept)} ms`);
      assert.ok((await spentOn('/commons/nowhere')) > kept);
    } finally {
      await listening.close(0);
    }
  });
});
