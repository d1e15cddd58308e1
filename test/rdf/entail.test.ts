import assert from 'node:assert/strict';
import { Parser } from 'n3';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import { entail } from '../../src/rdf/entail.js';
import { prefixes } from '../../src/rdf/prefixes.js';
import { readSeedFile } from '../../src/store/seed.js';
import { seedFiles } from '../../src/store/seed-files.js';
import { assertIsomorphic } from '../support/isomorphism.js';

const header = `@prefix : <http://e/> . @prefix rdfs: <${prefixes.rdfs}> . @prefix owl: <${prefixes.owl}> .`;
const read = (text: string): Quad[] => new Parser().parse(`${header} ${text}`);
const inGraph = (text: string): Quad[] =>
  new Parser({ format: 'TriG' }).parse(`${header} :entailed { ${text} }`);

/** What follows from axioms and data, and what does not. */
const cases: readonly (readonly [name: string, axioms: string, data: string, follows: string])[] = [
  ['a subclass', ':A rdfs:subClassOf :B .', ':x a :A .', ':x a :B .'],
  [
    'a chain of subclasses',
    ':A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :C rdfs:subClassOf :D .',
    ':x a :A .',
    ':x a :B, :C, :D . :A rdfs:subClassOf :C, :D . :B rdfs:subClassOf :D .',
  ],
  ['a subproperty', ':p rdfs:subPropertyOf :q .', ':x :p :y . :x :p "text"@fr .', ':x :q :y, "text"@fr .'],
  [
    'a chain of subproperties',
    ':p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .',
    ':x :p :y .',
    ':x :q :y ; :r :y . :p rdfs:subPropertyOf :r .',
  ],
  [
    'an inverse, either way',
    ':p owl:inverseOf :q .',
    ':x :p :y . :u :q :v .',
    ':y :q :x . :v :p :u . :q owl:inverseOf :p .',
  ],
  ['a symmetric property', ':p a owl:SymmetricProperty .', ':x :p :y .', ':y :p :x . :p owl:inverseOf :p .'],
  [
    'an inverse of a subproperty',
    ':p rdfs:subPropertyOf :q . :q owl:inverseOf :r .',
    ':x :p :y .',
    ':x :q :y . :y :r :x . :r owl:inverseOf :q .',
  ],
  [
    'a subproperty of rdf:type',
    ':kind rdfs:subPropertyOf <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> . :A rdfs:subClassOf :B .',
    ':x :kind :A .',
    ':x a :A, :B .',
  ],
  ['nothing of a domain', ':p rdfs:domain :A .', ':x :p :y .', ''],
  ['nothing of a range', ':p rdfs:range :A .', ':x :p :y .', ''],
  [
    'nothing of an equivalence, nor of a transitive property',
    ':A owl:equivalentClass :B . :p a owl:TransitiveProperty .',
    ':x a :A ; :p :y . :y :p :z .',
    '',
  ],
  ['no literal as a subject', ':p owl:inverseOf :q .', ':x :p "text" .', ':q owl:inverseOf :p .'],
  ['nothing without axioms', '', ':x a :A ; :p :y .', ''],
  ['nothing without data', ':A rdfs:subClassOf :B .', '', ''],
  [
    'nothing that the data states already',
    ':A rdfs:subClassOf :B . :p rdfs:subPropertyOf :q .',
    ':x a :A, :B ; :p :y ; :q :y .',
    '',
  ],
  [
    'nothing that the axioms state already',
    ':A rdfs:subClassOf :B . :B rdfs:subClassOf :C . :A rdfs:subClassOf :C .',
    '',
    '',
  ],
  [
    'an end of a cycle of classes',
    ':A rdfs:subClassOf :B . :B rdfs:subClassOf :A .',
    ':x a :A .',
    ':x a :B . :A rdfs:subClassOf :A . :B rdfs:subClassOf :B .',
  ],
];

describe('entail', () => {
  for (const [name, axioms, data, follows] of cases)
    it(`makes of axioms and data: ${name}`, () => {
      assertIsomorphic(entail(read(axioms), read(data), 'http://e/entailed'), inGraph(follows));
    });

  it('takes statements of any graph, and puts what follows in the graph given', () => {
    const [statement] = new Parser({ format: 'TriG' }).parse(`${header} :g { :x a :A }`);
    assert.ok(statement);
    assertIsomorphic(
      entail(read(':A rdfs:subClassOf :B .'), [statement], 'http://e/entailed'),
      inGraph(':x a :B .'),
    );
  });

  it('lets a query by a standard class or property find our terms', async () => {
    const axioms = (
      await Promise.all(
        (
          await seedFiles(
            [projectPath('ontology', 'pac.ttl'), projectPath('ontology', 'alignment.ttl')],
            'http://e',
          )
        ).map(readSeedFile),
      )
    ).flat();
    const pac = `@prefix pac: <${prefixes.pac}> .`;
    const entailed = entail(
      axioms,
      read(`${pac} :x a pac:PublicAction ; pac:succeeds :y . :c a pac:DigitalCommons .`),
      'http://e/entailed',
    );
    const found = new Set(
      entailed.map(({ subject, predicate, object }) =>
        [subject, predicate, object].map(({ value }) => value).join(' '),
      ),
    );
    for (const expected of [
      `http://e/x ${prefixes.rdf}type ${prefixes.prov}Activity`,
      `http://e/x ${prefixes.rdf}type ${prefixes.dcat}Resource`,
      `http://e/c ${prefixes.rdf}type ${prefixes.dcat}Resource`,
      `http://e/x ${prefixes.dct}relation http://e/y`,
    ])
      assert.ok(found.has(expected), expected);
  });
});
