import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../src/sparql/parse.js';

const prologue = 'PREFIX e: <http://e/> PREFIX : <http://d/> PREFIX dbr: <http://dbpedia.org/resource/>';

/** All IRIs of a query, in the order of the algebra. */
function irisOf(pattern: string): string[] {
  const { algebra } = parseQuery(`${prologue} ASK { ${pattern} }`, 'http://b/');
  const found = JSON.stringify(algebra).matchAll(/"termType":"NamedNode","value":"((?:[^"\\]|\\.)*)"/g);
  return [...found].map(([, iri]) => JSON.parse(`"${iri}"`) as string);
}

/** Every character that PN_LOCAL_ESC allows (SPARQL 1.1 Query section 19.8). */
const escapable = [..."_~.-!$&'()*+,;=/?#@%"];

describe('a prefixed name', () => {
  for (const [name, iri] of [
    ['e:a\\(b\\)', 'http://e/a(b)'],
    ['e:Carte_\\(jeu\\)', 'http://e/Carte_(jeu)'],
    ['e:x\\/y', 'http://e/x/y'],
    ['e:\\#x', 'http://e/#x'],
    ["e:l\\'eau", "http://e/l'eau"],
    ['dbr:Category:Physics', 'http://dbpedia.org/resource/Category:Physics'],
    ['e:a:b:c', 'http://e/a:b:c'],
    ['e::a', 'http://e/:a'],
    [':a:b', 'http://d/a:b'],
    ['e::', 'http://e/:'],
    ['e:%41', 'http://e/%41'],
    ['e:\\%41', 'http://e/%41'],
    ['e:', 'http://e/'],
    [':', 'http://d/'],
  ] as const)
    it(`${name} is <${iri}> (SPARQL 1.1 Query section 4.1.1.1)`, () => {
      assert.deepEqual(irisOf(`${name} ?p ?o`), [iri]);
    });

  it('is read alike as predicate, in a path, as a datatype, a function, a graph and a value', () => {
    const name = 'e:a\\,b:c';
    const iri = 'http://e/a,b:c';
    assert.deepEqual(irisOf(`?s ${name} ?o`), [iri]);
    assert.deepEqual(irisOf(`?s ${name}+ ?o`), [iri]);
    assert.deepEqual(irisOf(`?s ?p "x"^^${name}`), [iri]);
    assert.deepEqual(irisOf(`GRAPH ${name} { ?s ?p ?o }`), [iri]);
    assert.deepEqual(irisOf(`VALUES ?s { ${name} }`), [iri]);
  });

  it('may have any escape at any place', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', '7', ':', 'é', '_'),
      fc.constantFrom(...escapable).map(one => `\\${one}`),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), pieces => {
        const local = pieces.map(one => one.replace('\\', '')).join('');
        assert.deepEqual(irisOf(`?s e:${pieces.join('')} ?o`), [`http://e/${local}`]);
      }),
    );
  });
});
