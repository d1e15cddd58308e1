import assert from 'node:assert/strict';
import { Store } from 'n3';
import { catalogueQuads } from '../../src/catalogue/catalogue-quads.js';
import type { DescribedDataset } from '../../src/catalogue/dataset-quads.js';
import { datasets } from '../../src/catalogue/datasets.js';
import { licenceCodes, licenceOf } from '../../src/catalogue/licences.js';
import { publisherTypes, type Publisher } from '../../src/catalogue/publisher.js';
import { named } from '../../src/catalogue/statements.js';

const base = 'https://registre.example.org';
const described: readonly DescribedDataset[] = datasets.map(dataset => ({
  ...dataset,
  extent: {},
  sizes: { ttl: 1 },
  refused: new Set<never>(),
}));

function catalogue(publisher?: Publisher) {
  const store = new Store(catalogueQuads(base, described, 'ttl', publisher));
  const values = (subject: string, property: string) =>
    store.getObjects(subject, named(property), null).map(({ value }) => value);
  const publishers = new Set(store.getObjects(null, named('dct:publisher'), null).map(({ value }) => value));
  return { store, values, publishers };
}

describe('the publisher of the catalogue', () => {
  it('is the one that the operator names, for catalogue, datasets and services', () => {
    const iri = 'https://registre.example.org/id/actor/dinum';
    const { store, values, publishers } = catalogue({
      name: 'DINUM',
      iri,
      type: 'NationalAuthority',
      email: 'communs@example.fr',
      page: 'https://www.numerique.gouv.fr/',
    });
    assert.deepEqual([...publishers], [iri]);
    assert.deepEqual(new Set(values(iri, 'foaf:name')), new Set(['DINUM']));
    assert.deepEqual(values(iri, 'foaf:mbox'), ['mailto:communs@example.fr']);
    assert.deepEqual(values(iri, 'foaf:homepage'), ['https://www.numerique.gouv.fr/']);
    const contact = `${base}/catalog#contact`;
    assert.deepEqual(values(contact, 'vcard:hasEmail'), ['mailto:communs@example.fr']);
    assert.deepEqual(values(contact, 'vcard:hasURL'), ['https://www.numerique.gouv.fr/']);
    assert.equal(store.countQuads(null, null, named('foaf:Organization'), null), 1);
    assert.doesNotMatch(JSON.stringify([...store].map(({ object }) => object.value)), /quipe de Communaux/);
  });

  it('has a type of the table that portals know, described in the feed itself', () => {
    for (const type of publisherTypes) {
      const { values } = catalogue({ type });
      const [node = ''] = values(`${base}/catalog#publisher`, 'dct:type');
      assert.equal(node, `http://purl.org/adms/publishertype/${type}`);
      assert.deepEqual(values(node, 'rdf:type'), [named('skos:Concept').value]);
      assert.equal(values(node, 'skos:prefLabel').length, 2);
      const [scheme = ''] = values(node, 'skos:inScheme');
      assert.deepEqual(values(scheme, 'rdf:type'), [named('skos:ConceptScheme').value]);
    }
  });

  it('is the team, with the pages of the instance, when nobody is named', () => {
    const { values, publishers } = catalogue();
    assert.deepEqual([...publishers], [`${base}/catalog#publisher`]);
    assert.deepEqual(values(`${base}/catalog#publisher`, 'foaf:name'), [
      "L'équipe de Communaux",
      'The Communaux team',
    ]);
    assert.deepEqual(values(`${base}/catalog#contact`, 'vcard:hasURL'), [`${base}/about`]);
    assert.deepEqual(values(`${base}/catalog#publisher`, 'dct:type'), []);
    assert.deepEqual(values(`${base}/catalog#contact`, 'vcard:hasEmail'), []);
  });

  const table = 'http://publications.europa.eu/resource/authority/licence/';
  for (const licence of licenceCodes)
    it(`puts the data under ${licence} when it chooses so, and leaves the vocabulary its own licence`, () => {
      const { store, values } = catalogue({ licence });
      assert.deepEqual(values(`${base}/catalog`, 'dct:license'), [table + licence]);
      for (const { name } of datasets) {
        const code = name === 'vocabulary' ? 'CC_BY_4_0' : licence;
        const file = `${base}/dataset/${name}#ttl`;
        assert.deepEqual(values(file, 'dct:license'), [table + code]);
        const [rights = ''] = values(file, 'dct:rights');
        assert.equal(values(rights, 'rdfs:label').length, 2);
        for (const label of values(rights, 'rdfs:label'))
          assert.ok(label.includes(licenceOf(code).name), label);
      }
      for (const service of store.getSubjects(named('rdf:type'), named('dcat:DataService'), null))
        assert.deepEqual(values(service.value, 'dct:license'), [licenceOf(licence).udataAddress]);
    });

  it('points to no licence that the feed does not describe, nor describes one that it does not point to', () => {
    const { store, values } = catalogue({ licence: 'ODC_BL' });
    const licences = new Set(store.getObjects(null, named('dct:license'), null).map(({ value }) => value));
    assert.equal(licences.size, 3);
    for (const iri of licences) {
      assert.deepEqual(values(iri, 'rdf:type'), [named('dct:LicenseDocument').value]);
      const [type = ''] = values(iri, 'dct:type');
      assert.deepEqual(values(type, 'rdf:type'), [named('skos:Concept').value]);
    }
    assert.equal(store.countQuads(null, null, `${table}ETALAB_2_0`, null), 0);
    assert.equal(store.countQuads(`${table}ETALAB_2_0`, null, null, null), 0);
  });
});
