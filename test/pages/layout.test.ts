import assert from 'node:assert/strict';
import { HomePage } from '../../src/pages/home.js';
import { ListPage } from '../../src/pages/list.js';
import { RecordPage } from '../../src/pages/record.js';
import { VocabularyPage } from '../../src/pages/vocabulary.js';
import { everyPage } from './every-page.js';
import { all, only, words, type Element } from './markup.js';
import { recordView } from './record-sample.js';
import { renderView } from './rendering.js';
import { homeView, listView, vocabularyView } from './samples.js';

function links(page: Element, rel: string): Record<string, string>[] {
  return all(only(page, 'head'), 'link')
    .map(({ attributes }) => attributes)
    .filter(attributes => attributes['rel'] === rel);
}

function description(page: Element): string | undefined {
  return all(page, 'meta').find(({ attributes }) => attributes['name'] === 'description')?.attributes[
    'content'
  ];
}

describe('layout', () => {
  it('gives each page its canonical address and its address in each language', () => {
    const page = renderView(ListPage, listView('en', 2), {
      lang: 'en',
      path: 'action',
      query: { lang: 'en', page: '2', utm_source: 'x' },
    });
    assert.deepEqual(
      links(page, 'canonical').map(({ href }) => href),
      ['http://localhost:3000/action?page=2&lang=en'],
    );
    assert.deepEqual(
      links(page, 'alternate')
        .filter(({ hreflang }) => hreflang)
        .map(({ hreflang, href }) => [hreflang, href]),
      [
        ['fr', 'http://localhost:3000/action?page=2'],
        ['en', 'http://localhost:3000/action?page=2&lang=en'],
        ['x-default', 'http://localhost:3000/action?page=2'],
      ],
    );
  });

  it('keeps the other query parameters when the language is switched', () => {
    const page = renderView(HomePage, homeView('fr'), { lang: 'fr', query: { a: '1&2', page: '3' } });
    const [other] = all(only(page, 'body'), 'a').filter(({ attributes }) => attributes['hreflang']);
    assert.equal(other?.attributes['href'], '/?a=1%262&page=3&lang=en');
  });

  it('announces the formats of a record', () => {
    const page = renderView(RecordPage, recordView('fr'), { lang: 'fr', path: 'commons/openstreetmap' });
    const formats = links(page, 'alternate').filter(({ type }) => type);
    assert.deepEqual(formats[1], {
      rel: 'alternate',
      type: 'application/ld+json',
      title: 'JSON-LD',
      href: '/commons/openstreetmap.jsonld',
    });
    assert.equal(formats.length, 4);
  });

  it('leaves problems out of search engines', () => {
    const page = everyPage['problem']!('fr');
    assert.deepEqual([...links(page, 'canonical'), ...links(page, 'alternate')], []);
    assert.ok(all(page, 'meta').some(({ attributes }) => attributes['content'] === 'noindex'));
  });

  it('marks the part of the site where the page stands', () => {
    const current = (page: Element) =>
      all(page, 'a')
        .filter(({ attributes }) => attributes['aria-current'])
        .map(link => [words(link), link.attributes['aria-current']]);
    assert.deepEqual(current(everyPage['home']!('fr')), []);
    assert.deepEqual(current(everyPage['record']!('fr')), [['Communs', 'true']]);
    assert.deepEqual(current(everyPage['sparql']!('fr')), [['SPARQL', 'page']]);
    const scheme = renderView(VocabularyPage, vocabularyView('fr'), { lang: 'fr', path: 'vocabulary/role' });
    assert.deepEqual(current(scheme), [['Vocabulaire', 'true']]);
  });

  it('lives under the path of the instance', () => {
    const page = renderView(RecordPage, recordView('fr'), {
      lang: 'fr',
      path: 'commons/openstreetmap',
      base: 'https://example.org/communaux',
    });
    const hrefs = [...all(page, 'a'), ...all(page, 'link')].map(({ attributes }) => attributes['href'] ?? '');
    for (const href of hrefs.filter(href => href.startsWith('/'))) assert.match(href, /^\/communaux\//);
    assert.equal(
      links(page, 'canonical')[0]?.['href'],
      'https://example.org/communaux/commons/openstreetmap',
    );
    assert.equal(links(page, 'stylesheet')[0]?.['href'], '/communaux/assets/style.css');
  });

  it('cuts a long description after a word', () => {
    const long = recordView('fr');
    const page = renderView(
      RecordPage,
      { ...long, description: { value: 'un  mot\net '.repeat(40), lang: 'fr' } },
      { lang: 'fr' },
    );
    assert.match(description(page) ?? '', /^(un mot et )+(un|un mot|un mot et)…$/);
    assert.ok((description(page) ?? '').length <= 160);
  });
});
