import type { Term } from '@rdfjs/types';
import { AlgebraFactory, algebraUtils, Types, type Algebra } from '@traqula/algebra-transformations-1-2';
import { Problem } from '../../../errors.js';
import { FreshVariables } from '../../fresh-variables.js';

const factory = new AlgebraFactory();
const maxAlternatives = 2_000;

/** A query that is asked again comes with the same algebra. */
const known = new WeakMap<Algebra.Operation, Algebra.Operation>();

/**
 * Makes joins, unions and triple patterns of all that paths can do without a search (SPARQL 1.1 Query section 18.2.2.4):
 * what stays are closures and negated property sets.
 * @throws Problem `bad-request` when a path has too many alternatives.
 */
export function rewritePaths(algebra: Algebra.Operation): Algebra.Operation {
  const before = known.get(algebra);
  if (before) return before;
  const after = withoutPaths(algebra);
  known.set(algebra, after);
  return after;
}

function withoutPaths(algebra: Algebra.Operation): Algebra.Operation {
  const fresh = new FreshVariables('path');
  return algebraUtils.mapOperation<'unsafe', Algebra.Operation>(algebra, {
    [Types.PATH]: {
      preVisitor: () => ({ continue: false }),
      transform: path => rewritten(path, fresh),
    },
    [Types.JOIN]: { transform: ({ input }) => joinOf(input) },
  });
}

function rewritten(path: Algebra.Path, fresh: FreshVariables): Algebra.Operation {
  const { subject, object, graph } = path;
  const { predicate } = path;
  const again = (from: Term, part: Algebra.Operation, to: Term) =>
    rewritten(factory.createPath(from, part as typeof predicate, to, graph) as Algebra.Path, fresh);
  switch (predicate.type) {
    case Types.LINK:
      return factory.createBgp([factory.createPattern(subject, predicate.iri, object, graph)]);
    case Types.INV:
      return again(object, predicate.path, subject);
    case Types.ALT:
      assertFew(predicate.input.length);
      return factory.createUnion(predicate.input.map(part => again(subject, part, object)));
    case Types.SEQ: {
      const between = predicate.input.slice(1).map(() => fresh.next());
      const nodes = [subject, ...between, object];
      return joinOf(predicate.input.map((part, i) => again(nodes[i] as Term, part, nodes[i + 1] as Term)));
    }
    default:
      return path;
  }
}

function assertFew(alternatives: number): void {
  if (alternatives > maxAlternatives)
    throw new Problem(
      'bad-request',
      {
        en: `A property path has more than ${maxAlternatives} alternatives. Use fewer.`,
        fr: `Un chemin de propriétés a plus de ${maxAlternatives} branches. Prenez-en moins.`,
      },
      {
        limit: maxAlternatives,
      },
    );
}

/** A join without joins in it, and with its triple patterns in one basic graph pattern. */
function joinOf(parts: readonly Algebra.Operation[]): Algebra.Operation {
  const flat = parts.flatMap(part => (part.type === Types.JOIN ? part.input : [part]));
  const patterns: Algebra.Pattern[] = [];
  const others: Algebra.Operation[] = [];
  for (const part of flat) {
    if (part.type === Types.BGP) patterns.push(...part.patterns);
    else others.push(part);
  }
  if (patterns.length > 0) others.unshift(factory.createBgp(patterns));
  return others.length === 1 && others[0] ? others[0] : factory.createJoin(others);
}
