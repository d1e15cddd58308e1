import type { Measured } from './measure.js';
import type { Comparison, Query } from './queries.js';

/** Peers that gave different answers to a query. */
export interface Disagreement {
  readonly query: string;
  /** Peers that agree with one another, with the number of their rows and a row that the first group has not. */
  readonly groups: readonly {
    readonly peers: readonly string[];
    readonly rows: number;
    readonly odd?: string;
  }[];
}

const keys: Readonly<Record<Comparison, (rows: readonly string[]) => string>> = {
  rows: rows => [...rows].sort().join('\n'),
  order: rows => rows.join('\n'),
  count: rows => String(rows.length),
  nothing: () => '',
};

/** The queries to which the peers gave different answers. */
export function disagreements(queries: readonly Query[], measured: readonly Measured[]): Disagreement[] {
  return queries.flatMap(query => {
    const groups = groupsOf(query, measured);
    return groups.length > 1 ? [{ query: query.name, groups }] : [];
  });
}

function groupsOf({ name, comparison }: Query, measured: readonly Measured[]): Disagreement['groups'] {
  const groups = new Map<string, { peers: string[]; all: readonly string[] }>();
  for (const { peer, outcomes } of measured) {
    const outcome = outcomes.get(name);
    if (outcome?.type !== 'answered') continue;
    const key = keys[comparison](outcome.rows);
    const group = groups.get(key) ?? { peers: [], all: outcome.rows };
    group.peers.push(peer);
    groups.set(key, group);
  }
  const [first] = groups.values();
  const expected = new Set(first?.all);
  return Array.from(groups.values(), ({ peers, all }) => {
    const odd = all.find(row => !expected.has(row));
    return { peers, rows: all.length, ...(odd === undefined ? {} : { odd }) };
  });
}
