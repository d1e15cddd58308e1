import assert from 'node:assert/strict';
import { HomePage } from '../../src/pages/home.js';
import { ProblemPage } from '../../src/pages/problem.js';
import { SparqlPage } from '../../src/pages/sparql.js';
import { VocabularyPage } from '../../src/pages/vocabulary.js';
import { everyPage } from './every-page.js';
import { all, only, withClass, words } from './markup.js';
import { renderView } from './rendering.js';
import { homeView, problemView, sparqlView, vocabularyView } from './samples.js';

describe('home page', () => {
  it('counts the records of each kind that has any, each a way to its list', () => {
    const figures = all(withClass(everyPage['home']!('fr'), 'figures')[0]!, 'a');
    assert.deepEqual(
      figures.map(figure => [words(figure), figure.attributes['href']]),
      [
        ['171 actions publiques', '/action'],
        ['195 communs numériques', '/commons'],
        ['1\u202f257 acteurs', '/actor'],
        ['25 besoins', '/need'],
        ['1 financement', '/funding'],
        ['77 rencontres', '/event'],
      ],
    );
  });

  it('shows the latest records with their kind, in both languages', () => {
    const kinds = (lang: 'fr' | 'en') =>
      withClass(everyPage['home']!(lang), 'marks').map(marks => words(all(marks, 'dd')[0]!));
    assert.deepEqual(kinds('fr'), ['action publique', 'commun numérique', 'rencontre']);
    assert.deepEqual(kinds('en'), ['public action', 'digital commons', 'meeting']);
  });

  it('stands an empty register', () => {
    const empty = renderView(HomePage, { figures: [], triples: 0, latest: [] }, { lang: 'fr' });
    assert.deepEqual([...withClass(empty, 'figures'), ...withClass(empty, 'summaries')], []);
    assert.equal(withClass(empty, 'ways').length, 1);
    assert.equal(homeView('fr').figures.length, 7);
  });
});

