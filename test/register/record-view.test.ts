import assert from 'node:assert/strict';
import type { Quad } from '@rdfjs/types';
import { toRecordName } from '../../src/register/identifiers.js';
import type { Register } from '../../src/register/read.js';
import type { Language } from '../../src/register/text.js';
import type { Property, RecordView, Value } from '../../src/register/views.js';
import { shippedKinds, shippedRecords } from '../support/data.js';
import { base, sharedServer } from '../support/server.js';

const properties = ({ groups }: RecordView): Property[] => groups.flatMap(group => group.properties);

/** A value as its reader sees it: a record by its path, a link by its address, an inner node by its id. */
function seen(value: Value): string {
  switch (value.type) {
    case 'text':
      return value.text.value;
    case 'date':
      return value.iso;
    case 'record':
    case 'concept':
      return value.path;
    case 'link':
      return value.href;
    case 'node':
      return `#${value.id}`;
  }
}

function valuesOf(view: RecordView, name: string): string[] {
  const found = properties(view).filter(property => property.name === name);
  assert.equal(found.length, 1, `${name} stands on the page once`);
  return (found[0]?.values ?? []).map(seen).sort();
}

/** A statement that links the thing to something, and that is no heading of its page. */
function isLink({ predicate, object }: Quad): boolean {
  return object.termType === 'NamedNode' && !predicate.value.endsWith('#type');
}

/** What a link's target is called on the page of a record: see `seen`. */
function addressOf(iri: string, path: string): string {
  return iri
    .replace(`${base}/id/`, '')
    .replace(`${base}/${path}#`, '#')
    .replace('https://w3id.org/communaux/vocabulary/', 'vocabulary/');
}

/** A link between actions is stated twice, by a property and by a node: the node, which says more, is enough. */
function isShown(address: string, shown: readonly string[]): boolean {
  const [, slug] = /^action\/(.*)$/.exec(address) ?? [];
  return shown.some(
    value => value === address || (slug !== undefined && value.startsWith('#') && value.endsWith(`-${slug}`)),
  );
}

