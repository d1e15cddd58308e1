import { featuresOf } from './generate/features.js';
import type { Side, Verdict } from './compare/judge.js';
import type { Query } from './generate/query-tree.js';

/** Counts what was compared, and which features of SPARQL it used. */
export class Tally {
  compared = 0;
  withRows = 0;
  readonly heldAgainst = { both: 0, one: 0, neither: 0 };
  readonly #features = new Map<string, [queries: number, withRows: number]>();
  readonly #missing = new Map<string, number>();
  readonly #excused = new Map<string, number>();
  readonly #sided = new Map<Side, number>();

  add(query: Query, { rows, excused, heldAgainst, given, sided }: Omit<Verdict, 'faults'>): void {
    this.compared += 1;
    this.heldAgainst[heldAgainst] += 1;
    if (rows > 0) this.withRows += 1;
    for (const feature of featuresOf(query)) {
      const [queries, answered] = this.#features.get(feature) ?? [0, 0];
      this.#features.set(feature, [queries + 1, answered + (rows > 0 ? 1 : 0)]);
    }
    for (const [name, answer] of Object.entries(given))
      if (answer.type === 'none') this.#missing.set(name, (this.#missing.get(name) ?? 0) + 1);
    if (sided) this.#sided.set(sided, (this.#sided.get(sided) ?? 0) + 1);
    for (const name of excused) this.#excused.set(name, (this.#excused.get(name) ?? 0) + 1);
  }

  /** How many queries used a feature. */
  count(feature: string): number {
    return this.#features.get(feature)?.[0] ?? 0;
  }

  /** How many queries the peers differ on without an allowance that says why. */
  get unexplained(): number {
    return [...this.#sided.values()].reduce((sum, count) => sum + count, 0);
  }

  /** A table for people: each feature, the queries that used it, those of them that had an answer. */
  print(): string {
    const { both, one, neither } = this.heldAgainst;
    const share = Math.round((100 * this.withRows) / this.compared);
    const features = [...this.#features]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([feature, [queries, answered]]) => `${feature} ${String(queries)}/${String(answered)}`);
    const sides = (['comunica', 'oxigraph', 'nobody'] as const)
      .map(side => `${side} ${String(this.#sided.get(side) ?? 0)}`)
      .join(', ');
    const excused = [...this.#excused]
      .sort(([, one], [, other]) => other - one)
      .map(([name, count]) => `${String(count).padStart(6)}  ${name}`);
    return [
      `${String(this.compared)} queries compared, ${String(share)} % with an answer`,
      `held against both peers ${String(both)}, against one ${String(one)}, against neither ${String(neither)}`,
      `peers differ for no known reason, ours agrees with ${sides}`,
      'feature, queries / with an answer:',
      ...columns(features),
      `no answer: ${[...this.#missing].map(([name, count]) => `${name} ${String(count)}`).join(', ')}`,
      'known differences that may be why, for queries on which engines differ:',
      ...excused,
    ].join('\n');
  }
}

function columns(cells: readonly string[]): string[] {
  const perLine = 4;
  return Array.from({ length: Math.ceil(cells.length / perLine) }, (_, line) =>
    cells
      .slice(line * perLine, (line + 1) * perLine)
      .map(cell => `  ${cell.padEnd(26)}`)
      .join('')
      .trimEnd(),
  );
}
