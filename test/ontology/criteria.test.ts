import assert from 'node:assert/strict';
import type { Term } from '@rdfjs/types';
import { prefixes, shorten, type Prefix } from '../../src/rdf/prefixes.js';
import { namedNode, term } from '../../src/rdf/terms.js';
import { foreignTerms } from './foreign-terms.js';
import { duplicates, failing, isOwn, pac, terms, vocabularies } from './ontology-graph.js';

const ontology = namedNode(prefixes.pac);

/** Values of a property of the ontology itself. */
const said = (prefix: Prefix, name: string): string[] =>
  pac.objects(ontology, prefix, name).map(({ value }) => value);

function given(...properties: readonly (readonly [Prefix, string])[]): void {
  for (const [prefix, name] of properties)
    assert.notEqual(said(prefix, name).length, 0, `the ontology lacks ${prefix}:${name}`);
}

/** Both languages, once each. */
function bilingual(graph: typeof pac, subject: Term, prefix: Prefix, name: string): void {
  assert.deepEqual(
    graph.languages(subject, prefix, name),
    ['en', 'fr'],
    `${subject.value} ${prefix}:${name}`,
  );
}

describe('FOOPS! checks (those that need no network, registry or DOI)', () => {
  it('PURL1: the IRI is a persistent one', () => {
    assert.match(ontology.value, /^https:\/\/w3id\.org\//);
  });

  it('URI2: the ontology in the file has the IRI it is loaded by', () => {
    assert.deepEqual(pac.subjects('rdf', 'type', term('owl', 'Ontology')), [ontology]);
  });

  it('VER1: there is a version IRI, and it is not the IRI of the ontology', () => {
    assert.equal(said('owl', 'versionIRI').length, 1);
    assert.notEqual(said('owl', 'versionIRI')[0], ontology.value);
    assert.ok(said('owl', 'versionIRI')[0]?.includes(said('owl', 'versionInfo')[0] ?? 'no version'));
  });

  it('OM1: title, description and licence are given, texts in both languages', () => {
    given(['dct', 'license']);
    for (const name of ['title', 'description', 'abstract']) bilingual(pac, ontology, 'dct', name);
  });

  it('OM2: prefix, version, date of creation and citation are given', () => {
    given(
      ['vann', 'preferredNamespacePrefix'],
      ['owl', 'versionInfo'],
      ['dct', 'created'],
      ['dct', 'bibliographicCitation'],
    );
  });

  it('OM3: publisher, logo, status, source and date of issue are given', () => {
    given(['dct', 'publisher'], ['foaf', 'logo'], ['bibo', 'status'], ['dct', 'source'], ['dct', 'issued']);
  });

  it('OM4.1: the licence is a resource', () => {
    for (const licence of pac.objects(ontology, 'dct', 'license'))
      assert.equal(licence.termType, 'NamedNode');
  });

  it('OM5: creator and creation, publisher and issue are given', () => {
    given(['dct', 'creator'], ['dct', 'created'], ['dct', 'publisher'], ['dct', 'issued']);
  });

  it('FIND1: the preferred prefix and namespace are declared', () => {
    assert.deepEqual(said('vann', 'preferredNamespacePrefix'), ['pac']);
    assert.deepEqual(said('vann', 'preferredNamespaceUri'), [prefixes.pac]);
  });

  it('FIND3: the catalogue that lists the ontology is named', () => {
    given(['schema', 'includedInDataCatalog']);
  });

  it('RDF1 and HTTP1: the ontology is RDF, under an open protocol', () => {
    assert.ok(pac.store.size > 100);
    assert.match(ontology.value, /^https:/);
  });

  it('VOC1: metadata comes from known vocabularies', () => {
    const used = pac.store.getPredicates(ontology, null, null).map(({ value }) => shorten(value));
    assert.deepEqual(
      used.filter(name => !foreignTerms.has(name)),
      [],
    );
  });

  it('VOC2: terms of other vocabularies are reused', () => {
    const reused = ['subClassOf', 'subPropertyOf', 'domain', 'range'].flatMap(name =>
      pac.objects(null, 'rdfs', name),
    );
    assert.ok(new Set(reused.map(({ value }) => value).filter(value => !isOwn(value))).size >= 5);
  });

  it('VOC3: every term has a label, in French and English', () => {
    for (const subject of terms) bilingual(pac, subject, 'rdfs', 'label');
  });

  it('VOC4: every term has a definition, in French and English', () => {
    for (const subject of terms) bilingual(pac, subject, 'skos', 'definition');
  });
});

describe('LOV admission', () => {
  it('the ontology describes itself: title, creator, dates, languages, licence, prefix and namespace', () => {
    given(['dct', 'title'], ['dct', 'creator'], ['dct', 'modified'], ['dct', 'language'], ['dct', 'license']);
    given(['vann', 'preferredNamespacePrefix'], ['vann', 'preferredNamespaceUri']);
  });

  it('every term says where it is defined', () => {
    assert.deepEqual(
      failing(terms, subject => pac.objects(subject, 'rdfs', 'isDefinedBy')[0]?.equals(ontology) === true),
      [],
    );
  });

  it('its prefix is not one that the LOV gave to another vocabulary', () => {
    // Bound in the LOV to others (product notes, decision 10).
    for (const taken of ['commons', 'cpa', 'compub', 'pair'])
      assert.notEqual(said('vann', 'preferredNamespacePrefix')[0], taken);
  });
});

describe('vocabularies', () => {
  for (const [name, graph] of vocabularies) {
    const scheme = namedNode(`https://w3id.org/communaux/vocabulary/${name}`);
    const concepts = graph.subjects('rdf', 'type', term('skos', 'Concept'));

    it(`${name}: the scheme describes itself`, () => {
      assert.deepEqual(graph.subjects('rdf', 'type', term('skos', 'ConceptScheme')), [scheme]);
      for (const text of ['title', 'description']) bilingual(graph, scheme, 'dct', text);
      for (const property of ['creator', 'publisher', 'license', 'issued', 'modified'])
        assert.notEqual(graph.objects(scheme, 'dct', property).length, 0, property);
      assert.notEqual(graph.objects(scheme, 'owl', 'versionInfo').length, 0);
    });

    it(`${name}: every concept has label and definition in both languages, and stands in the scheme`, () => {
      if (name !== 'theme') assert.notEqual(concepts.length, 0);
      for (const concept of concepts) {
        bilingual(graph, concept, 'skos', 'prefLabel');
        bilingual(graph, concept, 'skos', 'definition');
        assert.deepEqual(graph.objects(concept, 'skos', 'inScheme'), [scheme]);
        assert.match(concept.value.slice(scheme.value.length), /^#[a-z]+(-[a-z]+)*$/, 'P22');
        const placed = [
          ...graph.objects(concept, 'skos', 'broader'),
          ...graph.objects(concept, 'skos', 'topConceptOf'),
        ];
        assert.notEqual(placed.length, 0, `${concept.value} has no place in the scheme (P04)`);
      }
    });

    it(`${name}: no two concepts share a label, and none is broader than itself`, () => {
      assert.deepEqual(duplicates(graph, concepts, 'skos', 'prefLabel'), []);
      assert.deepEqual(graph.cycles('skos', 'broader'), []);
    });
  }
});
