import assert from 'node:assert/strict';
import { ListPage, type ListPageView } from '../../src/pages/list.js';
import { SearchPage } from '../../src/pages/search.js';
import { StructuredData } from '../../src/pages/structured-data.js';
import { all, only, withClass, words, type Element } from './markup.js';
import { renderPart, renderView } from './rendering.js';
import { listView, summaries } from './samples.js';

const render = (view: ListPageView): Element => renderView(ListPage, view, { lang: 'en', path: 'action' });
const hrefs = (element: Element) => all(element, 'a').map(({ attributes }) => attributes['href']);

describe('filters of a list', () => {
  const plain = listView('en');
  const view: ListPageView = {
    ...plain,
    criteria: { ...plain.criteria, facets: { theme: ['health'] } },
    facets: plain.facets.map(facet => ({
      ...facet,
      values: facet.values.map(value => ({ ...value, chosen: value.id === 'health' })),
    })),
  };
  const searched = { ...view, criteria: { ...view.criteria, q: 'map & "road"', sort: 'relevance' } } as const;

  it('lead to the list narrowed by one more value, with its count, and keep the language', () => {
    const [mobility] = all(withClass(render(view), 'facet')[0]!, 'a').slice(1);
    assert.equal(words(mobility!), 'Mobility (3)');
    assert.equal(mobility!.attributes['href'], '/action?theme=mobility&lang=en');
  });

  it('are taken away by the value itself and by its mark above the list', () => {
    const page = render(searched);
    const chosen = withClass(page, 'chosen')[0]!;
    assert.deepEqual(hrefs(chosen), ['/action?q=map+%26+%22road%22&lang=en']);
    assert.match(words(chosen), /Theme : Health ×\(remove this filter\)/);
    const [health] = all(withClass(page, 'facet')[0]!, 'a');
    assert.equal(health!.attributes['href'], '/action?q=map+%26+%22road%22&lang=en');
    assert.equal(health!.attributes['aria-current'], 'true');
  });

  it('stay on every page of the list and in every order of it', () => {
    const page = render(searched);
    for (const href of hrefs(withClass(page, 'pagination')[0]!))
      assert.match(href ?? '', /q=map.*theme=health/);
    for (const href of hrefs(withClass(page, 'sorting')[0]!)) assert.match(href ?? '', /theme=health/);
  });

  it('are kept by the search box as hidden fields, and the words are not among them', () => {
    const form = only(withClass(render(searched), 'filters')[0]!, 'form');
    const fields = all(form, 'input').map(({ attributes }) => [attributes['name'], attributes['value']]);
    assert.deepEqual(fields, [
      ['q', 'map & "road"'],
      ['theme', 'health'],
      ['lang', 'en'],
    ]);
  });

  it('say so when nothing fits', () => {
    const page = render({ ...view, items: [], total: 0, pages: 1 });
    assert.ok(words(page).includes('No record fits these choices.'));
  });
});

describe('search page', () => {
  it('shows the best records and leads to the list of each kind with the same words', () => {
    const view = {
      words: 'carte',
      total: 3,
      items: summaries('fr'),
      kinds: [{ kind: 'commons', count: 2 }],
    } as const;
    const page = renderView(SearchPage, view, { lang: 'fr', path: 'search' });
    assert.deepEqual(hrefs(withClass(page, 'choices')[0]!), ['/commons?q=carte']);
    assert.equal(words(withClass(page, 'total')[0]!), '3 notices trouvées');
  });

  it('asks for words when there are none', () => {
    const page = renderView(
      SearchPage,
      { words: '', total: 0, items: [], kinds: [] },
      { lang: 'fr', path: 'search' },
    );
    assert.equal(withClass(page, 'total').length, 0);
    assert.equal(all(page, 'form').length, 1);
  });
});

describe('structured data', () => {
  it('cannot end its element, whatever the texts', () => {
    const hostile = '</script><script>alert(1)</script><!--';
    const script = only(renderPart(StructuredData, { data: { name: hostile } }), 'script');
    assert.equal(script.attributes['type'], 'application/ld+json');
    assert.deepEqual(JSON.parse(words(script)), { name: hostile });
  });
});
