import assert from 'node:assert/strict';
import { ListPage, type ListPageView } from '../../src/pages/list.js';
import { pageNumbers } from '../../src/pages/pagination.js';
import type { Language } from '../../src/register/text.js';
import { all, only, withClass, words, type Element } from './markup.js';
import { renderView } from './rendering.js';
import { listView } from './samples.js';

function render(lang: Language, view: ListPageView): Element {
  return renderView(ListPage, view, { lang, path: 'action' });
}

function pages(page: Element): [string, string | undefined][] {
  return withClass(page, 'pagination').flatMap(navigation =>
    all(navigation, 'a').map((link): [string, string | undefined] => [words(link), link.attributes['href']]),
  );
}

describe('list page', () => {
  it('says how many records there are, and which page this is', () => {
    const total = (lang: Language) => withClass(render(lang, listView(lang, 2)), 'total').map(words);
    assert.deepEqual(total('fr'), ['171 actions publiques (page 2 sur 4)']);
    assert.deepEqual(total('en'), ['171 public actions (page 2 of 4)']);
    const single = render('fr', { ...listView('fr'), total: 1, pages: 1 });
    assert.deepEqual(withClass(single, 'total').map(words), ['1 action publique']);
  });

  it('shows of each record its title, description, type, territories and date', () => {
    const [first, second, third] = all(withClass(render('fr', listView('fr')), 'summaries')[0]!, 'li');
    assert.equal(words(only(first!, 'h2')), 'Appel à communs « Résilience des territoires » 2021');
    assert.deepEqual(all(first!, 'dd').map(words), ['Appel à communs', 'France', 'avril 2021']);
    assert.deepEqual(all(second!, 'dd').map(words), ['Logiciel', 'France, Suisse, Italie et 2 autres']);
    assert.deepEqual(all(third!, 'dd').map(words), ['13 septembre 2018']);
  });

  it('tags what is in another language', () => {
    const excerpts = withClass(render('en', listView('en')), 'excerpt').map(words);
    assert.match(excerpts[1] ?? '', /\(fr\)$/);
  });

  it('leads to the pages around, the first without a number', () => {
    assert.deepEqual(pages(render('en', listView('en', 2))), [
      ['Previous page', '/action?lang=en'],
      ['Page 1', '/action?lang=en'],
      ['Page 2', '/action?page=2&lang=en'],
      ['Page 3', '/action?page=3&lang=en'],
      ['Page 4', '/action?page=4&lang=en'],
      ['Next page', '/action?page=3&lang=en'],
    ]);
  });

  it('has no pagination for a single page, and says when it is empty', () => {
    const empty = render('fr', { ...listView('fr'), items: [], total: 0, pages: 1 });
    assert.deepEqual(pages(empty), []);
    assert.match(words(only(empty, 'main')), /0 action publique.*pas encore de notice/);
  });

  it('gives the whole list in other formats, narrowed as it is, without its page', () => {
    const view = listView('en', 2);
    const page = render('en', { ...view, criteria: { ...view.criteria, q: 'map & road' } });
    const expected = [
      ['text/csv', '/action.csv?q=map+%26+road&lang=en'],
      ['application/ld+json', '/api/action?q=map+%26+road&lang=en'],
    ];
    const typed = (elements: readonly Element[]) =>
      elements
        .filter(({ attributes }) => attributes['type'])
        .map(({ attributes }) => [attributes['type'], attributes['href']]);
    assert.deepEqual(typed(all(withClass(page, 'downloads')[0]!, 'a')), expected);
    const alternates = all(page, 'link').filter(({ attributes }) => attributes['rel'] === 'alternate');
    assert.deepEqual(typed(alternates), expected);
  });

  it('leaves out the pages that are far, never a single one', () => {
    const gap = undefined;
    assert.deepEqual(pageNumbers(1, 2), [1, 2]);
    assert.deepEqual(pageNumbers(1, 9), [1, 2, gap, 9]);
    assert.deepEqual(pageNumbers(4, 9), [1, 2, 3, 4, 5, gap, 9]);
    assert.deepEqual(pageNumbers(5, 9), [1, gap, 4, 5, 6, gap, 9]);
    assert.deepEqual(pageNumbers(9, 9), [1, gap, 8, 9]);
  });
});
