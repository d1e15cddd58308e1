import assert from 'node:assert/strict';
import { RecordPage } from '../../src/pages/record.js';
import type { Language } from '../../src/register/text.js';
import type { RecordView } from '../../src/register/views.js';
import { all, only, withClass, words, type Element } from './markup.js';
import { recordView } from './record-sample.js';
import { renderView } from './rendering.js';

function render(lang: Language, change: Partial<RecordView> = {}): Element {
  return renderView(RecordPage, { ...recordView(lang), ...change }, { lang, path: 'commons/openstreetmap' });
}

function facts(page: Element): [string, string][] {
  return withClass(page, 'facts')
    .flatMap(({ children }) => children.filter(child => typeof child !== 'string'))
    .map(fact => [words(only(fact, 'dt')), words(only(fact, 'dd'))]);
}

describe('record page', () => {
  it('says what the record is before its name, in both languages', () => {
    assert.deepEqual(withClass(render('fr'), 'kind').map(words), ['commun numérique']);
    assert.deepEqual(withClass(render('en'), 'kind').map(words), ['digital commons']);
    assert.equal(words(only(render('fr'), 'h1')), 'OpenStreetMap');
  });

  it("shows facts under their labels, dates in the reader's language", () => {
    const french = new Map(facts(render('fr')));
    assert.equal(french.get('autre nom'), 'Offene Straßenkarte (de)');
    assert.equal(french.get('licence'), 'Open Database License 1.0 (spdx.org)');
    const months = (lang: Language) => all(render(lang), 'time').map(words);
    assert.deepEqual(months('fr'), ['2004', '1er novembre 2026', '22 novembre 2026']);
    assert.deepEqual(months('en'), ['2004', '1 November 2026', '22 November 2026']);
  });

  it('gathers those who take part by role, with level and evidence', () => {
    const roles = facts(render('fr')).filter(([label]) => ['Garant', 'Utilisateur'].includes(label));
    assert.deepEqual(
      roles.map(([label]) => label),
      ['Garant', 'Utilisateur'],
    );
    assert.equal(roles[1]?.[1], 'IGN Sourcé Preuve\u00a0: source 2, example.org/other');
    assert.match(roles[0]?.[1] ?? '', /OpenStreetMap Foundation.*OpenStreetMap France/);
  });

  it('gives each statement of its own the anchor of its hash IRI, and its evidence the number of the source', () => {
    const page = render('fr');
    const statements = withClass(page, 'statement').map(({ attributes }) => attributes['id']);
    assert.deepEqual(statements, [
      'steward-openstreetmap-foundation',
      'steward-openstreetmap-france',
      'user-ign',
    ]);
    const source = all(page, 'li').find(({ attributes }) => attributes['id'] === '_source-2');
    assert.equal(source && words(source), 'github.com/DPGAlliance/publicgoods-candidates');
  });

  it('shows statements of other records in brief: who, in which role, how sure', () => {
    const own = recordView('fr').groups[1]!.properties;
    const page = render('fr', { groups: [], incoming: own });
    assert.equal(withClass(page, 'statement').length, 3);
    assert.deepEqual(withClass(page, 'evidence'), []);
    assert.ok(withClass(page, 'statement').every(({ attributes }) => attributes['id'] === undefined));
  });

  it('leaves this very record out of the targets of a statement about it', () => {
    const [involvements] = recordView('fr').groups[1]!.properties;
    const [node] = involvements!.values;
    assert.ok(node?.type === 'node');
    const both = {
      ...node,
      details: [...node.details, back('commons/openstreetmap', 'Moi'), back('action/x', 'Autre')],
    };
    const page = render('fr', { groups: [], incoming: [{ ...involvements!, values: [both] }] });
    assert.match(words(withClass(page, 'statement')[0]!), /^OpenStreetMap Foundation, Autre/);
  });

  it('says how sure the record is, what was not sourced and where it comes from', () => {
    const notes = words(withClass(render('fr'), 'notes')[0]!);
    assert.match(notes, /Niveau de vérification\s: Sourcé/);
    assert.match(notes, /Ces informations sont des faits notoires/);
    const { provenance } = recordView('fr');
    const less = { ...provenance, unsourced: provenance.unsourced.slice(1), sources: [] };
    const sparse = words(withClass(render('fr', { provenance: less }), 'notes')[0]!);
    assert.match(sparse, /Cette information est un fait notoire/);
    assert.match(sparse, /Aucune source en ligne/);
  });

  it('gives the identifier of the thing and each format', () => {
    const notes = withClass(render('en'), 'notes')[0]!;
    const hrefs = all(notes, 'a').map(({ attributes }) => attributes['href']);
    assert.ok(hrefs.includes('http://localhost:3000/id/commons/openstreetmap'));
    for (const extension of ['ttl', 'jsonld', 'rdf', 'nt'])
      assert.ok(hrefs.includes(`/commons/openstreetmap.${extension}`));
  });

  it('stands the worst of texts', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)> </textarea>&';
    const page = render('fr', {
      title: { value: hostile, lang: '"><script>' },
      description: { value: hostile },
      types: [{ value: hostile }],
      iri: `http://localhost:3000/${hostile}`,
      groups: [{ label: { value: hostile }, properties: [] }],
      provenance: { ...recordView('fr').provenance, sources: ['javascript:alert(1)', hostile] },
    });
    assert.deepEqual([...all(page, 'script'), ...all(page, 'img')], []);
    assert.ok(words(only(page, 'h1')).startsWith(hostile));
    assert.ok(words(only(page, 'title')).startsWith(hostile));
    const hrefs = all(page, 'a').map(({ attributes }) => attributes['href'] ?? '');
    assert.deepEqual(
      hrefs.filter(href => /^(javascript|")/.test(href)),
      [],
    );
  });
});

function back(path: string, name: string) {
  const value = { type: 'record', kind: 'commons', path, text: { value: name } } as const;
  return { name: 'pac:involvementIn', label: { value: 'implication dans' }, values: [value] };
}
