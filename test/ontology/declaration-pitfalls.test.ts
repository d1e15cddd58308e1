import assert from 'node:assert/strict';
import type { Store } from 'n3';
import { iri, prefixes, shorten } from '../../src/rdf/prefixes.js';
import { namedNode, term } from '../../src/rdf/terms.js';
import { foreignTerms } from './foreign-terms.js';
import {
  failing,
  isOwn,
  ownClasses,
  ownProperties,
  pac,
  terms,
  toClass,
  toProperty,
  vocabularies,
} from './ontology-graph.js';

const ontology = namedNode(prefixes.pac);

describe('OOPS! pitfalls of declaration that the ontology avoids', () => {
  it('P34: what is used as a class of ours is one', () => {
    const used = ['subClassOf', 'domain', 'range']
      .flatMap(name => pac.objects(null, 'rdfs', name))
      .flatMap(found => pac.classesOf(found));
    assert.deepEqual(
      used.filter(
        name => name.startsWith('pac:') && !ownClasses.some(({ value }) => shorten(value) === name),
      ),
      [],
    );
  });

  it('P35: what is used as a property of ours is one', () => {
    const used = [...pac.store].flatMap(({ predicate, subject, object }) => [
      predicate,
      ...(toProperty.includes(predicate.value) ? [subject, object] : []),
    ]);
    assert.deepEqual(
      used.filter(({ value }) => isOwn(value) && !ownProperties.some(property => property.value === value)),
      [],
    );
  });

  it('P36: no IRI ends in a file extension', () => {
    assert.deepEqual(
      failing(
        [ontology, ...terms],
        ({ value }) => !/\.(owl|rdf|ttl|n3|rdfxml|jsonld|xml|html)#?$/i.test(value),
      ),
      [],
    );
  });

  it('P38: the file says that it is an ontology', () => {
    assert.equal(pac.subjects('rdf', 'type', term('owl', 'Ontology')).length, 1);
  });

  it('P39: the namespace is stated, and every term of ours is in it', () => {
    assert.match(
      pac.objects(ontology, 'vann', 'preferredNamespaceUri')[0]?.value ?? '',
      /^https:\/\/.*[#/]$/,
    );
    const stray = pac.store
      .getSubjects(null, null, null)
      .filter(({ termType, value }) => termType === 'NamedNode' && !value.startsWith(prefixes.pac));
    assert.deepEqual(stray, []);
  });

  it('P40: no term of others is redefined, and none is used that does not exist', () => {
    for (const { store } of [pac, ...vocabularies.values()]) {
      const foreign = store
        .getSubjects(null, null, null)
        .filter(
          ({ termType, value }) =>
            termType === 'NamedNode' && !value.startsWith('https://w3id.org/communaux/'),
        );
      assert.deepEqual(
        foreign.map(({ value }) => value),
        [],
      );
      assert.deepEqual(
        usedNames(store).filter(name => !foreignTerms.has(name)),
        [],
      );
    }
  });

  it('P41: ontology and vocabularies state their licence', () => {
    for (const { store } of [pac, ...vocabularies.values()])
      assert.ok(
        store.countQuads(
          null,
          term('dct', 'license'),
          namedNode('https://creativecommons.org/licenses/by/4.0/'),
          null,
        ) > 0,
      );
  });
});

/** Names of the foreign terms that are used as predicates, and as classes or properties of axioms. */
function usedNames(store: Store): string[] {
  const axioms = [...toClass, ...toProperty, iri('rdf', 'type')];
  const used = [...store].flatMap(({ predicate, object }) =>
    axioms.includes(predicate.value) ? [predicate, object] : [predicate],
  );
  const foreign = used.filter(({ termType, value }) => termType === 'NamedNode' && !isOwn(value));
  return [...new Set(foreign.map(({ value }) => shorten(value)))];
}
