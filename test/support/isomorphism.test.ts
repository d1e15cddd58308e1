import assert from 'node:assert/strict';
import { Parser } from 'n3';
import { isomorphic } from './isomorphism.js';

const graph = (text: string) => new Parser({ baseIRI: 'http://e/' }).parse(text);

const same: readonly (readonly [name: string, left: string, right: string])[] = [
  ['order and repetition', '<a> <b> 1, 2 .', '<a> <b> 2, 1, 1 .'],
  ['labels', '_:a <p> _:b .', '_:x <p> _:y .'],
  ['a cycle', '_:a <p> _:b . _:b <p> _:c . _:c <p> _:a .', '_:c <p> _:a . _:a <p> _:b . _:b <p> _:c .'],
  ['twins', '<s> <p> [], [] . ', '<s> <p> _:u, _:v .'],
];

const different: readonly (readonly [name: string, left: string, right: string])[] = [
  ['a literal', '<a> <b> "1" .', '<a> <b> 1 .'],
  ['a language', '<a> <b> "1"@fr .', '<a> <b> "1"@en .'],
  ['one blank node and two', '<a> <b> [], [] .', '<a> <b> [] .'],
  ['a cycle of three and two loops', '_:a <p> _:b . _:b <p> _:a .', '_:a <p> _:a . _:b <p> _:b .'],
  [
    'a ring of six and two of three',
    '_:a <p> _:b . _:b <p> _:c . _:c <p> _:d . _:d <p> _:e . _:e <p> _:f . _:f <p> _:a .',
    '_:a <p> _:b . _:b <p> _:c . _:c <p> _:a . _:d <p> _:e . _:e <p> _:f . _:f <p> _:d .',
  ],
  ['a blank node and an IRI', '<a> <b> [] .', '<a> <b> <c> .'],
];

describe('isomorphic', () => {
  for (const [name, left, right] of same)
    it(`passes over ${name}`, () => {
      assert.ok(isomorphic(graph(left), graph(right)));
    });
  for (const [name, left, right] of different)
    it(`tells apart ${name}`, () => {
      assert.ok(!isomorphic(graph(left), graph(right)));
    });
});
