import assert from 'node:assert/strict';
import { unknownFunctions } from '../../src/sparql/known-functions.js';
import { parseQuery } from '../../src/sparql/parse.js';
import { baseIRI } from './answers.js';
import { evaluate } from './native/expressions/evaluate.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const unknown = '<http://e/fn>("a", 1)';

describe('functions by their IRI', () => {
  for (const [expression, result] of [
    [unknown, 'error'],
    [`COALESCE(${unknown}, 2)`, '2'],
    [`${unknown} || true`, 'true'],
    [`!${unknown}`, 'error'],
    [`IF(true, 1, ${unknown})`, '1'],
    [`<${xsd}integer>()`, 'error'],
    [`COALESCE(<${xsd}time>("12:00:00", "x"), "caught")`, '"caught"'],
    [`COALESCE(<${xsd}noType>("x"), "caught")`, '"caught"'],
  ] as const)
    it(`that are not known are errors of the expression, not of the query: ${expression}`, () => {
      assert.equal(evaluate(expression), result);
    });

  it('that are not known are told of by name, wherever they stand', () => {
    const { algebra } = parseQuery(
      `SELECT (<http://e/a>(?s) AS ?x) { ?s ?p ?o FILTER(EXISTS { ?s ?p ?o FILTER(<http://e/b>(<http://e/a>(?o))) } || <${xsd}date>(?o)) }`,
      baseIRI,
    );
    assert.deepEqual(unknownFunctions(algebra).sort(), ['http://e/a', 'http://e/b']);
  });
});
