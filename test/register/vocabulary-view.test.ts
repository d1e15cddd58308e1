import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { projectPath } from '../../src/project.js';
import type { Register } from '../../src/register/read.js';
import { languages } from '../../src/register/text.js';
import type { VocabularyView } from '../../src/register/views.js';
import { base, sharedServer } from '../support/server.js';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const terms = ({ sections }: VocabularyView) => sections.flatMap(section => section.terms);

describe('vocabulary view', () => {
  let register: Register;
  let paths: string[];
  before(async () => {
    register = (await sharedServer()).house.register;
    const files = await readdir(projectPath('ontology', 'vocabularies'));
    paths = ['ontology', ...files.map(name => `vocabulary/${name.replace(/\.ttl$/, '')}`)];
  });

  for (const language of languages)
    it(`shows every class, property and concept of every document once, with label and definition in ${language}`, async () => {
      assert.ok(paths.length > 15);
      for (const path of paths) {
        const quads = (await register.document(`${base}/${path}`)) ?? [];
        const stated = quads
          .filter(
            ({ subject, predicate }) =>
              predicate.value === type && subject.termType === 'NamedNode' && subject.value.includes('#'),
          )
          .filter(({ object }) =>
            /(#Class|#ObjectProperty|#DatatypeProperty|core#Concept)$/.test(object.value),
          )
          .map(({ subject }) => subject.value);
        const view = await register.vocabulary(path, language);
        assert.ok(view, path);
        assert.deepEqual(
          terms(view)
            .map(({ iri }) => iri)
            .sort(),
          [...new Set(stated)].sort(),
          path,
        );
        if (path !== 'vocabulary/theme') assert.ok(stated.length > 0, path);
        for (const { iri, id, label, definition } of terms(view)) {
          assert.ok(iri.endsWith(`#${id}`));
          assert.equal(label.lang, language, iri);
          assert.equal(definition?.lang, language, iri);
        }
      }
    });

  it('names the vocabulary, its version, licence and namespaces', async () => {
    const view = await register.vocabulary('ontology', 'fr');
    assert.ok(view);
    assert.equal(view.iri, 'https://w3id.org/communaux/pac#');
    assert.equal(view.path, 'ontology');
    assert.ok(view.title.value && view.description?.value);
    const names = view.metadata.map(({ name }) => name);
    for (const name of ['owl:versionInfo', 'owl:versionIRI', 'dct:license', 'vann:preferredNamespacePrefix'])
      assert.ok(names.includes(name), name);
    assert.ok(
      view.namespaces.some(
        ({ prefix, iri }) => prefix === 'pac' && iri === 'https://w3id.org/communaux/pac#',
      ),
    );
    assert.deepEqual(
      view.formats.map(({ path }) => path),
      ['ontology.ttl', 'ontology.jsonld', 'ontology.rdf', 'ontology.nt'],
    );
  });

  it('leads to all the other vocabularies, by their titles', async () => {
    for (const path of ['ontology', 'vocabulary/role']) {
      const view = await register.vocabulary(path, 'en');
      assert.deepEqual(
        view?.others.map(other => other.path).sort(),
        paths.filter(other => other !== path).sort(),
      );
      for (const { title } of view?.others ?? []) assert.equal(title.lang, 'en');
    }
  });

  it('says how terms hang together', async () => {
    const view = await register.vocabulary('ontology', 'en');
    assert.ok(view);
    const relations = (id: string) =>
      Object.fromEntries(
        (terms(view).find(term => term.id === id)?.relations ?? []).map(({ name, values }) => [
          name,
          values.map(value =>
            value.type === 'link' ? value.href : value.type === 'concept' ? value.path : '',
          ),
        ]),
      );
    assert.ok(relations('PublicAction')['rdfs:subClassOf']?.includes('http://www.w3.org/ns/prov#Activity'));
    assert.deepEqual(relations('hasInvolvement')['rdfs:range'], ['ontology#Involvement']);
    // A domain that is a union of classes is told by its members.
    assert.ok(relations('hasInvolvement')['rdfs:domain']?.includes('ontology#PublicAction'));
  });

  it('says what is broader and narrower, both ways', async () => {
    const view = await register.vocabulary('vocabulary/action-type', 'fr');
    assert.ok(view);
    const related = (name: string) =>
      terms(view).flatMap(({ id, relations }) =>
        relations
          .filter(relation => relation.name === name)
          .flatMap(({ values }) =>
            values.map(value => [id, value.type === 'concept' ? value.path.replace(/.*#/, '') : ''] as const),
          ),
      );
    const broader = related('skos:broader').map(([narrow, broad]) => `${broad} > ${narrow}`);
    assert.ok(broader.includes('procure > procurement'));
    const narrower = related('skos:narrower').map(([broad, narrow]) => `${broad} > ${narrow}`);
    if (narrower.length > 0) assert.deepEqual(narrower.sort(), broader.sort());
  });

  it('of a document that is not there is none', async () => {
    assert.equal(await register.vocabulary('vocabulary/nowhere', 'fr'), undefined);
  });
});
