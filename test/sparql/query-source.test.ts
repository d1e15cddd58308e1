import assert from 'node:assert/strict';
import { ComunicaEngine } from '../../src/sparql/comunica-engine.js';
import type { DefaultGraph } from '../../src/sparql/dataset.js';
import type { Execution } from '../../src/sparql/evaluator.js';
import type { StepReport } from '../../src/sparql/native/explain.js';
import { Profiler } from '../../src/sparql/profile.js';
import { snapshotOf } from '../../src/store/build-snapshot.js';
import { answerText, baseIRI, trig } from './answers.js';
import { notNative } from './not-native.js';

const quads = trig(`
    ${Array.from({ length: 200 }, (_, i) => `:s${i} :p ${i % 20} ; :next :s${i + 1} ; a :T${i % 3} .`).join('\n')}
    :s1 :title "un"@fr, "one"@en ; :like "^u" . :s2 :title "deux"@fr ; :like "x$" . :s4 :title "quatre" .
    :s1 :has _:b1 . :s2 :has _:b2 . _:b1 :p 1 ; :title "b" . _:b2 :p 2 .
    :claim :says <<( :s1 :next :s2 )>> , <<( _:b1 :p 1 )>> ; :by :s1 .
    GRAPH :g { :g :p 7 . :s1 :p 100 ; :next :s2 . :s3 :says <<( :s1 :p 100 )>> . }
    GRAPH :h { :s1 :p 200 . :g :p 300 . }
    GRAPH :s1 { :s1 :next :s2 . }
  `);
const snapshot = snapshotOf(quads);

const engineOf = (options: { readonly memoryBound?: number; readonly defaultGraph?: DefaultGraph }) =>
  new ComunicaEngine({ defaultGraph: 'union', baseIRI, ...options });

const plain = engineOf({});
const withParts = engineOf({ memoryBound: 100_000_000 });

/** Stands before each REGEX, which is left to Comunica then. */
const unknown = `${notNative('s')} = `;

/** The rows or triples of an answer, sorted, and the parts that were evaluated natively. */
async function asked(text: string, engine = withParts, data = snapshot) {
  const query = text.replaceAll('REGEX(', `${unknown}REGEX(`);
  const profiler = new Profiler();
  const over = { execute: (execution: Execution) => engine.execute(execution, data) };
  const formats = { solutions: 'csv', graph: 'ntriples' } as const;
  const lines = (await answerText(over, { text: query, profiler }, formats)).trimEnd().split(/\r?\n/);
  const found = (/\b(?:CONSTRUCT|DESCRIBE)\b/.test(query) ? lines : lines.slice(1)).sort();
  return { found, ...profiler.profile };
}

/** Names of the steps of a plan, the last one first. */
function stepsOf({ name, inputs }: StepReport): string[] {
  return [name, ...inputs.flatMap(stepsOf)];
}