describe('record view', () => {
  let register: Register;
  const view = async (path: string, language: Language): Promise<RecordView> => {
    const name = toRecordName(path);
    assert.ok(name);
    const found = await register.record(name, language);
    assert.ok(found, path);
    return found;
  };
  before(async () => {
    register = (await sharedServer()).house.register;
  });

  it('of OpenStreetMap, in French', async () => {
    const found = await view('commons/openstreetmap', 'fr');
    assert.equal(found.kind, 'commons');
    assert.equal(found.path, 'commons/openstreetmap');
    assert.equal(found.iri, `${base}/id/commons/openstreetmap`);
    assert.deepEqual(found.title, { value: 'OpenStreetMap', lang: 'fr' });
    assert.match(found.description?.value ?? '', /^Base de données géographique/);
    assert.deepEqual(valuesOf(found, 'dct:spatial'), ['territory/gb', 'territory/world']);
    assert.deepEqual(valuesOf(found, 'dct:subject'), ['theme/geography', 'theme/open-data']);
    assert.deepEqual(valuesOf(found, 'dct:created'), ['2004']);
    assert.deepEqual(valuesOf(found, 'pac:commonsKind'), ['vocabulary/commons-kind#data']);
    assert.deepEqual(valuesOf(found, 'dct:license'), ['https://spdx.org/licenses/ODbL-1.0']);
    assert.deepEqual(valuesOf(found, 'dcat:keyword'), ['cartographie', 'données ouvertes']);
    assert.deepEqual(valuesOf(found, 'pac:hasInvolvement'), [
      '#involved-ign',
      '#steward-openstreetmap-foundation',
      '#steward-openstreetmap-france',
    ]);
    const [kind] = properties(found).find(({ name }) => name === 'pac:commonsKind')?.values ?? [];
    assert.ok(kind?.type === 'concept');
    assert.equal(kind.text.value, 'Données');
    assert.match(kind.definition?.value ?? '', /^Jeu ou base de données/);
    assert.equal(found.provenance.level.value, 'Sourcé');
    assert.equal(found.provenance.sources.length, 3);
    assert.equal(found.provenance.unsourced.length, 4);
    assert.equal(found.provenance.issued, '2026-11-22');
  });

  it('shows who takes part, in which role, on what evidence', async () => {
    const found = await view('commons/openstreetmap', 'en');
    const involvements = properties(found).find(({ name }) => name === 'pac:hasInvolvement')?.values ?? [];
    const ign = involvements.find(value => value.type === 'node' && value.id === 'involved-ign');
    assert.ok(ign?.type === 'node');
    const details = Object.fromEntries(ign.details.map(({ name, values }) => [name, values.map(seen)]));
    assert.deepEqual(details['prov:agent'], ['actor/ign']);
    assert.deepEqual(details['prov:hadRole'], ['vocabulary/role#involved']);
    assert.deepEqual(details['pac:verificationLevel'], ['vocabulary/verification-level#sourced']);
    assert.equal(details['dct:source']?.length, 1);
  });

  it('of an action, in English', async () => {
    const found = await view('action/ademe-appel-communs-2023', 'en');
    assert.equal(found.title.value, 'Call for commons "Sobriety and resilience of territories" 2023');
    assert.deepEqual(
      found.types.map(({ value }) => value),
      ['Call for commons'],
    );
    assert.deepEqual(valuesOf(found, 'schema:startDate'), ['2023-05-02']);
    assert.deepEqual(valuesOf(found, 'schema:endDate'), ['2023-12-15']);
    assert.deepEqual(valuesOf(found, 'pac:concernsCommons'), ['commons/wiki-resilience-territoires']);
    assert.deepEqual(valuesOf(found, 'pac:addressesNeed'), [
      'need/financement-maintenance',
      'need/soutien-emergence',
    ]);
    assert.deepEqual(valuesOf(found, 'schema:funding'), ['funding/ademe-appel-communs-2023']);
    assert.deepEqual(valuesOf(found, 'pac:hasInvolvement'), ['#lead-ademe', '#partner-anct', '#partner-ign']);
    const shown = properties(found).flatMap(({ values }) => values.map(seen));
    assert.ok(
      shown.includes('action/ademe-appel-communs-2021') ||
        shown.includes('#succeeds-ademe-appel-communs-2021'),
    );
  });

  it('of an actor: name, acronym, page, and the actions it leads', async () => {
    const found = await view('actor/dinum', 'en');
    assert.equal(found.title.value, 'Interministerial Directorate for Digital Affairs');
    assert.deepEqual(valuesOf(found, 'skos:altLabel'), ['DINUM']);
    assert.deepEqual(valuesOf(found, 'foaf:page'), ['https://www.numerique.gouv.fr']);
    assert.ok(found.incoming.some(({ values }) => values.some(value => seen(value) === 'action/sill')));
  });

  it('of a need: its status, and the actions that address it', async () => {
    const found = await view('need/choix-licence', 'fr');
    assert.equal(valuesOf(found, 'pac:needStatus').length, 1);
    const actions = found.incoming.find(({ name }) => name === 'pac:addressesNeed');
    assert.ok((actions?.values.length ?? 0) > 3);
  });

  it('of a territory: its name, level, whole and official equivalent', async () => {
    const found = await view('territory/fr', 'en');
    assert.equal(found.title.value, 'France');
    assert.deepEqual(valuesOf(found, 'skos:altLabel'), ['French Republic']);
    assert.deepEqual(valuesOf(found, 'dct:type'), ['vocabulary/territory-level#country']);
    assert.deepEqual(valuesOf(found, 'dct:isPartOf'), ['territory/eu']);
    assert.deepEqual(valuesOf(found, 'owl:sameAs'), [
      'http://publications.europa.eu/resource/authority/country/FRA',
    ]);
    assert.ok(found.incoming.length >= 1);
  });

  it('of a record of every kind leaves out nothing that its thing is said to be', async () => {
    for (const kind of await shippedKinds())
      for (const path of (await shippedRecords(kind)).slice(0, 3)) {
        const found = await view(path, 'fr');
        const shown = properties(found).flatMap(({ values }) => values.map(seen));
        const quads = (await register.document(`${base}/${path}`)) ?? [];
        const links = quads.filter(quad => quad.subject.value === found.iri && isLink(quad));
        assert.ok(links.length > 0);
        for (const { object } of links)
          assert.ok(isShown(addressOf(object.value, path), shown), `${path}: ${object.value}`);
      }
  });

  it('gives every property a name, in a group that has one', async () => {
    for (const language of ['fr', 'en'] as const)
      for (const kind of await shippedKinds()) {
        const [path = ''] = await shippedRecords(kind);
        const { groups } = await view(path, language);
        assert.equal(new Set(groups.map(({ label }) => label.value)).size, groups.length);
        for (const group of groups) {
          assert.ok(group.label.value && group.properties.length > 0);
          for (const { name, label, values } of group.properties) {
            assert.notEqual(label.value, name, `${path}: no shape names ${name}`);
            assert.ok(values.length > 0);
          }
        }
      }
  });

  it('of every record names its formats', async () => {
    const { formats } = await view('theme/water', 'fr');
    assert.deepEqual(
      formats.map(({ path }) => path),
      ['theme/water.ttl', 'theme/water.jsonld', 'theme/water.rdf', 'theme/water.nt'],
    );
  });

  it('of a record that is not there is none', async () => {
    assert.equal(await register.record({ kind: 'commons', slug: 'nowhere' }, 'fr'), undefined);
  });
});
