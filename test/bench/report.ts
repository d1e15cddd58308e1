import type { Disagreement } from './compare.js';
import type { Measured, Outcome } from './measure.js';
import { own } from './peers/peers.js';
import type { Query } from './queries.js';
import { geometricMean } from './statistics.js';

/** How much slower a peer is than this engine, reached the same way; undefined when one of both has no time. */
export function ratio(query: string, peer: Measured, all: readonly Measured[]): number | undefined {
  const ours = all.find(({ peer: name }) => name === own[peer.over])?.outcomes.get(query);
  const theirs = peer.outcomes.get(query);
  if (ours?.type !== 'answered' || theirs?.type !== 'answered') return undefined;
  return theirs.median / ours.median;
}

/** Geometric mean of the ratios of a peer over the queries that have one. */
export function meanRatio(
  queries: readonly Query[],
  peer: Measured,
  all: readonly Measured[],
): number | undefined {
  const ratios = queries.flatMap(({ name }) => ratio(name, peer, all) ?? []);
  return ratios.length === 0 ? undefined : geometricMean(ratios);
}

/** Medians in milliseconds and, in brackets, how many times as long as this engine, one row a query. */
export function table(queries: readonly Query[], all: readonly Measured[]): string {
  const cell = (query: string, peer: Measured) =>
    [shown(peer.outcomes.get(query)), times(ratio(query, peer, all))].filter(Boolean).join(' ');
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
    ...all.flatMap(peer =>
      Array.from(peer.outcomes.keys()).flatMap(query =>
        (ratio(query, peer, all) ?? 1) < 1 ? [`${peer.peer} is faster than this engine on ${query}`] : [],
      ),
    ),
  ];
}

function meanShown(queries: readonly Query[], peer: Measured, all: readonly Measured[]): string {
  const medians = queries.flatMap(({ name }) => {
    const outcome = peer.outcomes.get(name);
    return outcome?.type === 'answered' ? [outcome.median] : [];
  });
  return [milliseconds(geometricMean(medians)), times(meanRatio(queries, peer, all))]
    .filter(Boolean)
    .join(' ');
}

function shown(outcome: Outcome | undefined): string {
  if (outcome?.type === 'answered') return milliseconds(outcome.median);
  if (outcome?.type === 'over-time') return `> ${String(outcome.limit)}`;
  return 'failed';
}

function rowCount(query: string, all: readonly Measured[]): string {
  const answered = all
    .map(({ outcomes }) => outcomes.get(query))
    .find(outcome => outcome?.type === 'answered');
  return answered?.type === 'answered' ? String(answered.rows.length) : '';
}

function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}

function times(value: number | undefined): string {
  return value === undefined ? '' : `(${value < 10 ? value.toFixed(1) : value.toFixed(0)}×)`;
}

function padded(text: string, column: number, width: number): string {
  return column === 0 ? text.padEnd(width) : text.padStart(width);
}