describe('vocabulary page', () => {
  const page = everyPage['ontology']!('en');

  it('has each term at its anchor, with its IRI, definition and relations', () => {
    const [first] = withClass(page, 'term');
    assert.equal(first?.attributes['id'], 'PublicAction');
    assert.match(words(first), /^public action https:\/\/w3id.org\/communaux\/pac#PublicAction What one or/);
    assert.deepEqual(
      all(first, 'dd').flatMap(fact => all(fact, 'a').map(words)),
      ['prov:Activity (www.w3.org)', 'dcat:Resource (www.w3.org)'],
    );
  });

  it('leads to the records that are its concepts, where records are', () => {
    const hrefs = (path: string) =>
      all(
        only(renderView(VocabularyPage, { ...vocabularyView('fr'), path }, { lang: 'fr', path }), 'main'),
        'a',
      ).map(({ attributes }) => attributes['href']);
    assert.ok(hrefs('vocabulary/theme').includes('/theme'));
    assert.ok(!hrefs('vocabulary/role').includes('/role'));
  });

  it('leads to each term from its contents, and between terms', () => {
    const hrefs = all(withClass(page, 'contents')[0]!, 'a').map(({ attributes }) => attributes['href']);
    assert.deepEqual(hrefs.slice(0, 4), ['#_section-1', '#PublicAction', '#_section-2', '#reinforces']);
    assert.deepEqual(hrefs.slice(4), ['#_metadata', '#_namespaces', '#_others']);
    const [, second] = withClass(page, 'term');
    assert.equal(only(second!, 'a').attributes['href'], '#PublicAction');
  });

  it('lists namespaces in a table with a caption and headers', () => {
    const table = only(page, 'table');
    assert.notEqual(words(only(table, 'caption')), '');
    assert.deepEqual(
      all(table, 'th').map(header => [words(header), header.attributes['scope']]),
      [
        ['Prefix', 'col'],
        ['Namespace', 'col'],
        ['pac', 'row'],
      ],
    );
  });
});

describe('SPARQL page', () => {
  it('sends the query by GET to the endpoint of the instance', () => {
    const place = { lang: 'en', path: 'sparql', base: 'https://example.org/communaux' } as const;
    const page = renderView(SparqlPage, sparqlView('en'), place);
    const form = only(page, 'form');
    assert.deepEqual([form.attributes['method'], form.attributes['action']], ['get', '/communaux/sparql']);
    assert.deepEqual(
      all(form, 'option').map(({ attributes }) => attributes['value']),
      ['json', 'csv', 'turtle'],
    );
    assert.match(words(only(page, 'main')), /https:\/\/example\.org\/communaux\/sparql/);
    assert.match(words(only(page, 'main')), /stopped after 30 seconds/);
  });

  it('keeps the query as it was written, whatever it holds', () => {
    const query = 'SELECT * WHERE { ?s ?p "</textarea><script>" FILTER(?a < 1 && ?b > "&amp;") }';
    const page = renderView(SparqlPage, { ...sparqlView('fr'), query }, { lang: 'fr', path: 'sparql' });
    assert.deepEqual(only(page, 'textarea').children, [query]);
    assert.deepEqual(only(page, 'script').children, []);
  });

  it('opens an example in the form', () => {
    const page = everyPage['sparql']!('fr');
    const open = all(page, 'a').find(link => words(link) === 'Actions par type');
    const { pathname, searchParams } = new URL(open?.attributes['href'] ?? '', 'http://localhost:3000');
    assert.equal(pathname, '/sparql');
    assert.deepEqual(
      [...searchParams],
      [
        ['edit', '1'],
        ['query', sparqlView('fr').examples[0]?.query],
      ],
    );
  });

  it('gives its script texts in the language of the page, and files of this instance', () => {
    const page = renderView(SparqlPage, sparqlView('en'), { lang: 'en', path: 'sparql' });
    const { words: texts, files } = JSON.parse(only(page, 'form').attributes['data-editor'] ?? '') as {
      words: Record<string, string>;
      files: Record<string, string>;
    };
    assert.equal(texts['editorStop'], 'Stop the query');
    assert.equal(texts['editorRows'], 'Rows: {n} (in {seconds} s)');
    assert.equal(files['terms'], '/sparql/terms?lang=en');
    assert.equal(only(page, 'script').attributes['src'], '/assets/editor-1/editor.js');
  });
});

describe('about page', () => {
  it('explains each verification level and names the three licences', () => {
    const main = only(everyPage['about']!('fr'), 'main');
    assert.deepEqual(all(main, 'dt').map(words), [
      'Données',
      'Code',
      'Ontologie et vocabulaires',
      'Déclaré',
      'Sourcé',
    ]);
    assert.match(words(main), /Licence Ouverte 2\.0.*EUPL-1\.2.*CC-BY-4\.0/);
  });
});

describe('problem page', () => {
  it("says what happened, in the server's words, and what to do, in the reader's", () => {
    const main = only(everyPage['problem']!('fr'), 'main');
    assert.match(words(main), /Erreur 404 Page introuvable/);
    assert.match(words(main), /The register has no record at action\/nowhere\. \(en\)/);
    const french = { ...problemView, detail: { value: "Il n'y a rien ici.", lang: 'fr' } };
    const told = only(renderView(ProblemPage, french, { lang: 'fr' }), 'main');
    assert.match(words(told), /Il n'y a rien ici\. .*Que faire/);
    assert.ok(all(main, 'a').some(({ attributes }) => attributes['href'] === '/'));
    assert.match(words(only(everyPage['problem']!('en'), 'main')), /Error 404 ?Page not found/);
  });

  it('has words for a status it does not know, and shows members as text', () => {
    const view = {
      status: 418,
      title: '<b>Teapot</b>',
      detail: { value: '' },
      members: [{ name: '<i>', value: '<script>' }],
    };
    const main = only(renderView(ProblemPage, { ...problemView, ...view }, { lang: 'fr' }), 'main');
    assert.match(words(only(main, 'h1')), /n'a pas abouti/);
    assert.match(words(main), /<b>Teapot<\/b>.*<i>.*<script>/);
  });
});
