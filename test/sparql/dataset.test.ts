import assert from 'node:assert/strict';
import { graphsAsked } from '../../src/sparql/dataset.js';
import { assertProblem } from '../support/problems.js';
import { baseIRI, engines, rows } from './answers.js';

/** The same triple in two graphs, one of each graph's own, and one in no named graph. */
const data = `
  :unnamed :p 0 .
  :g1 { :both :p 1 . :one :p 1 . [] :p 3 }
  :g2 { :both :p 1 . :two :p 2 }
`;
const values = 'SELECT ?o { ?s <http://e/p> ?o }';
const named = 'SELECT ?g ?o { GRAPH ?g { ?s <http://e/p> ?o } }';

for (const [engineName, engineOver] of Object.entries(engines))
  describe(`the dataset of a query in ${engineName}`, () => {
    const union = engineOver(data);
    const own = engineOver(data, 'own');

    it('has the union of all graphs as its default graph, a triple once', async () => {
      assert.deepEqual(await rows(union, values), ['0', '1', '1', '2', '3']);
      assert.deepEqual(await rows(union, 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'), ['5']);
      assert.deepEqual(await rows(union, 'SELECT (COUNT(*) AS ?n) { <http://e/both> ?p ?o }'), ['1']);
    });

    it('joins across graphs in the union', async () => {
      assert.deepEqual(await rows(union, 'SELECT ?x ?y { <http://e/one> ?p ?x . <http://e/two> ?p ?y }'), [
        '1,2',
      ]);
    });

    it('has the unnamed graph only as its default graph when so set', async () => {
      assert.deepEqual(await rows(own, values), ['0']);
    });

    for (const [name, engine] of [
      ['union', union],
      ['own', own],
    ] as const)
      it(`has each named graph, and no other, under GRAPH (default graph: ${name})`, async () => {
        assert.deepEqual(await rows(engine, named), [
          'http://e/g1,1',
          'http://e/g1,1',
          'http://e/g1,3',
          'http://e/g2,1',
          'http://e/g2,2',
        ]);
        assert.deepEqual(await rows(engine, 'SELECT ?o { GRAPH <http://e/g2> { ?s ?p ?o } }'), ['1', '2']);
      });

    for (const [name, engine] of [
      ['union', union],
      ['own', own],
    ] as const) {
      it(`is what FROM and FROM NAMED say (default graph: ${name})`, async () => {
        assert.deepEqual(await rows(engine, 'SELECT ?o FROM <http://e/g2> { ?s ?p ?o }'), ['1', '2']);
        assert.deepEqual(await rows(engine, 'SELECT ?o FROM <http://e/g1> FROM <http://e/g2> { ?s ?p ?o }'), [
          '1',
          '1',
          '2',
          '3',
        ]);
        assert.deepEqual(await rows(engine, 'SELECT ?o FROM <http://e/g1> { GRAPH ?g { ?s ?p ?o } }'), []);
        assert.deepEqual(
          await rows(engine, 'SELECT ?g ?o FROM NAMED <http://e/g2> { GRAPH ?g { ?s ?p ?o } }'),
          ['http://e/g2,1', 'http://e/g2,2'],
        );
        assert.deepEqual(await rows(engine, 'SELECT ?o FROM NAMED <http://e/g2> { ?s ?p ?o }'), []);
        assert.deepEqual(
          await rows(
            engine,
            'SELECT ?o ?x FROM <http://e/g1> FROM NAMED <http://e/g2> { <http://e/one> ?p ?o GRAPH ?g { <http://e/two> ?p ?x } }',
          ),
          ['1,2'],
        );
      });

      it(`is empty for graphs that are not there, which are not fetched (default graph: ${name})`, async () => {
        assert.deepEqual(await rows(engine, 'SELECT ?o FROM <http://127.0.0.1:1/> { ?s ?p ?o }'), []);
        assert.deepEqual(await rows(engine, 'SELECT ?o FROM <file:///etc/passwd> { ?s ?p ?o }'), []);
        assert.deepEqual(
          await rows(engine, 'SELECT ?g FROM NAMED <http://e/none> { GRAPH ?g { ?s ?p ?o } }'),
          [],
        );
        assert.deepEqual(await rows(engine, 'SELECT ?o { GRAPH <http://e/none> { ?s ?p ?o } }'), []);
      });
    }

    it('keeps a blank node one across the graphs that share it', async () => {
      const engine = engineOver(':g1 { _:a :p 1 } :g2 { _:a :q 2 }');
      assert.deepEqual(await rows(engine, 'SELECT ?o ?x { ?s <http://e/p> ?o ; <http://e/q> ?x }'), ['1,2']);
    });

    it('is what the protocol asks for, rather than what FROM says', async () => {
      const text = 'SELECT ?o FROM <http://e/g1> { ?s ?p ?o }';
      assert.deepEqual(await rows(union, { text, dataset: { default: ['http://e/g2'], named: [] } }), [
        '1',
        '2',
      ]);
      assert.deepEqual(await rows(union, { text: named, dataset: { default: [], named: ['http://e/g2'] } }), [
        'http://e/g2,1',
        'http://e/g2,2',
      ]);
    });

    it('resolves relative names of graphs', async () => {
      const engine = engineOver(`<${baseIRI}commons/x> { :a :p 1 }`);
      assert.deepEqual(await rows(engine, 'SELECT ?o FROM <commons/x> { ?s ?p ?o }'), ['1']);
    });
  });

describe('the graphs asked for', () => {
  const names = Array.from({ length: 500 }, (_, index) => `http://e/${index}`);

  it('are 1 000 at most', async () => {
    const clause = { default: names, named: names };
    assert.equal(graphsAsked(clause, undefined), clause);
    const more = { default: names, named: [...names, 'http://e/'] };
    await assertProblem(() => graphsAsked(undefined, more), 'bad-request', /1000 graphs/);
  });

  it('are those of the protocol, or else those of the query, or else all', () => {
    const [one, other] = [
      { default: names, named: [] },
      { default: [], named: names },
    ];
    assert.equal(graphsAsked(one, other), one);
    assert.equal(graphsAsked(undefined, other), other);
    assert.equal(graphsAsked(undefined, undefined), undefined);
  });
});
