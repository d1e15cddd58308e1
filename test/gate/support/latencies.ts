import { quantile } from '../../bench/statistics.js';
import type { Sample } from './open-loop.js';

/** How the requests of one sort went; times in milliseconds. One that failed took for ever. */
export interface Latency {
  readonly sort: string;
  readonly requests: number;
  readonly failures: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** A line for each sort of request, in the order of the first of each. */
export function latencies(samples: readonly Sample[]): Latency[] {
  const sorts = new Map<string, Sample[]>();
  for (const sample of samples) {
    const others = sorts.get(sample.sort);
    if (others) others.push(sample);
    else sorts.set(sample.sort, [sample]);
  }
  return Array.from(sorts, ([sort, group]) => {
    const times = group.map(({ ms, fault }) => (fault === undefined ? ms : Infinity));
    return {
      sort,
      requests: group.length,
      failures: group.filter(({ fault }) => fault !== undefined).length,
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      most: quantile(times, 1),
    };
  });
}

/** Those of one sort; NaN for its times when there was none, which meets no bound. */
export function latencyOf(sort: string, samples: readonly Sample[]): Latency {
  const none = { sort, requests: 0, failures: 0, p50: NaN, p99: NaN, most: NaN };
  return latencies(samples).find(latency => latency.sort === sort) ?? none;
}

/** The faults that were seen, each once, with how often. */
export function faultsIn(samples: readonly Sample[]): [fault: string, times: number][] {
  const faults = new Map<string, number>();
  for (const { sort, fault } of samples)
    if (fault !== undefined) {
      const told = `${sort}: ${fault}`;
      faults.set(told, 1 + (faults.get(told) ?? 0));
    }
  return [...faults].sort(([, a], [, b]) => b - a);
}

/** How late the client itself was with its requests, at most: beyond some milliseconds the machine was too busy to judge. */
export function clientDelay(samples: readonly Sample[]): number {
  return samples.reduce((most, { dueAt, sentAt }) => Math.max(most, sentAt - dueAt), 0);
}
