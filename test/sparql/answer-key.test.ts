import assert from 'node:assert/strict';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { answerKey } from '../../src/sparql/answer-key.js';
import type { Query } from '../../src/sparql/engine.js';

const text = 'SELECT * { ?s ?p ?o }';
const query: Query = { text, formats: { solutions: 'json', graph: 'turtle' } };

describe('the key of an answer', () => {
  it('is the same for the same query, in whatever order its values are bound', () => {
    assert.equal(answerKey({ ...query }), answerKey({ ...query, bindings: {} }));
    const [a, b] = [literal('a'), literal('b')];
    assert.equal(
      answerKey({ ...query, bindings: { a, b } }),
      answerKey({ ...query, formats: { graph: 'turtle', solutions: 'json' }, bindings: { b, a } }),
    );
  });

  it('tells apart what may be answered differently', () => {
    const iri = 'http://a.example/';
    const others: Query[] = [
      query,
      { ...query, text: `${text} ` },
      { ...query, formats: { solutions: 'csv', graph: 'turtle' } },
      { ...query, formats: { solutions: 'json', graph: 'jsonld' } },
      { ...query, formats: { graph: 'turtle' } },
      { ...query, dataset: { default: [iri], named: [] } },
      { ...query, dataset: { default: [], named: [iri] } },
      { ...query, dataset: { default: [iri, `${iri}b`], named: [] } },
      { ...query, bindings: { s: namedNode(iri) } },
      { ...query, bindings: { p: namedNode(iri) } },
      { ...query, bindings: { s: literal(iri) } },
      { ...query, bindings: { s: literal(iri, 'fr') } },
      { ...query, bindings: { s: literal(iri, namedNode(iri)) } },
      { ...query, bindings: { s: namedNode(iri), p: namedNode(iri) } },
    ];
    assert.equal(new Set(others.map(answerKey)).size, others.length);
  });

  for (const expression of [
    'NOW()',
    'now ()',
    'Rand()',
    'UUID()',
    'STRUUID()',
    'N\\u004FW()',
    '\\U0000004EOW()',
  ])
    it(`is none for what is not the same each time: ${expression}`, () => {
      assert.equal(answerKey({ ...query, text: `SELECT (${expression} AS ?x) {}` }), undefined);
    });

  it('is none for what another endpoint says', () => {
    assert.equal(answerKey({ ...query, text: 'SELECT * { SERVICE <http://a.example/> {} }' }), undefined);
  });

  it('is there for words that only hold such a name', () => {
    assert.notEqual(
      answerKey({ ...query, text: 'SELECT ?known ?brand ?services { ?known ?brand 1 }' }),
      undefined,
    );
  });

  it('is none for an explanation, which has times in it', () => {
    assert.equal(answerKey({ text: 'ASK {}', formats: {}, explain: 'json' }), undefined);
    assert.notEqual(answerKey({ text: 'ASK {}', formats: {} }), undefined);
  });
});
