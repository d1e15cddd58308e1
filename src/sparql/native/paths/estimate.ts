import type { Algebra } from '@traqula/algebra-transformations-1-2';
import type { Snapshot } from '../../../store/snapshot.js';
import { expressionOf, type PathExpression } from './expression.js';

/** How many pairs of nodes a path is expected to lead between, and from and to how many different ones. */
interface Pairs {
  readonly pairs: number;
  readonly starts: number;
  readonly ends: number;
}

/** Steps that a walk along `+` or `*` is expected to take: hierarchies are seldom deeper. */
const expectedSteps = 4;

/**
 * Rows that a path is expected to give for each row that comes in, from the statistics of its predicates.
 * @param startBound whether the row binds the subject
 */
export function estimatePath(
  snapshot: Snapshot,
  path: Algebra.Operation,
  startBound: boolean,
  endBound: boolean,
): number {
  const expression = expressionOf(path, snapshot);
  const { pairs, starts, ends } = pairsOf(expression, snapshot);
  const itself = leadsToItself(expression);
  if (startBound && endBound) return Math.min(1, pairs / Math.max(1, starts * ends));
  if (startBound) return (itself ? 1 : 0) + pairs / Math.max(1, starts);
  if (endBound) return (itself ? 1 : 0) + pairs / Math.max(1, ends);
  return (itself ? nodeCount(snapshot) : 0) + pairs;
}

/** All terms: some are no nodes, but few. */
function nodeCount(snapshot: Snapshot): number {
  return snapshot.dictionary.count;
}

/** Whether a walk of no step matches. These pairs are left out of `pairsOf`, as they say nothing of the others. */
function leadsToItself(path: PathExpression): boolean {
  switch (path.kind) {
    case 'link':
    case 'negated':
      return false;
    case 'inverse':
      return leadsToItself(path.path);
    case 'alternative':
      return path.parts.some(leadsToItself);
    case 'sequence':
      return path.parts.every(leadsToItself);
    case 'repeat':
      return path.zero || leadsToItself(path.path);
  }
}

function pairsOf(path: PathExpression, snapshot: Snapshot): Pairs {
  const within = (part: PathExpression) => pairsOf(part, snapshot);
  switch (path.kind) {
    case 'link': {
      const { triples, subjects, objects } = snapshot.statistics(path.predicate);
      return { pairs: triples, starts: subjects, ends: objects };
    }
    case 'negated': {
      const excluded = path.excluded.reduce((sum, p) => sum + snapshot.statistics(p).triples, 0);
      const pairs = Math.max(0, snapshot.size - excluded);
      const most = Math.min(pairs, nodeCount(snapshot));
      return { pairs, starts: most, ends: most };
    }
    case 'inverse': {
      const { pairs, starts, ends } = within(path.path);
      return { pairs, starts: ends, ends: starts };
    }
    case 'alternative':
      return path.parts.map(within).reduce(either);
    case 'sequence':
      return path.parts.map(within).reduce(joined);
    case 'repeat':
      return path.many ? repeated(within(path.path)) : within(path.path);
  }
}

function either(left: Pairs, right: Pairs): Pairs {
  return {
    pairs: left.pairs + right.pairs,
    starts: left.starts + right.starts,
    ends: left.ends + right.ends,
  };
}

/** As for a join of tables: the side with fewer different keys finds all of them on the other. */
function joined(left: Pairs, right: Pairs): Pairs {
  const pairs = (left.pairs * right.pairs) / Math.max(1, left.ends, right.starts);
  return { pairs, starts: Math.min(left.starts, pairs), ends: Math.min(right.ends, pairs) };
}

function repeated({ pairs, starts, ends }: Pairs): Pairs {
  return { pairs: Math.min(pairs * expectedSteps, starts * ends), starts, ends };
}
