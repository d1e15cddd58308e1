import assert from 'node:assert/strict';
import { literal } from '../../src/rdf/terms.js';
import type { DatasetClause } from '../../src/sparql/dataset.js';
import { answerText, baseIRI, rows, type EngineOver } from '../sparql/answers.js';
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
      assert.deepEqual(variables, ['s', 'p', 'o', 'q', 'r']);
      assert.deepEqual(await variablesOf('SELECT * { ?s <http://e/p>/^<http://e/p> [ ?p _:b ] }'), [
        's',
        'p',
      ]);
    });

    it('resolves relative IRIs, those of IRI() too, against the base of the register', async () => {
      assert.deepEqual(await rows(engine, 'SELECT (IRI("x") AS ?i) (STR(<y>) AS ?j) { }'), [
        'http://localhost:3000/x,http://localhost:3000/y',
      ]);
    });

    // SPARQL 1.1 Query sections 4.1.1.2 and 17.4.2.8, RFC 3986 section 5.2.
    it('resolves them against the BASE of the query, where it has one', async () => {
      for (const [query, expected] of [
        ['BASE <http://e/> SELECT (IRI("x") AS ?i) (STR(<y>) AS ?j) { }', 'http://e/x,http://e/y'],
        ['BASE <a/b> SELECT (URI("x") AS ?i) (STR(<y>) AS ?j) { }', `${baseIRI}a/x,${baseIRI}a/y`],
        [
          'BASE <http://e/a/> BASE <b/> SELECT (IRI("x") AS ?i) (<y> AS ?j) { }',
          'http://e/a/b/x,http://e/a/b/y',
        ],
        [
          'BASE <http://e/a/b/> SELECT (IRI("../c#d") AS ?i) (<../c#d> AS ?j) { }',
          'http://e/a/c#d,http://e/a/c#d',
        ],
        ['BASE <http://e/a?b#c> SELECT (IRI("#d") AS ?i) (<#d> AS ?j) { }', 'http://e/a?b#d,http://e/a?b#d'],
        ['BASE <http://e/a> SELECT (IRI("//f/g") AS ?i) (<//f/g> AS ?j) { }', 'http://f/g,http://f/g'],
        [
          'BASE <http://e/> SELECT ?i ?j { { SELECT (IRI("x") AS ?i) { } } BIND(IRI(STR(<y>)) AS ?j) }',
          'http://e/x,http://e/y',
        ],
      ] as const)
        assert.deepEqual(await rows(engine, query), [expected], query);
      assert.deepEqual(
        await rows(engine, {
          text: 'BASE <http://e/> SELECT (IRI(?t) AS ?i) { }',
          bindings: { t: literal('x') },
        }),
        ['http://e/x'],
      );
      const query = 'BASE <http://f/> SELECT ?s { ?s ?p ?o FILTER(?s = IRI("../../a") || ?p = IRI("p")) }';
      assert.deepEqual(await rows(engine, query), []);
      assert.deepEqual(
        await rows(engine, query.replace('http://f/', 'http://e/f/g/')),
        Array(4).fill('http://e/a'),
      );
    });

    // SPARQL 1.1 Query section 18.1.6: blank nodes and steps of a path are in no solution.
    it('counts solutions of the variables that the query writes', async () => {
      for (const [query, expected] of [
        ['SELECT (COUNT(DISTINCT *) AS ?n) { ?s <http://e/p> [] }', '2'],
        ['SELECT (COUNT(DISTINCT *) AS ?n) (COUNT(*) AS ?m) { ?s <http://e/p>/^<http://e/p> ?o }', '4,5'],
        ['SELECT (COUNT(DISTINCT *) AS ?n) { ?s ((<http://e/p>/^<http://e/p>)|<http://e/next>) ?o }', '4'],
        [
          'SELECT ?s (COUNT(DISTINCT *) AS ?n) { ?s <http://e/title> _:t } GROUP BY ?s',
          'http://e/a,1|http://e/b,1',
        ],
        ['SELECT (COUNT(DISTINCT *) AS ?n) { ?s <http://e/p> [] } GROUP BY (STR(?s))', '1|1'],
        ['SELECT (COUNT(DISTINCT *) AS ?n) { ?s <http://e/title> ?t MINUS { ?s <http://e/next> ?x } }', '2'],
        ['SELECT (COUNT(DISTINCT *) AS ?n) { _:b <http://e/title> [] }', '1'],
      ] as const)
        assert.deepEqual(await rows(engine, query), expected.split('|'), query);
    });

    it('tells apart the hidden variables of a query, those around a sub-query too', async () => {
      const around = (inner: string) =>
        `SELECT ?a ?d { ?a <http://e/next>/<http://e/next>? ?b . ${inner} ?c <http://e/p>/^<http://e/p> ?d }`;
      const expected = ['a', 'a', 'a', 'b', 'b'].map(name => `http://e/b,http://e/${name}`);
      assert.deepEqual(await rows(engine, around('')), expected);
      assert.deepEqual(
        await rows(engine, around('{ SELECT ?z { <http://e/b> <http://e/next> ?z } }')),
        expected,
      );
      const user =
        'SELECT ?var0 ?d { ?var0 <http://e/next> ?b { SELECT ?z { <http://e/b> <http://e/next> ?z } } ?c <http://e/p>/^<http://e/p> ?d }';
      assert.deepEqual(await rows(engine, user), expected);
    });

    // SPARQL 1.1 Query sections 13.2 and 16.4.
    it('describes over the default graph that is asked for', async () => {
      const over = engineOver(':a :p 1 . GRAPH :g { :a :p 2 ; :q 3 } GRAPH :h { :a :p 4 . :b :r 5 }');
      const objects = async (text: string, dataset?: DatasetClause) => {
        const execution = { text, ...(dataset ? { dataset } : {}) };
        const triples = await answerText(over, execution, { graph: 'ntriples' });
        return [...triples.matchAll(/"(\d)"/g)]
          .map(([, digit]) => digit)
          .sort()
          .join('');
      };
      assert.equal(await objects('DESCRIBE <http://e/a>'), '1234');
      assert.equal(await objects('DESCRIBE <http://e/a> FROM <http://e/g>'), '23');
      assert.equal(
        await objects('DESCRIBE ?s FROM <http://e/g> FROM <http://e/h> { ?s <http://e/p> 2 }'),
        '234',
      );
      assert.equal(await objects('DESCRIBE <http://e/a> FROM <http://e/none>'), '');
      const named =
        'DESCRIBE ?s FROM <http://e/h> FROM NAMED <http://e/g> { GRAPH ?g { ?s <http://e/p> 2 } }';
      assert.equal(await objects(named), '4');
      assert.equal(
        await objects('DESCRIBE ?s FROM NAMED <http://e/g> { GRAPH ?g { ?s <http://e/p> 2 } }'),
        '',
      );
      assert.equal(await objects('DESCRIBE <http://e/a>', { default: ['http://e/g'], named: [] }), '23');
    });

    it('describes over the graph without a name, when that is the default graph', async () => {
      const over = engineOver(':a :p 1 . GRAPH :g { :a :p 2 }', 'own');
      const described = await answerText(over, { text: 'DESCRIBE <http://e/a>' }, { graph: 'ntriples' });
      assert.equal(described.split('\n').length, 2);
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

    for (const [expression, value] of [
      ['COALESCE(<http://e/fn>(?o), "caught")', 'caught'],
      ['COALESCE(<http://www.w3.org/2001/XMLSchema#gYear>("15"), "caught")', 'caught'],
      ['STR(<http://www.w3.org/2001/XMLSchema#gYear>("2015"))', '2015'],
    ] as const)
      it(`answers ${expression}, in a projection and in a filter`, async () => {
        const pattern = '<http://e/b> <http://e/p> ?o';
        assert.deepEqual(await rows(engine, `SELECT (${expression} AS ?x) { ${pattern} }`), [value]);
        assert.deepEqual(await rows(engine, `SELECT ?o { ${pattern} FILTER(${expression} = "${value}") }`), [
          '2',
        ]);
      });

    it('takes a SERVICE SILENT for one empty solution, and opens no connection', async () => {
      const service = 'SERVICE SILENT <http://127.0.0.1:1/> { ?x ?y ?z SERVICE <http://e/> { ?x ?y ?z } }';
      assert.deepEqual(await rows(engine, `SELECT (COUNT(*) AS ?n) { ${service} }`), ['1']);
      assert.deepEqual(await rows(engine, `SELECT ?o { ${service} <http://e/b> <http://e/p> ?o }`), ['2']);
      assert.deepEqual(await rows(engine, `ASK { FILTER NOT EXISTS { ${service} } }`), ['false']);
    });

    it('passes on what is wrong with a query', () =>
      assertProblem(() => engine.execute({ text: 'SELECT' }), 'syntax-error', /Line 1/));
  });
}
