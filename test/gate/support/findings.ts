import type { GateServer } from './gate-server.js';
import { clientDelay, faultsIn, latencies, latencyOf } from './latencies.js';
import type { Sample } from './open-loop.js';
import { table, type Finding } from './scenario.js';

export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
export const ms = (milliseconds: number) =>
  milliseconds === Infinity ? 'never' : `${milliseconds.toFixed(0)} ms`;

/** The memory of all processes together stays below its base and 1.5 GB. */
export function memoryFinding({ base, memory }: GateServer): Finding {
  return {
    line: 'resident memory of all processes together',
    measured: `base ${megabytes(base)}, at most ${megabytes(memory.peak)}`,
    asked: 'below base + 1.5 GB',
    holds: memory.peak < base + 1.5e9,
  };
}

/** The 99th of a hundred requests of a sort is answered within the bound, in milliseconds. */
export function p99Finding(sort: string, samples: readonly Sample[], bound: number): Finding {
  const { requests, p50, p99, most } = latencyOf(sort, samples);
  return {
    line: `${sort}: p99`,
    measured: `${ms(p99)} (p50 ${ms(p50)}, most ${ms(most)}, ${String(requests)} requests)`,
    asked: `below ${ms(bound)}`,
    holds: p99 < bound,
  };
}

/** None of a harmless client's requests fails. */
export function failureFinding(name: string, samples: readonly Sample[]): Finding {
  const failures = samples.filter(({ fault }) => fault !== undefined).length;
  return {
    line: `failed requests of ${name}`,
    measured: `${String(failures)} of ${String(samples.length)}`,
    asked: '0',
    holds: failures === 0 && samples.length > 0,
  };
}

/** Nothing is wrong with what is listed. */
export function noneFinding(line: string, wrong: readonly string[]): Finding {
  const shown = wrong.slice(0, 5).join('; ');
  return {
    line,
    measured: wrong.length === 0 ? 'none' : `${String(wrong.length)}: ${shown}`,
    asked: 'none',
    holds: wrong.length === 0,
  };
}

export function finding(line: string, holds: boolean, measured: string, asked: string): Finding {
  return { line, measured, asked, holds };
}

/** How a harmless client fared, by sort of request, with what went wrong. */
export function clientTable(samples: readonly Sample[]): string {
  const rows = latencies(samples).map(({ sort, requests, failures, p50, p99, most }) => [
    sort,
    ...[requests, failures].map(String),
    ...[p50, p99, most].map(ms),
  ]);
  const faults = faultsIn(samples).map(([fault, times]) => `- ${String(times)} × ${fault}`);
  return [
    table(['requests', 'number', 'failed', 'p50', 'p99', 'most'], rows),
    ...faults.slice(0, 10),
    `The client itself was at most ${ms(clientDelay(samples))} late.`,
  ].join('\n');
}
