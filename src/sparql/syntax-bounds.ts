import type { SparqlQuery } from '@traqula/rules-sparql-1-2';
import { Problem } from '../errors.js';
import type { Limits } from '../limits.js';
import { tooManyPatterns } from './token-bounds.js';

/** A node of Traqula's syntax tree, or a list of them. */
type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type?: string; readonly subType?: string };

/** Nodes that are planned one by one. */
const planned = new Set(['triple', 'bind', 'filter']);
/** Signs of a path that are no mere link between its steps. */
const pathOperators = new Set(['^', '*', '+', '?']);

/**
 * Refuses a query of too many patterns, or of too long a path, before it is planned. A path counts as so many patterns as
 * it has steps: joins are made of them.
 * @throws Problem `pattern-limit`, `path-limit`
 */
export function assertPatterns(query: SparqlQuery, { queryPatterns, pathSteps }: Limits): void {
  let patterns = 0;
  const waiting: unknown[] = [query];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isNode(node)) continue;
    if (node.type === 'path') {
      const steps = stepsOf(node);
      if (steps > pathSteps) throw tooLong(pathSteps);
      // The pattern that it stands in was counted.
      patterns += steps - 1;
    } else {
      if (planned.has(node.type ?? '') || planned.has(node.subType ?? '')) patterns += 1;
      for (const key of Object.keys(node)) if (key !== 'loc') waiting.push(node[key]);
    }
    if (patterns > queryPatterns) throw tooManyPatterns(queryPatterns);
  }
}

/** IRIs and signs of a path; its depth is bounded by that of brackets. */
function stepsOf(path: SyntaxNode): number {
  if (path.type !== 'path') return 1;
  const own = pathOperators.has(path.subType ?? '') ? 1 : 0;
  return (path['items'] as SyntaxNode[]).reduce((sum, item) => sum + stepsOf(item), own);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null;
}

function tooLong(limit: number): Problem {
  return new Problem(
    'path-limit',
    {
      en: `A property path has more than ${limit} steps, the limit here. Shorten it, or split it by a variable.`,
      fr: `Un chemin de propriétés a plus de ${limit} étapes, la limite ici. Raccourcissez-le, ou coupez-le par une variable.`,
    },
    { limit },
  );
}
