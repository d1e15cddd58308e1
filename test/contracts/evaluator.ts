import assert from 'node:assert/strict';
import { answerText, rows, type EngineOver } from '../sparql/answers.js';
import { assertProblem } from '../support/problems.js';

/** What every engine answers, whatever it is made of. */
export function describeEvaluator(name: string, engineOver: EngineOver): void {
  describe(name, () => {
    const engine = engineOver(`
      :a :p 1, 2 ; :title "un"@fr, "one"@en .
      :b :p 2 ; :title "deux"@fr ; :next :a .
    `);
    const variablesOf = async (text: string) => {
      const result = await engine.execute({ text });
      return result.type === 'solutions' ? result.variables : result.type;
    };

    it('answers the forms of query', async () => {
      assert.deepEqual(await rows(engine, 'SELECT ?o { <http://e/b> <http://e/p> ?o }'), ['2']);
      assert.deepEqual(await rows(engine, 'ASK { ?s <http://e/p> 2 }'), ['true']);
      assert.deepEqual(await rows(engine, 'ASK { ?s <http://e/p> 3 }'), ['false']);
      const graph = await answerText(
        engine,
        { text: 'CONSTRUCT { ?o <http://e/of> ?s } { ?s <http://e/next> ?o }' },
        { graph: 'ntriples' },
      );
      assert.equal(graph, '<http://e/a> <http://e/of> <http://e/b> .\n');
      const described = await answerText(engine, { text: 'DESCRIBE <http://e/b>' }, { graph: 'ntriples' });
      assert.equal(described.trim().split('\n').length, 3);
    });

    for (const [query, variables] of [
      ['SELECT ?z ?a { ?a ?z ?b }', ['z', 'a']],
      ['SELECT ?z ?a { ?a <http://e/none> ?z }', ['z', 'a']],
      ['SELECT DISTINCT ?b { { SELECT ?a ?b { ?a ?p ?b } } } ORDER BY ?b LIMIT 1', ['b']],
      ['SELECT (COUNT(*) AS ?n) ?s { ?s ?p ?o } GROUP BY ?s', ['n', 's']],
      ['SELECT ?not { ?s ?p ?o }', ['not']],
    ] as const)
      it(`names the columns of ${query}, in order, with or without rows`, async () => {
        assert.deepEqual(await variablesOf(query), variables);
      });

    it('names every variable for SELECT *, and none that is out of scope', async () => {
      const variables = await variablesOf(
        'SELECT * { ?s ?p ?o OPTIONAL { ?o ?q ?r } MINUS { ?hidden ?p ?o } { SELECT ?s { ?s ?inner ?o } } }',
      );
      assert.deepEqual([...variables].sort(), ['o', 'p', 'q', 'r', 's']);
    });

    it('resolves relative IRIs, those of IRI() too, against the base of the register', async () => {
      assert.deepEqual(await rows(engine, 'SELECT (IRI("x") AS ?i) (STR(<y>) AS ?j) { }'), [
        'http://localhost:3000/x,http://localhost:3000/y',
      ]);
      assert.deepEqual(await rows(engine, 'BASE <http://e/> SELECT (STR(<y>) AS ?j) { }'), ['http://e/y']);
    });

    it('leaves a variable unbound on an error in an expression, and goes on', async () => {
      assert.deepEqual(
        await rows(
          engine,
          'SELECT ?o (1/(?o - 1) AS ?x) (STRDT("a", "b") AS ?y) { <http://e/a> <http://e/p> ?o }',
        ),
        ['1,,', '2,1.0,'],
      );
      assert.deepEqual(await rows(engine, 'SELECT ?o { ?s <http://e/title> ?o FILTER(?o > 1) }'), []);
    });

    it('gives a graph out as a set', async () => {
      const text = 'CONSTRUCT { <http://e/s> <http://e/p> "x" } { ?s ?p ?o }';
      assert.equal((await answerText(engine, { text }, { graph: 'ntriples' })).split('\n').length, 2);
    });

    for (const expression of [
      'IRI("http://e/> . <http://evil/> <http://evil/> <http://evil/")',
      'IRI("http://e/ a")',
      'STRLANG("a", "en . <http://evil/> <http://evil/> 1")',
      'STRDT("a", IRI("http://e/> . <http://evil/> <http://evil/> <http://evil/"))',
    ])
      it(`makes no statement out of ${expression}`, async () => {
        const text = `CONSTRUCT { <http://e/s> <http://e/p> ?x } { BIND(${expression} AS ?x) }`;
        for (const graph of ['turtle', 'ntriples', 'jsonld', 'rdfxml'] as const)
          assert.doesNotMatch(await answerText(engine, { text }, { graph }), /evil|http:\/\/e\//);
      });

    it('passes on what is wrong with a query', () =>
      assertProblem(() => engine.execute({ text: 'SELECT' }), 'syntax-error', /Line 1/));
  });
}
