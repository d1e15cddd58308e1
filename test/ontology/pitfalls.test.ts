import assert from 'node:assert/strict';
import type { Quad, Term } from '@rdfjs/types';
import { iri, prefixes, shorten } from '../../src/rdf/prefixes.js';
import { term } from '../../src/rdf/terms.js';
import {
  duplicates,
  failing,
  isOwn,
  ownClasses,
  ownProperties,
  pac,
  terms,
  toClass,
  toProperty,
} from './ontology-graph.js';

const ends = (property: Term, end: 'domain' | 'range'): string[] =>
  pac.objects(property, 'rdfs', end).flatMap(found => pac.classesOf(found));

const isA = (candidate: Term, type: string): boolean =>
  pac.store.countQuads(candidate, term('rdf', 'type'), term('owl', type), null) > 0;

describe('OOPS! pitfalls of modelling that the ontology avoids', () => {
  it('P04: no term stands unconnected', () => {
    const used = new Set(
      [...pac.store].filter(isLink).flatMap(({ subject, object }) => [subject.value, object.value]),
    );
    assert.deepEqual(
      failing(terms, ({ value }) => used.has(value)),
      [],
    );
  });

  it('P05: inverse properties swap domain and range', () => {
    for (const { subject, object } of pac.store.getQuads(null, term('owl', 'inverseOf'), null, null)) {
      assert.deepEqual(ends(subject, 'domain'), ends(object, 'range'), subject.value);
      assert.deepEqual(ends(subject, 'range'), ends(object, 'domain'), subject.value);
    }
  });

  it('P06: no class or property is below itself', () => {
    assert.deepEqual([...pac.cycles('rdfs', 'subClassOf'), ...pac.cycles('rdfs', 'subPropertyOf')], []);
  });

  it('P08: no term lacks annotations', () => {
    assert.deepEqual(
      failing(terms, subject =>
        ['label', 'isDefinedBy'].every(name => pac.objects(subject, 'rdfs', name).length > 0),
      ),
      [],
    );
  });

  it('P10: disjointness is stated, between classes of its own', () => {
    const lists = pac.objects(null, 'owl', 'members').map(head => pac.list(head));
    assert.notEqual(lists.length, 0);
    for (const members of lists) {
      assert.ok(members.length >= 2);
      assert.deepEqual(
        failing(members, member => isA(member, 'Class') && isOwn(member.value)),
        [],
      );
    }
  });

  it('P11: every property has a domain and a range', () => {
    assert.deepEqual(
      failing(
        ownProperties,
        property => ends(property, 'domain').length > 0 && ends(property, 'range').length > 0,
      ),
      [],
    );
  });

  it('P13: properties between our own classes have an inverse, unless they are symmetric', () => {
    // A property to a concept of a vocabulary or to a property has none: nobody asks a status for all that has it.
    const between = ownProperties.filter(property =>
      ['domain', 'range'].every(end => ends(property, end as 'domain').every(cls => cls.startsWith('pac:'))),
    );
    assert.notEqual(between.length, 0);
    const inverse = (property: Term): boolean =>
      pac
        .objects(property, 'owl', 'inverseOf')
        .some(other => pac.objects(other, 'owl', 'inverseOf')[0]?.equals(property));
    assert.deepEqual(
      failing(between, property => isA(property, 'SymmetricProperty') || inverse(property)),
      [],
    );
  });

  it('P19: no property has several domains or ranges', () => {
    for (const end of ['domain', 'range'])
      assert.deepEqual(
        failing(ownProperties, property => pac.objects(property, 'rdfs', end).length <= 1),
        [],
      );
  });

  it('P22: classes are named in upper and properties in lower camel case', () => {
    const local = ({ value }: Term): string => value.slice(prefixes.pac.length);
    assert.deepEqual(
      failing(ownClasses, cls => /^([A-Z][a-z]+)+$/.test(local(cls))),
      [],
    );
    assert.deepEqual(
      failing(ownProperties, property => /^[a-z]+([A-Z][a-z]+)*$/.test(local(property))),
      [],
    );
  });

  it('P24: no class is used in its own definition', () => {
    for (const cls of ownClasses)
      for (const parent of [
        ...pac.objects(cls, 'rdfs', 'subClassOf'),
        ...pac.objects(cls, 'owl', 'equivalentClass'),
      ])
        assert.ok(!pac.classesOf(parent).includes(shorten(cls.value)), cls.value);
  });

  it('P27: equivalent properties have the same ends', () => {
    for (const { subject, object } of pac.store.getQuads(null, term('owl', 'equivalentProperty'), null, null))
      for (const end of ['domain', 'range'] as const)
        assert.deepEqual(ends(subject, end), ends(object, end), subject.value);
  });

  it('P28: symmetric properties go from a class to itself, and are their own inverse', () => {
    const symmetric = ownProperties.filter(property => isA(property, 'SymmetricProperty'));
    assert.notEqual(symmetric.length, 0);
    for (const property of symmetric) {
      assert.deepEqual(ends(property, 'domain'), ends(property, 'range'), property.value);
      assert.deepEqual(
        failing(pac.objects(property, 'owl', 'inverseOf'), inverse => inverse.equals(property)),
        [],
      );
    }
  });

  it('P29: transitive properties go from a class to itself', () => {
    for (const property of ownProperties.filter(candidate => isA(candidate, 'TransitiveProperty')))
      assert.deepEqual(ends(property, 'domain'), ends(property, 'range'), property.value);
  });

  it('P30: a class that bears the name of a class it reuses is stated close to it', () => {
    const foreign = ['subClassOf', 'domain', 'range']
      .flatMap(name => pac.objects(null, 'rdfs', name))
      .filter(({ value }) => !isOwn(value));
    for (const cls of ownClasses)
      for (const other of foreign.filter(
        ({ value }) =>
          value.endsWith(cls.value.slice(prefixes.pac.length - 1)) ||
          value.endsWith(`/${cls.value.slice(prefixes.pac.length)}`),
      ))
        assert.ok(pac.store.countQuads(cls, null, other, null) > 0, `${cls.value} and ${other.value}`);
  });

  it('P31: classes said equivalent are not also said disjoint or ordered', () => {
    const disjoint = pac
      .objects(null, 'owl', 'members')
      .map(head => pac.list(head).map(({ value }) => value));
    for (const { subject, object } of pac.store.getQuads(null, term('owl', 'equivalentClass'), null, null)) {
      assert.ok(
        !disjoint.some(list => list.includes(subject.value) && list.includes(object.value)),
        subject.value,
      );
      assert.equal(pac.store.countQuads(subject, term('rdfs', 'subClassOf'), object, null), 0, subject.value);
    }
  });

  it('P32: no two terms have the same label', () => {
    assert.deepEqual(duplicates(pac, ownClasses, 'rdfs', 'label'), []);
    assert.deepEqual(duplicates(pac, ownProperties, 'rdfs', 'label'), []);
  });
});

/** Whether a statement ties two terms, directly or as member of a union or of a set of disjoint classes. */
function isLink({ predicate }: Quad): boolean {
  return [...toClass, ...toProperty, iri('rdf', 'first')].includes(predicate.value);
}
