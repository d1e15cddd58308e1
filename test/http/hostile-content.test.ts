import assert from 'node:assert/strict';
import { parseRdf } from '../../src/rdf/parse.js';
import { projectPath } from '../../src/project.js';
import { languages } from '../../src/register/text.js';
import { all, only, readMarkup, words, type Element } from '../pages/markup.js';
import { folderOf } from '../support/folder.js';
import { sparqlPath } from '../support/http.js';
import { base, startServer, type Server } from '../support/server.js';

/** What a careless template would let through, in a text and in an attribute. */
const attack = `</title><script>alert(1)</script><img src=x onerror="alert(2)">" onmouseover='alert(3)' &lt;b&gt; {{7*7}}`;
const turtle = JSON.stringify(attack);

const prefixes = `
@prefix adms: <http://www.w3.org/ns/adms#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix pac: <https://w3id.org/communaux/pac#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;

const files = {
  'need/hostile.ttl': `${prefixes}
<../id/need/hostile> a pac:Need ;
  dct:title ${turtle}@fr, ${turtle}@en ;
  dct:description ${turtle}@fr ;
  dct:created ${turtle}^^xsd:date ;
  dcat:landingPage <javascript:alert(4)>, <JavaScript:alert(5)>, <data:text/html,alert(6)>, <vbscript:alert(7)> ;
  schema:url <https://good.example/?a=1&b=2>, <https://good.example/'onmouseover='alert(8)> .
<> a dcat:CatalogRecord ; foaf:primaryTopic <../id/need/hostile> .
`,
  'action/hostile.ttl': `${prefixes}
<../id/action/hostile> a pac:PublicAction ;
  dct:title ${turtle}@fr ;
  schema:startDate "2024-01-01"^^xsd:date ;
  pac:addressesNeed <../id/need/hostile> ;
  schema:location <#place> .
<#place> a schema:Place ; schema:name ${turtle}@fr ; schema:url <javascript:alert(9)> .
<> a dcat:CatalogRecord ; foaf:primaryTopic <../id/action/hostile> ;
  dct:source <javascript:alert(10)>, <https://good.example/source> ;
  dct:issued ${turtle} ; skos:editorialNote ${turtle}@fr .