/** Queries that are not native as a whole, for the sake of REGEX. */
const queries: readonly string[] = [
  'SELECT ?s ?t { ?s :title ?t ; :like ?l ; :p ?n FILTER(REGEX(?t, ?l)) FILTER(?n > 0) }',
  'SELECT ?s ?t { ?s :title ?t ; :like ?l FILTER(!REGEX(STR(?t), ?l) || ?s = :s4) }',
  'SELECT ?s ?n (REGEX("x", ?l) AS ?r) { ?s :p ?n OPTIONAL { ?s :like ?l } FILTER(?n < 3) }',
  'SELECT ?s ?l { ?s :p ?n OPTIONAL { ?s :like ?l ; :title ?t FILTER(REGEX(?t, ?l) && ?n = 1) } FILTER(?n < 4) }',
  'SELECT ?s { { ?s :title "un"@fr } UNION { ?s :like ?l FILTER(REGEX("xx", ?l)) } UNION { ?s :p 19 } }',
  'SELECT ?s { ?s :p ?n MINUS { ?s :like ?l FILTER(REGEX("xx", ?l)) } FILTER(?n <= 2) }',
  'SELECT ?s { ?s a :T1 ; :p ?n FILTER NOT EXISTS { ?s :like ?l FILTER(REGEX("ux", ?l)) } FILTER(?n < 5) }',
  'SELECT ?t (COUNT(*) AS ?n) { ?s a ?t OPTIONAL { ?s :like ?l } BIND(COALESCE(REGEX("x", ?l), false) AS ?r) } GROUP BY ?t ?r',
  'SELECT ?s ?r { { SELECT ?s ?l { ?s :like ?l } ORDER BY DESC(?s) LIMIT 1 } BIND(REGEX("xx", ?l) AS ?r) }',
  'SELECT ?s ?r { ?s :p ?n BIND(REGEX("x", STR(?n)) AS ?r) FILTER(?n < 3 || !BOUND(?r)) FILTER(?n < 5) FILTER(!?r) }',
  'SELECT ?s ?r { ?s :p ?n BIND(REGEX("x", STR(?n)) AS ?r) FILTER EXISTS { ?s :p ?m FILTER(?m < 3 && !?r) } }',
  'SELECT ?a ?o { ?a :next+ ?b . ?b :like ?l ; :p ?o FILTER(REGEX("xx", ?l)) FILTER(?o = 2) }',
  'SELECT ?x ?o ?n { :claim :says <<( ?x :next ?o )>> . ?x :p ?n ; :like ?l FILTER(?n = 1) FILTER(REGEX("ux", ?l)) }',
  'SELECT ?x ?o ?t { :claim :says <<( ?x :p ?o )>> ; :by ?s . ?x :title ?t . ?s :next ?z FILTER(REGEX("b", ?t)) }',
  'SELECT ?x ?s { :claim :says <<( ?x ?p ?o )>> . ?s :has ?x . ?x :p ?o FILTER(REGEX("1", STR(?o))) }',
  'SELECT ?s ?n { ?s :says <<( ?x ?p ?n )>> . ?any a :T2 ; :p ?n OPTIONAL { ?x :like ?l FILTER(REGEX("ux", ?l)) } }',
  'SELECT ?g ?s ?n { GRAPH ?g { ?s :p ?n OPTIONAL { ?s :next ?z } } OPTIONAL { ?s :like ?l } FILTER(REGEX("ux", ?l)) }',
  'SELECT ?n { GRAPH :g { ?s :p ?n } ?s :like ?l FILTER(REGEX("ux", ?l)) }',
  'SELECT ?g ?x ?n { GRAPH ?g { ?s :says <<( ?x :p ?n )>> . ?x :next ?y } FILTER(!REGEX("2", STR(?n))) }',
  'SELECT ?g ?s { GRAPH ?g { ?s (:next|:p)+ ?o } BIND(REGEX("ux", STR(?o)) AS ?r) FILTER(!?r) }',
  'SELECT ?s { ?s :has ?b . ?b :p ?n . ?s :like ?l FILTER(REGEX("ux", ?l)) FILTER(isBlank(?b)) }',
  'SELECT (COUNT(DISTINCT ?b) AS ?n) { ?s :title ?t ; :like ?l BIND(REGEX(?t, ?l) AS ?r) BIND(BNODE() AS ?b) }',
  'SELECT (COUNT(DISTINCT ?b) AS ?n) { ?s a :T1 BIND(BNODE() AS ?b) OPTIONAL { ?s :like ?l FILTER(REGEX("u", ?l)) } }',
  'SELECT (?a = ?b AS ?same) { BIND(NOW() AS ?a) { SELECT (NOW() AS ?b) {} } OPTIONAL { ?s :like ?l FILTER(REGEX("zzz", ?l)) } }',
  'SELECT ?s ?z { ?s :like ?l FILTER(REGEX("ux", ?l)) VALUES (?s ?z) { (:s1 UNDEF) (UNDEF 2) (:s9 3) } }',
  'SELECT ?g ?n { GRAPH ?g { ?g :p ?n } ?s :like ?l FILTER(REGEX("ux", ?l)) }',
  'SELECT ?g ?p { GRAPH ?g { ?g ?p ?n . ?s :next ?z } ?s :like ?l FILTER(REGEX("ux", ?l)) }',
  'CONSTRUCT { ?s :liked ?n } { ?s :p ?n ; :like ?l FILTER(REGEX("ux", ?l)) }',
  'DESCRIBE ?s { ?s :p ?n ; :like ?l FILTER(REGEX("ux", ?l)) }',
  'ASK { ?s :title ?t ; :like ?l FILTER(REGEX(?t, ?l)) }',
  'SELECT * { { ?s :like ?l FILTER(REGEX("ux", ?l)) } { ?u :title "quatre" } }',
];

