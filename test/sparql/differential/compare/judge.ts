import { knownOf, type Known, type Peer } from '../known/allowances.js';
import { leavesComunicaWaiting } from '../known/query-shapes.js';
import { difference, faultOf, wholeOf } from './compare.js';
import type { TestData } from '../generate/datasets.js';
import type { Answer, TestEngine } from '../engines/test-engine.js';
import type { Query } from '../generate/query-tree.js';

/** The engines over one dataset: the peers, and those under test by name. */
export interface Bench {
  readonly data: TestData;
  readonly peers: Readonly<Record<Peer, TestEngine>>;
  readonly underTest: Readonly<Record<string, TestEngine>>;
}

export interface Verdict {
  /** What is wrong, in words; empty when nothing is. */
  readonly faults: readonly string[];
  /** Names of the allowances that were looked at. */
  readonly excused: readonly string[];
  /** What the answers were held against: both peers, one of them, or neither. */
  readonly heldAgainst: 'both' | 'one' | 'neither';
  /** Whom the engines under test agree with where the peers differ and no allowance says why. */
  readonly sided?: Side;
  /** Rows of the whole answer. */
  readonly rows: number;
  /** What each engine gave. */
  readonly given: Readonly<Record<string, Answer>>;
}

/** The peer that is agreed with; `nobody` when an engine under test has no answer. */
export type Side = Peer | 'nobody';

const peerNames = ['comunica', 'oxigraph'] as const;
const unasked: Answer = { type: 'none', why: 'never answers this' };

/**
 * Asks every engine, and says which answers are wrong. The peers give whole answers: what ORDER BY, LIMIT, OFFSET and
 * REDUCED may make of one is laid down by the specification, and is checked against that.
 */
export async function judge(bench: Bench, query: Query): Promise<Verdict> {
  const whole = wholeOf(query);
  const peers = {
    comunica: leavesComunicaWaiting(query) ? unasked : await bench.peers.comunica.ask(whole),
    oxigraph: await bench.peers.oxigraph.ask(whole),
  };
  const dispute = difference(query, peers.comunica, peers.oxigraph);
  const given: Record<string, Answer> = { ...peers };
  const refuted: Record<string, Differences> = {};
  for (const [name, engine] of Object.entries(bench.underTest)) {
    const answer = (given[name] = await engine.ask(query));
    const own = whole === query ? answer : await engine.ask(whole);
    const against = (peer: Answer) => difference(query, own, peer) ?? faultOf(query, answer, own);
    refuted[name] = { comunica: against(peers.comunica), oxigraph: against(peers.oxigraph) };
  }
  const rows = Math.max(sizeOf(peers.comunica), sizeOf(peers.oxigraph));
  if (dispute === undefined && !Object.values(refuted).some(isRefuted))
    return {
      faults: [],
      excused: [],
      heldAgainst: answered(peers).length === 2 ? 'both' : 'one',
      rows,
      given,
    };
  const known = knownOf({ data: bench.data, query, answers: peers });
  const faults = Object.entries(refuted).flatMap(([name, differences]) =>
    isWrong(differences, { peers, known, dispute }) ? [`${name}: ${print(differences)}`] : [],
  );
  const held = heldAgainst({ peers, known, dispute });
  const verdict: Verdict = { faults, excused: known.names, heldAgainst: held, rows, given };
  if (dispute === undefined || known.names.length > 0 || faults.length > 0) return verdict;
  const sided = sideOf(Object.values(refuted));
  return sided ? { ...verdict, sided } : { ...verdict, faults: [`the peers differ: ${dispute}`] };
}

/** How an answer differs from the one of each peer. */
type Differences = Readonly<Record<Peer, string | undefined>>;

const isRefuted = ({ comunica, oxigraph }: Differences) => comunica !== undefined || oxigraph !== undefined;

function print({ comunica, oxigraph }: Differences): string {
  return `${comunica ?? 'like'} (Comunica), ${oxigraph ?? 'like'} (Oxigraph)`;
}

/** Whose answer all of them give; undefined when they do not agree themselves. */
function sideOf(all: readonly Differences[]): Side | undefined {
  const agreed = peerNames.filter(peer => all.every(differences => differences[peer] === undefined));
  return agreed.length === peerNames.length ? 'nobody' : agreed[0];
}

interface Context {
  readonly peers: Readonly<Record<Peer, Answer>>;
  readonly known: Known;
  readonly dispute: string | undefined;
}

/**
 * Where the peers agree, an answer has to be theirs, and where they differ, the one of a peer that is not known to be
 * wrong on such a query. Where the specification leaves the answer open, or both are wrong, it may be any.
 */
function isWrong(differences: Differences, context: Context): boolean {
  const trusted = trustedIn(context);
  return trusted.length > 0 && trusted.every(peer => differences[peer] !== undefined);
}

/** Two refusals are no answer that both agree on: each may have its own reason. */
function trustedIn({ peers, known, dispute }: Context): Peer[] {
  if (known.free) return [];
  const there = answered(peers);
  const agree = there.length === peerNames.length && dispute === undefined;
  return agree && peers.comunica.type !== 'refused' ? there : there.filter(peer => !known.faulty.has(peer));
}

function heldAgainst(context: Context): Verdict['heldAgainst'] {
  return (['neither', 'one', 'both'] as const)[trustedIn(context).length] ?? 'both';
}

function answered(peers: Readonly<Record<Peer, Answer>>): Peer[] {
  return peerNames.filter(peer => peers[peer].type !== 'none');
}

function sizeOf(answer: Answer): number {
  if (answer.type === 'boolean') return Number(answer.value);
  return 'rows' in answer ? answer.rows.length : 0;
}
