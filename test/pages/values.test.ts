import assert from 'node:assert/strict';
import { ShowDate, ShowText } from '../../src/pages/text.js';
import { ShowValue, ValueList, WebLink } from '../../src/pages/values.js';
import type { Property, Value } from '../../src/register/views.js';
import { all, only, withClass, words, type Element } from './markup.js';
import { renderPart } from './rendering.js';

function show(value: Value, lang: 'fr' | 'en' = 'fr'): Element {
  return renderPart(ShowValue, { value }, { lang });
}

function property(name: string, ...values: Value[]): Property {
  return { name, label: { value: name }, values };
}

function text(value: string): Value {
  return { type: 'text', text: { value } };
}

function link(href: string, label = href): Value {
  return { type: 'link', href, text: { value: label } };
}

describe('texts of records', () => {
  it('are marked and tagged when they are in another language than the page', () => {
    const shown = renderPart(ShowText, { text: { value: 'Straße', lang: 'de' } });
    assert.equal(words(shown), 'Straße (de)');
    const [marked] = all(shown, 'span');
    assert.deepEqual(marked?.attributes, { lang: 'de', dir: 'auto' });
    assert.equal(marked && words(marked), 'Straße');
  });

  it("say nothing of the page's own language, regional tags included, nor of untagged texts", () => {
    for (const given of [{ value: 'Rue', lang: 'fr' }, { value: 'Rue', lang: 'fr-be' }, { value: 'Rue' }]) {
      const shown = renderPart(ShowText, { text: given });
      assert.equal(words(shown), 'Rue');
      assert.deepEqual(all(shown, 'span'), []);
    }
    assert.equal(
      words(renderPart(ShowText, { text: { value: 'Rue', lang: 'fr' } }, { lang: 'en' })),
      'Rue (fr)',
    );
  });

  it('are escaped', () => {
    const hostile = '</p><script>alert(1)</script>&lt;"\'';
    const shown = renderPart(ShowText, { text: { value: hostile, lang: 'x"><script>' } });
    assert.deepEqual(all(shown, 'script'), []);
    assert.ok(words(shown).startsWith(hostile));
    assert.equal(all(shown, 'span')[0]?.attributes['lang'], 'x"><script>');
  });
});

describe('dates of records', () => {
  it('are machine-readable beside their words', () => {
    const time = only(renderPart(ShowDate, { iso: '2021-04' }, { lang: 'en' }), 'time');
    assert.deepEqual(time.attributes, { datetime: '2021-04' });
    assert.equal(words(time), 'April 2021');
  });

  it('are left as they are written when they are no dates', () => {
    const shown = renderPart(ShowDate, { iso: 'vers 1990' });
    assert.deepEqual(all(shown, 'time'), []);
    assert.equal(words(shown), 'vers 1990');
  });
});

describe('links of records', () => {
  it("lead to pages of the instance in the reader's language", () => {
    const target = { path: 'theme/water', text: { value: 'Eau', lang: 'fr' } };
    const record = only(show({ type: 'record', kind: 'theme', ...target }, 'en'), 'a');
    assert.equal(record.attributes['href'], '/theme/water?lang=en');
    assert.equal(words(record), 'Eau (fr)');
    const concept = only(
      show({ type: 'concept', path: 'vocabulary/role#user', text: { value: 'Usager' } }),
      'a',
    );
    assert.equal(concept.attributes['href'], '/vocabulary/role#user');
  });

  it('show their host when they lead elsewhere', () => {
    assert.equal(words(show(link('https://spdx.org/licenses/MIT', 'MIT'))), 'MIT (spdx.org)');
    assert.equal(words(show(link('http://localhost:3000/x', 'Ici'))), 'Ici');
    assert.equal(words(show(link('mailto:contact@a.example', 'Écrire'))), 'Écrire');
    assert.equal(words(show(link('https://a.example/b/'))), 'a.example/b');
  });

  for (const href of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'JAVASCRIPT:alert(1)',
    'no url',
  ])
    it(`are no links when they cannot be followed safely: ${href}`, () => {
      assert.deepEqual(all(show(link(href, 'Cliquez')), 'a'), []);
      assert.deepEqual(all(show(link(href)), 'a'), []);
      assert.equal(words(renderPart(WebLink, { href })), href);
    });
});

describe('inner nodes of records', () => {
  function node(...details: Property[]): Value {
    return { type: 'node', id: 'x', details };
  }
  const euros = node(property('schema:value', text('40000')), property('schema:currency', text('EUR')));

  it('write an amount as money', () => {
    assert.equal(words(show(euros)), '40\u202f000\u00a0€');
    assert.equal(words(show(euros, 'en')), '€40,000');
  });

  it('leave an amount that cannot be read as facts', () => {
    const strange = node(property('schema:value', text('beaucoup')), property('schema:currency', text('€')));
    assert.deepEqual(all(show(strange), 'dd').map(words), ['beaucoup', '€']);
  });

  it('write an identifier with who gave it, and the only fact of a node without its name', () => {
    const siren = node(
      property('adms:schemaAgency', text('INSEE')),
      property('skos:notation', text('130025265')),
    );
    assert.equal(words(show(siren)), '130025265 (INSEE)');
    assert.equal(words(show(node(property('schema:name', text('Nantes'))))), 'Nantes');
  });
});

describe('lists of values', () => {
  function listed(n: number): Element {
    const values = Array.from({ length: n }, (_, index) => text(`v${String(index)}`));
    return renderPart(ValueList, { property: { name: 'x', label: { value: 'territoire' }, values } });
  }

  it('show one value alone and several as a list', () => {
    assert.deepEqual(all(listed(1), 'ul'), []);
    assert.equal(all(listed(2), 'li').length, 2);
    assert.deepEqual(all(listed(14), 'details'), []);
  });

  it('fold a long list and lose nothing of it', () => {
    const long = listed(40);
    assert.equal(words(only(long, 'summary')), 'Afficher la suite\u00a0: territoire (30)');
    assert.equal(all(long, 'li').length, 40);
    assert.equal(withClass(long, 'values').length, 2);
  });
});