`,
};
const pages = ['/need/hostile', '/action/hostile', '/need', '/action', '/'];

describe('hostile content', () => {
  let server: Server;
  before(async () => {
    const folder = await folderOf(files);
    server = await startServer({ seed: `${folder},${projectPath('ontology')}` });
  });

  for (const path of pages)
    for (const lang of languages)
      it(`is text in ${path} in ${lang}`, async () => {
        const { status, text } = await server.ask(`${path}?lang=${lang}`, {
          headers: { accept: 'text/html' },
        });
        assert.equal(status, 200);
        const page = readMarkup(text);
        assertHarmless(page);
        assert.ok(words(only(page, 'body')).includes(attack), 'shown as it is written');
      });

  it('is shown as it is written in the title and the heading of its page', async () => {
    const page = readMarkup((await server.ask('/need/hostile.html')).text);
    assert.equal(words(only(page, 'h1')), attack);
    assert.ok(words(only(page, 'title')).startsWith(attack));
  });

  it('is no link where it is no address of the web, but its good neighbours are', async () => {
    const hrefs = async (path: string) =>
      all(readMarkup((await server.ask(path)).text), 'a').map(({ attributes }) => attributes['href']);
    assert.ok((await hrefs('/action/hostile.html')).includes('https://good.example/source'));
    assert.ok((await hrefs('/need/hostile.html')).includes('https://good.example/?a=1&b=2'));
  });

  it('is refused where it would stand in an IRI', async () => {
    const iri = 'https://good.example/"><script>alert(1)</script>';
    for (const [path, text] of [
      ['need/iri.ttl', `<> <http://xmlns.com/foaf/0.1/page> <${iri}> .`],
      [
        'need/iri.jsonld',
        JSON.stringify({ '@id': `${base}/need/iri`, 'http://xmlns.com/foaf/0.1/page': { '@id': iri } }),
      ],
    ] as const) {
      const seed = await folderOf({ [path]: text });
      await assert.rejects(startServer({ seed }), ({ message }: Error) => message.includes(path));
    }
  });

  it('comes back unchanged from every RDF format', async () => {
    for (const [extension, format] of [
      ['ttl', 'turtle'],
      ['jsonld', 'jsonld'],
      ['rdf', 'rdfxml'],
      ['nt', 'ntriples'],
    ] as const) {
      const { text } = await server.ask(`/need/hostile.${extension}`);
      const quads = await parseRdf(text, { format, base });
      const titles = quads.filter(({ predicate }) => predicate.value.endsWith('/title'));
      assert.deepEqual(
        titles.map(({ object }) => object.value),
        [attack, attack],
      );
    }
  });

  it('comes back unchanged from every table of results', async () => {
    const query = `SELECT ?t { <${base}/id/need/hostile> <http://purl.org/dc/terms/title> ?t FILTER(lang(?t) = "fr") }`;
    const json = await server.ask(sparqlPath(query, { format: 'json' }));
    const { results } = JSON.parse(json.text) as { results: { bindings: { t: { value: string } }[] } };
    assert.deepEqual(
      results.bindings.map(({ t }) => t.value),
      [attack],
    );
    const csv = await server.ask(sparqlPath(query, { format: 'csv' }));
    assert.equal(csv.text, `t\r\n"${attack.replaceAll('"', '""')}"\r\n`);
    const xml = await server.ask(sparqlPath(query, { format: 'xml' }));
    const [, literal = ''] = /<literal xml:lang="fr">([^<]*)<\/literal>/.exec(xml.text) ?? [];
    assert.equal(
      only(readMarkup(`<p>${literal.replaceAll('&apos;', "'")}</p>`), 'p').children.join(''),
      attack,
    );
  });

  it('in a request is text in the page that refuses it', async () => {
    const script = '<script>alert(1)</script>';
    const requests = [
      `/${script}`,
      `/commons/${encodeURIComponent(script)}`,
      `/action?page=${encodeURIComponent(script)}`,
      `/?lang=${encodeURIComponent(script)}`,
      `/need?x=${encodeURIComponent(`"${script}`)}&${encodeURIComponent(script)}=1`,
      sparqlPath(`SELECT ${script}`),
      sparqlPath('ASK {}', { format: script }),
      sparqlPath('ASK {}', { [script]: '1' }),
      sparqlPath('ASK {}', { 'default-graph-uri': script }),
      sparqlPath(`ASK { x:${'é'} ?p ?o } # ${script}`),
    ];
    for (const path of requests) {
      const { text, headers } = await server.ask(path, {
        headers: { accept: 'text/html', 'accept-language': script },
      });
      assert.match(headers['content-type'] ?? '', /^text\/html/);
      assertHarmless(readMarkup(text));
    }
  });

  it('in a request brings no line into a header', async () => {
    for (const path of [
      '/id/need/hostile%0d%0aX-Evil:1',
      '/need/hostile%0d%0aX-Evil:1',
      '/?lang=%0d%0aX-Evil:1',
      sparqlPath('ASK {}', { format: '\r\nX-Evil: 1' }),
    ]) {
      const { headers } = await server.ask(path);
      assert.equal(headers['x-evil'], undefined);
    }
  });
});

/** No element or attribute that runs something, and links to places of the web only. */
function assertHarmless(page: Element): void {
  const elements = all(page, '*');
  // A data block, which browsers do not run (HTML section 4.12.1), and which reads back as the JSON it was.
  for (const script of all(page, 'script')) {
    assert.equal(script.attributes['type'], 'application/ld+json');
    assert.equal(typeof JSON.parse(script.children.join('')), 'object');
  }
  for (const name of ['iframe', 'object', 'embed', 'svg', 'style', 'base'])
    assert.deepEqual(all(page, name), [], name);
  const images = all(page, 'img').map(({ attributes }) => attributes['src']);
  for (const src of images) assert.match(src ?? '', /^\//);
  for (const { attributes } of elements)
    for (const [name, value] of Object.entries(attributes)) {
      assert.doesNotMatch(name, /^on|^style$|^srcdoc$/);
      if (['href', 'action', 'src'].includes(name)) assert.match(value, /^(\/(?!\/)|#|https?:\/\/|mailto:)/);
    }
}