describe('the parts of a query that Comunica has evaluated natively', () => {
  const prologue = 'PREFIX : <http://e/> ';

  for (const query of queries)
    it(`leave the answer as it is: ${query}`, async () => {
      const { found, engine } = await asked(prologue + query);
      assert.equal(engine, 'comunica');
      assert.deepEqual(found, (await asked(prologue + query, plain)).found);
    });

  it('are planned without a look at all of the register', async () => {
    let copies = 0;
    const watched = Object.defineProperty(snapshotOf(quads), 'everything', {
      enumerable: true,
      get: () => (copies += 1),
    });
    // Two of them show whether any is: a join, and an OPTIONAL that is asked for each solution.
    for (const query of [queries[0], queries[3]])
      await asked(`${prologue}${query ?? ''}`, withParts, watched);
    assert.equal(copies, 0);
  });

  it('are the same over the strict default graph', async () => {
    const query = `${prologue} SELECT ?n ?g { ?s :p ?n ; :like ?l FILTER(REGEX("ux", ?l)) OPTIONAL { GRAPH ?g { ?s :p ?m } } }`;
    const [strict, other] = await Promise.all(
      [{ memoryBound: 1_000_000 }, {}].map(options =>
        asked(query, engineOf({ ...options, defaultGraph: 'own' })),
      ),
    );
    assert.deepEqual(strict?.found, ['1,http://e/g', '1,http://e/h', '2,']);
    assert.deepEqual(other?.found, strict.found);
  });

  it('are the whole join with the condition that is known, under one that is not', async () => {
    const { pushed = [], reason } = await asked(`${prologue}${queries[0] ?? ''}`);
    assert.match(reason ?? '', /inside EXISTS/);
    const [part, ...others] = pushed;
    assert.deepEqual(others, []);
    const steps = part ? stepsOf(part) : [];
    assert.deepEqual(
      ['index join', 'filter'].map(name => steps.filter(step => step === name).length),
      [3, 1],
    );
    assert.equal(part?.rows, 7);
  });

  it('are the patterns beside one that is not known, with the conditions on them', async () => {
    const { pushed = [] } = await asked(
      `${prologue} SELECT * { GRAPH ?g { ?g :p ?n } ?c :by ?s . ?s :like ?l FILTER(STRLEN(?l) = 2) FILTER(?g != ?s) }`,
    );
    assert.equal(pushed.length, 1);
    const steps = pushed.flatMap(stepsOf).sort();
    assert.deepEqual(steps, ['filter', 'index join', 'index join']);
  });

  it('have the conditions that do not read what a BIND binds', async () => {
    const { pushed = [], found } = await asked(
      `${prologue} SELECT ?s ?l ?r { ?s :like ?l BIND(REGEX("ux", ?l) AS ?r) FILTER(STRLEN(?l) = 2) FILTER(?r) FILTER(?s != :s9) }`,
    );
    assert.deepEqual(found, ['http://e/s1,^u,true', 'http://e/s2,x$,true']);
    assert.deepEqual(pushed.flatMap(stepsOf).sort(), ['filter', 'filter', 'index join']);
  });

  it('are kept apart where they share no variable', async () => {
    const { pushed = [], found } = await asked(
      `${prologue} SELECT * { GRAPH ?x { ?x :next ?y } ?x :like ?l . ?y :title ?t }`,
    );
    assert.equal(found.length, 1);
    for (const part of pushed) assert.deepEqual(stepsOf(part), ['index join']);
  });

  it('are GRAPH with a variable around a sub-query, whatever is unknown outside', async () => {
    const count = 'GRAPH ?g { SELECT (COUNT(*) AS ?c) { ?s :p ?n } }';
    const filtered = `SELECT ?g ?c { ${count} FILTER(!REGEX("x", STR(?g))) }`;
    assert.deepEqual((await asked(prologue + filtered)).found, [
      'http://e/g,2',
      'http://e/h,2',
      'http://e/s1,0',
    ]);
    const inExists = `SELECT ?l { ?s :like ?l FILTER(REGEX("ux", ?l)) FILTER EXISTS { ${count} FILTER(?c = 2) } }`;
    assert.deepEqual((await asked(prologue + inExists)).found, ['^u', 'x$']);
    const nested = `SELECT ?c { GRAPH ?h { ?t :next ?u ${count} } FILTER(!REGEX("x", STR(?t))) }`;
    assert.deepEqual((await asked(prologue + nested)).found, ['0', '0', '2', '2', '2', '2']);
  });

  for (const [pattern, names, rows] of [
    [
      'GRAPH ?g { SELECT (COUNT(*) AS ?c) { ?s :p ?n FILTER(REGEX(STR(?n), "^[17]")) } }',
      '?g ?c',
      ['http://e/g,2', 'http://e/h,0', 'http://e/s1,0'],
    ],
    [
      'GRAPH ?g { { SELECT ?s { ?s :p ?n } ORDER BY ?n LIMIT 1 } ?s :p ?m FILTER(REGEX(STR(?m), "^[0-9]")) }',
      '?g ?m',
      ['http://e/g,7', 'http://e/h,200'],
    ],
    ['GRAPH ?g { SELECT ?g { ?g :p ?n FILTER(REGEX(STR(?n), "0$")) } }', '?g', []],
    [
      'GRAPH ?g { GRAPH ?h { SELECT (COUNT(*) AS ?c) { ?s :p ?n FILTER(REGEX(STR(?n), "00")) } } ?s :next ?t }',
      '?g ?h ?c',
      [
        'g,http://e/g,1',
        'g,http://e/h,2',
        'g,http://e/s1,0',
        's1,http://e/g,1',
        's1,http://e/h,2',
        's1,http://e/s1,0',
      ].map(row => `http://e/${row}`),
    ],
    [
      '?s :like ?l FILTER(EXISTS { GRAPH ?g { SELECT (COUNT(*) AS ?c) { ?x :p ?m } } FILTER(?c = 2) } || REGEX("none", ?l))',
      '?l',
      ['^u', 'x$'],
    ],
  ] as const)
    it(`leave a sub-query inside GRAPH to others, graph by graph: ${pattern}`, async () => {
      for (const engine of [withParts, plain]) {
        const { found, engine: name } = await asked(`${prologue} SELECT ${names} { ${pattern} }`, engine);
        assert.deepEqual(found, rows);
        assert.equal(name, 'comunica');
      }
      const from = `${prologue} SELECT ${names} FROM NAMED <http://e/none> { ${pattern} }`;
      assert.deepEqual((await asked(from)).found, []);
    });

  it('stop at the bound on memory', async () => {
    const query = `${prologue} SELECT DISTINCT ?s ?o ?r { { SELECT DISTINCT ?s ?o { ?s :p ?n . ?o :p ?m } } ?z :like ?l BIND(REGEX("ux", ?l) AS ?r) }`;
    await assert.rejects(asked(query, engineOf({ memoryBound: 10_000 })), /memory/);
  });
});
