import assert from 'node:assert/strict';
import { Problem } from '../../src/errors.js';
import { readArguments } from '../../src/http/query-arguments.js';
import { Identifiers } from '../../src/register/identifiers.js';
import { toQueryFile } from '../../src/sparql/query-file.js';

const source = `#+ summary: Which?
#+ internal: true
#+ parameters:
#+   word:
#+     type: text
#+     description: Word
#+   day:
#+     type: date
#+     description: Day
#+     default: today
#+   lang:
#+     type: language
#+     description: Language
SELECT ?s { ?s ?p ?word , ?day , ?lang }`;
const reader = {
  language: 'en',
  identifiers: new Identifiers('http://localhost:3000'),
  today: '2026-11-22',
} as const;

describe('arguments of a stored query', () => {
  const query = toQueryFile('x.rq', source);

  it('are asked for when they have no default, saying what they take', () => {
    assert.throws(
      () => readArguments(query, new URLSearchParams(), reader),
      (error: unknown) => {
        assert.ok(error instanceof Problem);
        assert.equal(error.status, 400);
        assert.equal(error.members['parameter'], 'word');
        assert.equal(
          error.message,
          'The parameter "word" is missing. It takes a text of 1 to 200 characters.',
        );
        return true;
      },
    );
  });

  it('take the day of the request and the language of the reader where nothing is given', () => {
    const { values, terms } = readArguments(query, new URLSearchParams({ word: 'x' }), reader);
    assert.deepEqual(values, { word: 'x', day: '2026-11-22', lang: 'en' });
    const { day } = terms;
    assert.ok(day?.termType === 'Literal');
    assert.equal(day.datatype.value, 'http://www.w3.org/2001/XMLSchema#date');
  });
});
