import assert from 'node:assert/strict';
import { Algebra, algebraUtils } from '@traqula/algebra-transformations-1-2';
import { isFresh } from '../../../../src/sparql/fresh-variables.js';
import { rewritePaths } from '../../../../src/sparql/native/paths/rewrite.js';
import { parseQuery } from '../../../../src/sparql/parse.js';

function rewrite(where: string): Algebra.Operation {
  const { algebra } = parseQuery(`PREFIX : <http://e/> SELECT * { ${where} }`, 'http://e/');
  return (rewritePaths(algebra) as Algebra.Project).input;
}

/** The kinds of path that are left. */
function pathsIn(algebra: Algebra.Operation): string[] {
  const found: string[] = [];
  algebraUtils.visitOperation(algebra, {
    [Algebra.Types.PATH]: { visitor: ({ predicate }) => found.push(predicate.type) },
  });
  return found.sort();
}

describe('rewritePaths', () => {
  it('leaves closures and negated property sets only', () => {
    assert.deepEqual(pathsIn(rewrite('?x (:a/(:b|^:c)/:d)|^(:a|:b) ?y')), []);
    assert.deepEqual(pathsIn(rewrite('?x (:a|!(:b|^:c))/^:d*/(:e/:f)+/:g? ?y')), [
      'OneOrMorePath',
      'ZeroOrMorePath',
      'ZeroOrOnePath',
      'nps',
      'nps',
    ]);
    assert.deepEqual(pathsIn(rewrite('?x :a ?y FILTER EXISTS { ?x :b|:c ?y }')), []);
  });

  it('puts the triple patterns of a join together', () => {
    const bgp = rewrite('?x :a ?y . ?y (:b/^:c)|(:d/:e) ?z . ?z ^(:f/:g) ?u') as Algebra.Join;
    assert.deepEqual(
      bgp.input.map(({ type }) => type),
      ['bgp', 'union'],
    );
    assert.equal((bgp.input[0] as Algebra.Bgp).patterns.length, 3);
  });

  it('names variables as no query can, each sequence its own', () => {
    const names = new Set<string>();
    algebraUtils.visitOperation(rewrite('{ ?x (:a/:b)|:c ?y } UNION { ?x :d|(:e/:f/:g) ?y }'), {
      [Algebra.Types.PATTERN]: {
        visitor: ({ subject, object }) => {
          for (const term of [subject, object])
            if (term.termType === 'Variable' && isFresh(term)) names.add(term.value);
        },
      },
    });
    assert.equal(names.size, 3);
    for (const name of names) assert.throws(() => parseQuery(`SELECT ?${name} { }`, 'http://e/'));
  });

  it('refuses paths of very many alternatives', () => {
    const path = Array.from({ length: 2_001 }, (_, i) => `:p${i}`).join('|');
    assert.throws(() => rewrite(`?x ${path} ?y`), { kind: 'path-limit' });
  });
});
