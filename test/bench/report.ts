import type { Disagreement } from './compare.js';
import type { Measured, Outcome } from './measure.js';
import { own } from './peers/peers.js';
import type { Query } from './queries.js';
import { geometricMean } from './statistics.js';

/** A time, or how many times as long as this engine a peer takes. */
export interface Figure {
  readonly value: number;
  /** The peer was given up at the limit: it would have taken more. */
  readonly isBound: boolean;
}

/** A peer's ratio to this engine reached the same way; undefined when one of both gave no answer. */
export function ratio(query: string, peer: Measured, all: readonly Measured[]): Figure | undefined {
  const ours = all.find(({ peer: name }) => name === own[peer.over])?.outcomes.get(query);
  const theirs = peer.outcomes.get(query);
  if (ours?.type !== 'answered' || theirs === undefined) return undefined;
  const time = timeOf(theirs);
  return time && { value: time.value / ours.median, isBound: time.isBound };
}

/** Geometric mean of the ratios of a peer over the queries that have one. With a bound in it, it is a bound itself. */
export function meanRatio(
  queries: readonly Query[],
  peer: Measured,
  all: readonly Measured[],
): Figure | undefined {
  return mean(queries.flatMap(({ name }) => ratio(name, peer, all) ?? []));
}

/** In milliseconds; the limit bounds from below what was given up. */
function timeOf(outcome: Outcome): Figure | undefined {
  if (outcome.type === 'answered') return { value: outcome.median, isBound: false };
  return outcome.type === 'over-time' ? { value: outcome.limit, isBound: true } : undefined;
}

function mean(values: readonly Figure[]): Figure | undefined {
  if (values.length === 0) return undefined;
  return {
    value: geometricMean(values.map(({ value }) => value)),
    isBound: values.some(({ isBound }) => isBound),
  };
}

/** Medians in milliseconds and, in brackets, how many times as long as this engine, one row a query; `>` before a bound. */
export function table(queries: readonly Query[], all: readonly Measured[]): string {
  const cell = (query: string, peer: Measured) =>
    [shown(peer.outcomes.get(query)), factor(ratio(query, peer, all))].filter(Boolean).join(' ');
  const rows = [
    ['milliseconds', 'rows', ...all.map(({ peer }) => peer)],
    ...queries.map(({ name }) => [name, rowCount(name, all), ...all.map(peer => cell(name, peer))]),
    ['geometric mean', '', ...all.map(peer => meanShown(queries, peer, all))],
    ['load (s)', '', ...all.map(({ loaded }) => (loaded.milliseconds / 1000).toFixed(1))],
    ['memory (MB)', '', ...all.map(({ loaded }) => (loaded.residentBytes / 1e6).toFixed(0))],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? [];
  return rows
    .map(row => row.map((text, column) => padded(text, column, widths[column] ?? 0)).join('  '))
    .join('\n');
}

/** What went wrong or differently, a line each; empty when all is well. */
export function remarks(all: readonly Measured[], differences: readonly Disagreement[]): string[] {
  return [
    ...differences.map(({ query, groups }) =>
      [
        `DISAGREEMENT on ${query}:`,
        ...groups.map(
          ({ peers, rows, odd }) => `  ${peers.join(', ')}: ${String(rows)} rows${odd ? `, as ${odd}` : ''}`,
        ),
      ].join('\n'),
    ),
    ...all.flatMap(({ peer, outcomes }) =>
      Array.from(outcomes).flatMap(([query, outcome]) =>
        outcome.type === 'failed' ? [`${peer} failed on ${query}: ${outcome.message.slice(0, 200)}`] : [],
      ),
    ),
    ...all.flatMap(boundsRemark),
    ...all.flatMap(peer =>
      Array.from(peer.outcomes.keys()).flatMap(query =>
        isFaster(ratio(query, peer, all)) ? [`${peer.peer} is faster than this engine on ${query}`] : [],
      ),
    ),
  ];
}

/** What the bounds in a peer's means stand for. */
function boundsRemark({ peer, outcomes }: Measured): string[] {
  const given = [...outcomes].flatMap(([query, { type }]) => (type === 'over-time' ? [query] : []));
  return given.length === 0
    ? []
    : [
        `${peer} was given up on ${given.join(', ')}: in its means the limit stands for each, a lower bound (>)`,
      ];
}

function isFaster(ratio: Figure | undefined): boolean {
  return ratio !== undefined && !ratio.isBound && ratio.value < 1;
}

function meanShown(queries: readonly Query[], peer: Measured, all: readonly Measured[]): string {
  const times = queries.flatMap(({ name }) => {
    const outcome = peer.outcomes.get(name);
    return (outcome && timeOf(outcome)) ?? [];
  });
  return [milliseconds(mean(times)), factor(meanRatio(queries, peer, all))].filter(Boolean).join(' ');
}

function shown(outcome: Outcome | undefined): string {
  return milliseconds(outcome && timeOf(outcome)) || 'failed';
}

function rowCount(query: string, all: readonly Measured[]): string {
  const answered = all
    .map(({ outcomes }) => outcomes.get(query))
    .find(outcome => outcome?.type === 'answered');
  return answered?.type === 'answered' ? String(answered.rows.length) : '';
}

function milliseconds(time: Figure | undefined): string {
  if (time === undefined) return '';
  return (time.isBound ? '> ' : '') + time.value.toFixed(time.value < 10 ? 2 : 0);
}

function factor(ratio: Figure | undefined): string {
  if (ratio === undefined) return '';
  return `(${ratio.isBound ? '> ' : ''}${ratio.value.toFixed(ratio.value < 10 ? 1 : 0)}×)`;
}

function padded(text: string, column: number, width: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
