import { parseQuery } from '../../src/sparql/parse.js';
import { assertProblem } from '../support/problems.js';
import { baseIRI } from './answers.js';

describe('functions by their IRI', () => {
  for (const [expression, told] of Object.entries({
    '<http://e/fn>(?s)': /The function <http:\/\/e\/fn> is not known here/,
    'COALESCE(<http://e/fn>(?s, 1), 2)': /is not known here/,
    'EXISTS { ?s ?p ?o FILTER(<http://e/fn>(?o)) }': /is not known here/,
    '<http://www.w3.org/2001/XMLSchema#gYear>(?s)': /XMLSchema#gYear> is not known here/,
    '<http://www.w3.org/2001/XMLSchema#integer>()': /takes one argument, and here it has 0/,
    '<http://www.w3.org/2001/XMLSchema#time>(?s, ?p)': /takes one argument, and here it has 2/,
  }))
    it(`are refused when nothing here evaluates them: ${expression}`, () =>
      assertProblem(
        () => parseQuery(`SELECT * { ?s ?p ?o FILTER(${expression}) }`, baseIRI),
        'refused',
        told,
      ));

  it('are taken when they are casts that one engine or the other has', () => {
    for (const name of ['string', 'date', 'time', 'duration', 'dayTimeDuration', 'yearMonthDuration'])
      parseQuery(`SELECT (<http://www.w3.org/2001/XMLSchema#${name}>("x") AS ?x) {}`, baseIRI);
  });
});
