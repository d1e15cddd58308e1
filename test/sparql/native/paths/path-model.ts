import type { TestPath } from './random-paths.js';

export type Triple = readonly [string, string, string];
type Pair = readonly [string, string];
interface Repeat {
  kind: '?' | '*' | '+';
  path: TestPath;
}

/** The definitions of SPARQL 1.1 Query section 18.4, word for word and slow. A bag of pairs; undefined is a variable. */
export class PathModel {
  readonly #nodes: string[];

  constructor(private readonly triples: readonly Triple[]) {
    this.#nodes = [...new Set(triples.flatMap(([s, , o]) => [s, o]))];
  }

  pairs(path: TestPath, x?: string, y?: string): Pair[] {
    switch (path.kind) {
      case 'link':
        return this.#matching(p => p === path.name, x, y);
      case 'not':
        return [
          ...(path.forward.length > 0 || path.backward.length === 0
            ? this.#matching(p => !path.forward.includes(p), x, y)
            : []),
          ...(path.backward.length > 0
            ? this.#matching(p => !path.backward.includes(p), y, x).map(swapped)
            : []),
        ];
      case '^':
        return this.pairs(path.path, y, x).map(swapped);
      case '|':
        return path.parts.flatMap(part => this.pairs(part, x, y));
      case '/': {
        const right = this.pairs(path.parts[1], undefined, y);
        return this.pairs(path.parts[0], x).flatMap(([start, middle]) =>
          right.filter(([from]) => from === middle).map(([, end]): Pair => [start, end]),
        );
      }
      default:
        return this.#closure({ kind: path.kind, path: path.path }, x, y);
    }
  }

  #matching(holds: (predicate: string) => boolean, x?: string, y?: string): Pair[] {
    return this.triples
      .filter(([s, p, o]) => (x ?? s) === s && holds(p) && (y ?? o) === o)
      .map(([s, , o]) => [s, o]);
  }

  #closure(path: Repeat, x?: string, y?: string): Pair[] {
    if (x !== undefined)
      return [...this.#ends(path, x)].filter(end => (y ?? end) === end).map(end => [x, end]);
    if (y !== undefined) {
      const inverse: TestPath = { kind: '^', path: path.path };
      return [...this.#ends({ kind: path.kind, path: inverse }, y)].map(start => [start, y]);
    }
    return this.#nodes.flatMap(start => [...this.#ends(path, start)].map((end): Pair => [start, end]));
  }

  /** Distinct ends from a term, which need not be a node of the graph. */
  #ends({ kind, path }: Repeat, x: string): Set<string> {
    const next = this.pairs(path, x).map(([, end]) => end);
    if (kind === '?') return new Set([x, ...next]);
    const visited = new Set<string>();
    for (const start of kind === '*' ? [x] : next) this.#alp(start, path, visited);
    return visited;
  }

  #alp(x: string, path: TestPath, visited: Set<string>): void {
    if (visited.has(x)) return;
    visited.add(x);
    for (const [, end] of this.pairs(path, x)) this.#alp(end, path, visited);
  }
}

function swapped([x, y]: Pair): Pair {
  return [y, x];
}
