import type { ProblemKind } from './errors.js';

/** A bound on what outsiders may ask for. Each is a setting of the same name. */
export interface Limit {
  readonly standard: number;
  /** The values that the setting takes. */
  readonly range: readonly [least: number, most: number];
  /** What is bounded, and what it is counted in. */
  readonly note: string;
  /** The type of the problem that tells who meets the bound; absent where the connection is cut instead. */
  readonly problem?: ProblemKind;
}

const million = 1_000_000;

/** Of one query: its text, what it makes and what it takes. */
const ofQueries = {
  queryTimeoutMs: {
    standard: 30_000,
    range: [100, 3_600_000],
    note: 'milliseconds after which a query is stopped',
    problem: 'time-limit',
  },
  tokenLength: {
    standard: 50_000,
    range: [1_000, 300_000],
    note: 'characters of one word, IRI or text in a query',
    problem: 'token-limit',
  },
  queryTokens: {
    standard: 50_000,
    range: [1_000, 300_000],
    note: 'words, texts, numbers and signs of a query',
    problem: 'too-large',
  },
  queryPatterns: {
    standard: 1_000,
    range: [10, 100_000],
    note: 'triple patterns, steps of paths, groups, BINDs and FILTERs of a query',
    problem: 'pattern-limit',
  },
  pathSteps: {
    standard: 200,
    range: [10, 10_000],
    note: 'IRIs and signs of a property path',
    problem: 'path-limit',
  },
  textLength: {
    standard: million,
    range: [1_000, 100 * million],
    note: 'characters of a text that an expression makes',
    problem: 'text-limit',
  },
  numberDigits: {
    standard: 10_000,
    range: [40, million],
    note: 'digits of a number that an expression reads or makes',
    problem: 'number-limit',
  },
  groupMembers: {
    standard: million,
    range: [1_000, 1_000 * million],
    note: 'values that GROUP_CONCAT joins in one group',
    problem: 'group-limit',
  },
  productRows: {
    standard: 10_000 * million,
    range: [1_000, million * million],
    note: 'rows of patterns that share no variable, where all of them have to be gone through',
    problem: 'product-limit',
  },
  queryMemoryMb: {
    standard: 500,
    range: [10, 100_000],
    note: 'megabytes that one query may hold: rows, groups and the terms that it makes',
    problem: 'memory-limit',
  },
  answerRows: {
    standard: 100_000,
    range: [1, 1_000 * million],
    note: 'rows or triples of one answer',
    problem: 'size-limit',
  },
  answerMb: {
    standard: 50,
    range: [1, 10_000],
    note: 'megabytes of one answer',
    problem: 'size-limit',
  },
} as const satisfies Record<string, Limit>;

/** Of all queries together. */
const ofThePool = {
  workerQueries: {
    standard: 8,
    range: [1, 100],
    note: 'queries that take turns on one thread',
    problem: 'overloaded',
  },
  queueLength: {
    standard: 40,
    range: [0, 10_000],
    note: 'queries that may wait for a place',
    problem: 'overloaded',
  },
  queueWaitMs: {
    standard: 5_000,
    range: [0, 600_000],
    note: 'milliseconds that a query may wait for a place',
    problem: 'overloaded',
  },
  memoryMb: {
    standard: 1_000,
    range: [50, 1_000_000],
    note: 'megabytes that all queries together may hold',
    problem: 'overloaded',
  },
  unsentMb: {
    standard: 200,
    range: [1, 100_000],
    note: 'megabytes of finished answers that wait for slow readers; a query beyond it keeps its place until it is read',
  },
} as const satisfies Record<string, Limit>;

/** Of one client: an IPv4 address or an IPv6 /64 (behind a trusted proxy, the one that the proxy names). */
const ofClients = {
  clientQueries: {
    standard: 3,
    range: [1, 1_000],
    note: 'queries of one client that run at once',
    problem: 'too-many-queries',
  },
  clientWaiting: {
    standard: 5,
    range: [0, 10_000],
    note: 'queries of one client that wait besides',
    problem: 'too-many-queries',
  },
  queryBudgetMs: {
    standard: 60_000,
    range: [100, 86_400_000],
    note: 'milliseconds of processor time for the queries of one client, refilled as it is given back',
    problem: 'too-many-requests',
  },
  queryRefillMs: {
    standard: 500,
    range: [1, 1_000_000],
    note: 'milliseconds of it given back each second',
    problem: 'too-many-requests',
  },
  pageBudgetMs: {
    standard: 10_000,
    range: [100, 86_400_000],
    note: 'milliseconds of processor time for the pages and the API of one client',
    problem: 'too-many-pages',
  },
  pageRefillMs: {
    standard: 250,
    range: [1, 1_000_000],
    note: 'milliseconds of it given back each second',
    problem: 'too-many-pages',
  },
  filterValues: {
    standard: 50,
    range: [1, 10_000],
    note: 'values that a list is narrowed by, over all its facets',
    problem: 'bad-request',
  },
  facetValues: {
    standard: 20,
    range: [1, 10_000],
    note: 'values that a list is narrowed by in one facet',
    problem: 'bad-request',
  },
} as const satisfies Record<string, Limit>;

/** Of connections and of those who read slowly. */
const ofConnections = {
  connections: { standard: 4_000, range: [1, 1_000_000], note: 'connections at once' },
  clientConnections: {
    standard: 256,
    range: [1, 1_000_000],
    note: 'connections of one address at once, but of trusted proxies',
  },
  sendStallMs: {
    standard: 20_000,
    range: [100, 3_600_000],
    note: 'milliseconds after which a reader is cut who takes nothing of an answer',
  },
  sendRate: {
    standard: 2_000,
    range: [0, 1_000_000_000],
    note: 'bytes a second that a reader takes at least, on the average',
  },
} as const satisfies Record<string, Limit>;

/** Every bound, by the name of its setting. THREATS.md shows this table. */
export const limits = { ...ofQueries, ...ofThePool, ...ofClients, ...ofConnections };

export type LimitName = keyof typeof limits;

/** A value for each bound. */
export type Limits = Readonly<Record<LimitName, number>>;

export const limitNames = Object.keys(limits) as readonly LimitName[];

/** The bounds of an instance that sets none. */
export const standardLimits = Object.fromEntries(
  limitNames.map(name => [name, limits[name].standard]),
) as Limits;

/** The bounds of what the register asks itself: as wide as any setting makes them. */
export const widestLimits = Object.fromEntries(
  limitNames.map(name => [name, limits[name].range[1]]),
) as Limits;
