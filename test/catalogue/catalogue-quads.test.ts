import assert from 'node:assert/strict';
import { Store } from 'n3';
import type { Literal } from '@rdfjs/types';
import { catalogueQuads } from '../../src/catalogue/catalogue-quads.js';
import { datasets, dumpNames } from '../../src/catalogue/datasets.js';
import { dumpPath, listedFormats } from '../../src/catalogue/distributions.js';
import { services } from '../../src/catalogue/services.js';
import { named } from '../../src/catalogue/statements.js';
import { kinds } from '../../src/register/kinds.js';

const base = 'https://registre.example.org';
const extent = { issued: '2026-01-01', modified: '2026-02-01', start: '2001-01-01', end: '2026-02-01' };
const sizes = { ttl: 1, jsonld: 2, rdf: 3, csv: 4 };
const store = new Store(
  catalogueQuads(
    base,
    datasets.map(dataset => ({ ...dataset, extent, sizes, refused: new Set() })),
    'ttl',
  ),
);
const subjects = (type: string) => store.getSubjects(named('rdf:type'), named(type), null);
const values = (subject: string, property: string) => store.getObjects(subject, named(property), null);

describe('catalogue for harvesters', () => {
  it('holds the datasets and services that the register promises', () => {
    const names = ['register', ...kinds, 'vocabulary'];
    assert.deepEqual(
      subjects('dcat:Dataset')
        .map(({ value }) => value)
        .sort(),
      names.map(name => `${base}/dataset/${name}`).sort(),
    );
    assert.deepEqual(
      subjects('dcat:DataService').map(({ value }) => value),
      [`${base}/service/sparql`, `${base}/service/api`],
    );
    assert.equal(subjects('dcat:Distribution').length, names.length * 4);
  });

  it('has a dataset for every dump, and a dump for every dataset', () => {
    assert.deepEqual(
      datasets.map(({ name }) => name),
      dumpNames,
    );
    assert.deepEqual(new Set(dumpNames), new Set(['register', ...kinds, 'vocabulary']));
    for (const { name } of datasets)
      assert.deepEqual(
        values(`${base}/dataset/${name}`, 'dcat:distribution').flatMap(file =>
          values(file.value, 'dcat:downloadURL').map(({ value }) => value),
        ),
        listedFormats.map(({ extension }) => `${base}/${dumpPath(name, extension)}`),
      );
  });

  it('identifies each node by its IRI as text, and none twice', () => {
    const nodes = ['dcat:Catalog', 'dcat:Dataset', 'dcat:DataService', 'dcat:Distribution'].flatMap(subjects);
    for (const { value } of nodes) {
      const [identifier, ...more] = values(value, 'dct:identifier') as Literal[];
      assert.equal(identifier?.value, value);
      assert.equal(identifier?.datatype.value, 'http://www.w3.org/2001/XMLSchema#string');
      assert.deepEqual(more, []);
    }
  });

  it('titles and describes everything in French and English, at length where portals count characters', () => {
    const nodes = ['dcat:Catalog', 'dcat:Dataset', 'dcat:DataService'].flatMap(subjects);
    for (const { value } of nodes) {
      for (const property of ['dct:title', 'dct:description']) {
        const tags = (values(value, property) as Literal[]).map(({ language }) => language);
        assert.deepEqual(tags, ['fr', 'en'], `${value} ${property}`);
      }
      for (const text of values(value, 'dct:description')) assert.ok(text.value.length > 100, value);
    }
    for (const { value } of subjects('dcat:Distribution'))
      assert.equal(values(value, 'dct:description').length, 2);
  });

  it('has keywords that udata keeps and CKAN takes', () => {
    for (const entry of [...datasets, ...services])
      for (const words of [entry.keywords.fr, entry.keywords.en]) {
        assert.ok(words.length >= 2);
        for (const word of words) assert.match(word, /^[\p{L}\d .-]{3,100}$/u);
      }
  });

  it('states the time covered on a blank node, in days', () => {
    for (const { value } of subjects('dcat:Dataset')) {
      const [period] = values(value, 'dct:temporal');
      assert.equal(period?.termType, 'BlankNode');
      for (const property of ['dcat:startDate', 'dcat:endDate']) {
        const [date] = store.getObjects(period!, named(property), null) as Literal[];
        assert.equal(date?.datatype.value, 'http://www.w3.org/2001/XMLSchema#date');
      }
    }
  });

  it('gives each dataset one place, with a polygon that udata reads', () => {
    for (const { value } of subjects('dcat:Dataset')) {
      const [place, ...more] = values(value, 'dct:spatial');
      assert.deepEqual(more, []);
      const [box] = values(place!.value, 'dcat:bbox') as Literal[];
      assert.equal(box?.datatype.value, 'http://www.opengis.net/ont/geosparql#wktLiteral');
      assert.match(box!.value, /^POLYGON\(\(-?\d/);
    }
  });

  it('describes every concept of the authorities that it points to', () => {
    const authority = 'http://publications.europa.eu/resource/authority/';
    const pointed = store.getObjects(null, null, null).filter(({ value }) => value.startsWith(authority));
    assert.ok(pointed.length > 12);
    for (const { value } of pointed) {
      assert.ok(values(value, 'rdf:type').length > 0, value);
      const isScheme = store.countQuads(null, named('skos:inScheme'), value, null) > 0;
      if (isScheme) continue;
      assert.ok(values(value, 'skos:inScheme').length > 0, value);
      assert.ok(values(value, 'skos:prefLabel').length > 0, value);
    }
  });

  it('labels licences as udata knows them', () => {
    const licences = new Set(
      subjects('dcat:Distribution').flatMap(({ value }) => values(value, 'dct:license')),
    );
    const labels = [...licences].map(({ value }) => values(value, 'rdfs:label')[0]?.value);
    assert.deepEqual([...new Set(labels)].sort(), [
      'Creative Commons Attribution',
      'Licence Ouverte / Open Licence version 2.0',
    ]);
    for (const { value } of subjects('dcat:DataService'))
      assert.deepEqual(
        values(value, 'dct:license').map(licence => licence.value),
        ['https://www.etalab.gouv.fr/licence-ouverte-open-licence/'],
      );
  });

  it('leaves out what breaks a harvest', () => {
    const unwanted = ['spdx:checksum', 'adms:status', 'dcat:accessService', 'hydra:next', 'dct:hasPart'];
    for (const property of unwanted)
      assert.equal(store.countQuads(null, named(property), null, null), 0, property);
    assert.deepEqual(store.getQuads(null, 'http://spdx.org/rdf/terms#checksum', null, null), []);
  });

  it('is one page in the format asked for, with the number of its datasets', () => {
    assert.deepEqual(
      subjects('hydra:PartialCollectionView').map(({ value }) => value),
      [`${base}/catalog.ttl?page=1`],
    );
    const [total] = values(`${base}/catalog`, 'hydra:totalItems') as Literal[];
    assert.equal(total?.value, String(datasets.length));
    assert.equal(total?.datatype.value, 'http://www.w3.org/2001/XMLSchema#integer');
  });

  it('leaves a file out that cannot be written, and the size of one that was not made yet', () => {
    const [first] = datasets;
    const files = { sizes: { ttl: 1 }, refused: new Set(['rdf', 'jsonld'] as const) };
    const quads = catalogueQuads(base, [{ ...first!, extent, ...files }], 'ttl');
    const objects = (property: string) =>
      quads
        .filter(({ predicate }) => predicate.value === named(property).value)
        .map(({ object }) => object.value);
    assert.deepEqual(objects('dcat:downloadURL'), [`${base}/dump/register.ttl`, `${base}/dump/register.csv`]);
    assert.deepEqual(objects('dcat:byteSize'), ['1']);
  });
});
