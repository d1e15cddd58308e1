import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { kinds } from '../../src/register/kinds.js';
import { languages } from '../../src/register/text.js';
import { all, only, readMarkup, withClass, words, type Element } from '../pages/markup.js';
import { mediaType } from '../support/http.js';
import { sharedServer } from '../support/server.js';

const get = async (path: string) => (await sharedServer()).ask(path, { headers: { accept: 'text/html' } });
const pageAt = async (path: string) => readMarkup((await get(path)).text);
const hrefOf = ({ attributes }: Element) => attributes['href'] ?? '';

/** The formats that the page links to, in its text and in its head. */
function formatsOf(page: Element): { type: string; href: string }[] {
  const typed = (found: readonly Element[]) =>
    found
      .filter(({ attributes }) => attributes['type'] && attributes['rel'] !== 'icon')
      .map(element => ({ type: element.attributes['type'] ?? '', href: hrefOf(element) }));
  const [visible, announced] = [
    typed(withClass(page, 'downloads').flatMap(part => all(part, 'a'))),
    typed(all(only(page, 'head'), 'link')),
  ];
  const [semicolons] = visible.filter(({ href }) => href.includes('separator=semicolon'));
  assert.equal(semicolons?.type, 'text/csv');
  assert.deepEqual(
    visible.filter(format => format !== semicolons),
    announced,
  );
  return announced;
}

/** The list, and the list narrowed in every way that its page offers first, and by a word. */
async function listsOf(kind: string, lang: string): Promise<string[]> {
  const page = await pageAt(`/${kind}?lang=${lang}`);
  const narrowed = withClass(page, 'facet').flatMap(facet => all(facet, 'a').slice(0, 1).map(hrefOf));
  const since = `/${kind}?since=2000-01-01&sort=modified&lang=${lang}`;
  return [`/${kind}?lang=${lang}`, `/${kind}?q=open&lang=${lang}`, since, ...narrowed];
}

describe('formats of a list', () => {
  before(async function () {
    this.timeout(120_000);
    await (await sharedServer()).house.warm();
  });

  for (const kind of kinds)
    for (const lang of languages)
      it(`${kind} in ${lang}: each is there, of its media type, and has the same records`, async function () {
        this.timeout(60_000);
        for (const path of await listsOf(kind, lang)) {
          const page = await pageAt(path);
          const formats = formatsOf(page);
          const types = formats.map(({ type }) => type);
          const calendar = kind === 'event' ? ['text/calendar'] : [];
          assert.deepEqual(types, ['text/csv', 'application/geo+json', ...calendar, 'application/ld+json']);
          const total = Number(
            /^[\d\s]+/.exec(words(withClass(page, 'total')[0]!).replace(',', ''))?.[0].replace(/\s/g, ''),
          );
          for (const { type, href } of formats) {
            const answered = await (await sharedServer()).ask(href);
            assert.equal(answered.status, 200, href);
            assert.equal(mediaType(answered), type, href);
            if (type === 'text/csv')
              assert.equal(parse(answered.text, { bom: true }).length - 1, total, href);
            if (type === 'application/ld+json')
              assert.equal((JSON.parse(answered.text) as { totalItems: number }).totalItems, total, href);
          }
        }
      });

  it('are those of the whole list on each of its pages', async () => {
    const page = await pageAt('/commons?page=2&size=20&theme=open-data');
    for (const { href } of formatsOf(page)) assert.match(href, /^[^?]*\?theme=open-data$/);
  });
});

describe('filters of the lists', () => {
  for (const kind of ['action', 'commons', 'need', 'resource'] as const)
    it(`${kind}: leads to every theme that a record has`, async () => {
      const { register } = (await sharedServer()).house;
      const themes = new Set(
        [...(await register.entries(kind)).values()].flatMap(entry => entry.facets['theme'] ?? []),
      );
      const linked = withClass(await pageAt(`/${kind}`), 'filters')
        .flatMap(filters => all(filters, 'a'))
        .flatMap(link => /\?theme=([^&]+)$/.exec(hrefOf(link))?.[1] ?? []);
      assert.deepEqual(linked.sort(), [...themes].sort());
      assert.ok(themes.size > 5);
    });
});
