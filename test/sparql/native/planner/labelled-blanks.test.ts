import assert from 'node:assert/strict';
import { ask, tryExamples } from './ask.js';

const data = ':a :t "x", "y" . :b :t "x" .';
const count = 'SELECT (COUNT(DISTINCT ?n) AS ?c) (COUNT(?n) AS ?all)';

describe('BNODE of a text', () => {
  tryExamples(
    [
      {
        it: 'is another blank node in each solution, equal ones too',
        query: `${count} { { ?s :t ?t } UNION { ?s :t ?t } BIND(BNODE("x") AS ?n) }`,
        rows: ['6 6'],
      },
      {
        it: 'is the same for the same text in one solution, and another for another',
        query:
          'SELECT ?s ?t ?same ?other { ?s :t ?t BIND(BNODE("x") AS ?m) BIND(BNODE(?t) AS ?n) BIND(?m = ?n AS ?same) BIND(isBlank(?n) && BNODE("z") != ?n AS ?other) }',
        rows: [':a x true true', ':a y false true', ':b x true true'],
      },
      {
        it: 'is the same in FILTER, SELECT and ORDER BY of one pattern',
        query:
          'SELECT ?s ?t (?m = BNODE(?t) AS ?same) { ?s :t ?t BIND(BNODE("x") AS ?m) FILTER(BNODE("x") = ?m && ?m = BNODE("x")) } ORDER BY (?m = BNODE(?t)) DESC(?s)',
        rows: [':a y false', ':b x true', ':a x true'],
        ordered: true,
      },
      {
        it: 'is another one where solutions were joined in between',
        query: `${count} { ?s :t "x" BIND(BNODE("x") AS ?m) ?s :t ?t BIND(BNODE("x") AS ?n) FILTER(?m != ?n) }`,
        rows: ['3 3'],
      },
      {
        it: 'is one for each solution of its group, however often these are joined',
        query: `${count} { ?s :t ?t { ?u :t ?v BIND(BNODE("x") AS ?n) } OPTIONAL { BIND(BNODE("x") AS ?m) FILTER(?m = ?n) } }`,
        rows: ['3 9'],
      },
      {
        it: 'is made of groups and in sub-queries',
        query: `${count} { { SELECT (BNODE(STR(COUNT(*))) AS ?n) { ?s :t ?t } GROUP BY ?s } UNION { SELECT ?n { ?s :t ?t } GROUP BY (BNODE("x") AS ?n) } }`,
        rows: ['5 5'],
      },
      {
        it: 'is none for what is no plain text',
        query: 'SELECT (BNODE(1) AS ?x) (BNODE("x"@en) AS ?y) (BNODE(?u) AS ?z) (BNODE(:a) AS ?w) {}',
        rows: ['- - - -'],
      },
      {
        it: 'shows no variable of its own',
        query: 'SELECT (COUNT(DISTINCT *) AS ?n) { SELECT * { ?s :t ?t FILTER(BNODE("x") = BNODE("x")) } }',
        rows: ['3'],
      },
    ].map(example => ({ clause: 'section 17.4.2.9', data, ...example })),
  );

  it('is none of the data', async () => {
    // Whatever number the text has among the terms, there is a node with the label made of it.
    const labels = Array.from({ length: 200 }, (_, i) => `_:q1_${i}`);
    const taken = `:a :t "x" . ${labels.join(' :p 1 . ')} :p 1 .`;
    const [label = ''] = await ask(taken, 'SELECT (BNODE("x") AS ?n) {}');
    assert.ok(!labels.includes(label), label);
    assert.ok(
      labels.some(one => label.startsWith(one)),
      label,
    );
    assert.deepEqual(await ask(taken, 'SELECT * { BIND(BNODE("x") AS ?s) ?s :p 1 }'), []);
  });
});
