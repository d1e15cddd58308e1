import assert from 'node:assert/strict';
import { languages } from '../../src/register/text.js';
import { everyPage } from './every-page.js';
import { all, only, words, type Element } from './markup.js';

function headingLevels(page: Element): number[] {
  return all(page, '*')
    .filter(({ name }) => /^h[1-6]$/.test(name))
    .map(({ name }) => Number(name[1]));
}

for (const [name, render] of Object.entries(everyPage))
  for (const lang of languages)
    describe(`page ${name} in ${lang}`, () => {
      const page = render(lang);

      it('says its language and has a title of its own', () => {
        assert.equal(only(page, 'html').attributes['lang'], lang);
        assert.match(words(only(page, 'title')), /^(?!Communaux – Communaux).*Communaux/);
      });

      it('has one h1, and no heading that skips a level', () => {
        const levels = headingLevels(page);
        assert.equal(levels[0], 1);
        assert.equal(levels.filter(level => level === 1).length, 1);
        levels.slice(1).forEach((level, index) => {
          assert.ok(level - (levels[index] ?? 0) <= 1, `h${String(levels[index])} then h${String(level)}`);
        });
      });

      it('has each id once, and every link within it leads to one', () => {
        const ids = all(page, '*').flatMap(({ attributes }) => attributes['id'] ?? []);
        assert.deepEqual(ids, [...new Set(ids)]);
        const labels = all(page, '*').flatMap(({ attributes }) => attributes['aria-labelledby'] ?? []);
        const anchors = all(page, 'a')
          .map(({ attributes }) => attributes['href'] ?? '')
          .filter(href => href.startsWith('#'))
          .map(href => href.slice(1));
        for (const id of [...labels, ...anchors]) assert.ok(ids.includes(id), id);
      });

      it('has its landmarks, the skip link first', () => {
        only(page, 'main');
        only(page, 'footer');
        assert.equal(all(page, 'header').length, 1);
        const [skip] = all(only(page, 'body'), 'a');
        assert.equal(skip?.attributes['href'], '#_main');
        const navigations = all(page, 'nav').map(
          ({ attributes }) => attributes['aria-label'] ?? attributes['aria-labelledby'],
        );
        assert.equal(new Set(navigations).size, navigations.length);
        assert.ok(!navigations.includes(undefined));
      });

      it('calls links to different places by different names', () => {
        const targets = new Map<string, string>();
        for (const link of all(page, 'a')) {
          const { href = '' } = link.attributes;
          assert.notEqual(words(link), '', href);
          assert.equal(targets.get(words(link)) ?? href, href, words(link));
          targets.set(words(link), href);
        }
      });

      it('holds no inline script and no style, and links only where people may go', () => {
        assert.deepEqual(all(page, 'style'), []);
        // Data for search engines are no script, whatever their element is called.
        const isData = ({ attributes }: Element) => attributes['type'] === 'application/ld+json';
        for (const script of all(page, 'script').filter(element => !isData(element))) {
          assert.match(script.attributes['src'] ?? '', /^\/assets\//);
          assert.deepEqual(script.children, []);
        }
        for (const { attributes } of all(page, '*'))
          for (const attribute of Object.keys(attributes)) assert.doesNotMatch(attribute, /^(on|style$)/);
        for (const { attributes } of all(page, 'a'))
          assert.match(attributes['href'] ?? '', /^(\/|#|https?:\/\/)/);
      });

      it('keeps to its language within the site, but for the switch', () => {
        const within = all(page, 'a').filter(({ attributes }) => {
          const isFile = attributes['type'] !== undefined;
          return (attributes['href'] ?? '').startsWith('/') && !attributes['hreflang'] && !isFile;
        });
        assert.ok(within.length > 10);
        for (const { attributes } of within)
          assert.equal(/[?&]lang=en\b/.test(attributes['href'] ?? ''), lang === 'en', attributes['href']);
        const switches = all(only(page, 'body'), 'a').filter(({ attributes }) => attributes['hreflang']);
        assert.deepEqual(switches.map(words), [lang === 'fr' ? 'English' : 'Français']);
      });

      it('names what is asked for in every field', () => {
        const labelled = all(page, 'label').map(({ attributes }) => attributes['for']);
        for (const field of [...all(page, 'textarea'), ...all(page, 'select')])
          assert.ok(labelled.includes(field.attributes['id']));
      });
    });
