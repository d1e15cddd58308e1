import assert from 'node:assert/strict';
import { CataloguePage } from '../../src/pages/catalogue.js';
import { catalogueView } from './catalogue-sample.js';
import { all, words } from './markup.js';
import { renderView } from './rendering.js';

const page = (lang: 'fr' | 'en', base = 'http://localhost:3000') =>
  renderView(CataloguePage, catalogueView(lang), { lang, base, path: 'catalog' });

describe('page of the catalogue', () => {
  it('offers every file by its own name, with its format and a size that people read', () => {
    const items = all(page('fr'), 'li').map(words);
    assert.ok(items.includes('action.ttl Turtle, 2 ko'));
    assert.ok(items.includes('need.csv CSV, 1,8 Mo · description des colonnes de need.csv'));
    assert.ok(
      all(page('en'), 'li')
        .map(words)
        .includes('need.csv CSV, 1.8 MB · description of the columns of need.csv'),
    );
  });

  it('leads to files and addresses of the instance, wherever it stands', () => {
    const found = page('fr', 'https://example.org/communaux');
    const hrefs = all(found, 'a').map(({ attributes }) => attributes['href']);
    assert.ok(hrefs.includes('/communaux/dump/action.ttl'));
    assert.ok(hrefs.includes('/communaux/catalog.ttl'));
    assert.deepEqual(all(found, 'code').map(words), ['https://example.org/communaux/sparql']);
  });

  it('has an anchor for each dataset and service, where their IRIs lead', () => {
    const anchors = all(page('fr'), 'article').map(({ attributes }) => attributes['id']);
    assert.deepEqual(anchors, ['_action', '_need', '_sparql']);
  });

  it('says when a dataset changed, in the words of the language', () => {
    assert.ok(words(page('fr')).includes('22 novembre 2026'));
    assert.ok(words(page('en')).includes('22 November 2026'));
  });
});
