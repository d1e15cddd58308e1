import { Problem } from '../../../errors.js';
import type { PathExpression } from './expression.js';
import { keyOf, type Edge } from './steps.js';

/** From a state, along an edge of the graph, to a state. */
export interface Transition {
  readonly edge: Edge;
  readonly to: number;
}

export interface State {
  /** Whether a walk may end here. */
  readonly accepting: boolean;
  readonly transitions: readonly Transition[];
}

/**
 * A path expression as a finite automaton without empty moves: a walk through the graph matches the path when its edges
 * lead from state 0 to an accepting state.
 */
export interface Automaton {
  readonly states: readonly State[];
  /**
   * Whether every state has the same transitions, all to accepting states, as for `(:a|^:b)+`: what is found from a node
   * that a walk comes to depends on the node alone.
   */
  readonly uniform: boolean;
}

/** More parts than any path that people write; each takes a bitmap over all nodes. */
const maxStates = 256;

/** Nodes and edges of Thompson's construction (Communications of the ACM 11(6), 1968), with empty moves. */
class Construction {
  readonly jumps: number[][] = [[], []];
  readonly edges: { from: number; edge: Edge; to: number }[] = [];
  readonly start = 0;
  readonly end = 1;

  #fresh(): number {
    if (this.jumps.length === maxStates)
      throw new Problem(
        'bad-request',
        {
          en: `A property path has more than ${maxStates} steps. Shorten it.`,
          fr: `Un chemin de propriétés a plus de ${maxStates} étapes. Raccourcissez-le.`,
        },
        {
          limit: maxStates,
        },
      );
    return this.jumps.push([]) - 1;
  }

  add(path: PathExpression, from: number, to: number, backward: boolean): void {
    switch (path.kind) {
      case 'link':
      case 'negated':
        this.edges.push({ from, edge: { ...path, backward }, to });
        break;
      case 'inverse':
        this.add(path.path, from, to, !backward);
        break;
      case 'alternative':
        for (const part of path.parts) this.add(part, from, to, backward);
        break;
      case 'sequence':
        this.#sequence(backward ? path.parts.toReversed() : path.parts, from, to, backward);
        break;
      case 'repeat':
        this.#repeat(path, from, to, backward);
        break;
    }
  }

  #sequence(parts: readonly PathExpression[], from: number, to: number, backward: boolean): void {
    let at = from;
    parts.forEach((part, i) => {
      const next = i === parts.length - 1 ? to : this.#fresh();
      this.add(part, at, next, backward);
      at = next;
    });
  }

  #repeat(
    { path, zero, many }: PathExpression & { kind: 'repeat' },
    from: number,
    to: number,
    backward: boolean,
  ): void {
    if (zero) this.jumps[from]!.push(to);
    if (!many) return this.add(path, from, to, backward);
    const [first, last] = [this.#fresh(), this.#fresh()];
    this.jumps[from]!.push(first);
    this.jumps[last]!.push(first, to);
    this.add(path, first, last, backward);
  }

  /** The states that empty moves lead to, `state` too. */
  #closure(state: number): ReadonlySet<number> {
    const reached = new Set([state]);
    for (const at of reached) for (const next of this.jumps[at]!) reached.add(next);
    return reached;
  }

  /** States without empty moves: each takes over the edges of those that empty moves lead to. */
  withoutJumps(): State[] {
    return this.jumps.map((_, state) => {
      const closure = this.#closure(state);
      return {
        accepting: closure.has(this.end),
        transitions: this.edges.filter(({ from }) => closure.has(from)),
      };
    });
  }
}

/** @param backward for walks from the end of the path to its beginning */
export function automatonOf(path: PathExpression, backward: boolean): Automaton {
  const construction = new Construction();
  construction.add(path, construction.start, construction.end, backward);
  return merged(construction.withoutJumps());
}

/**
 * Takes states together that have the same future, by refining classes until they hold (Moore, Gedanken-experiments on
 * sequential machines, 1956), and drops those that are never come to. Fewer states are fewer visits of each node.
 */
function merged(states: readonly State[]): Automaton {
  const keys = states.map(({ transitions }) => transitions.map(({ edge }) => keyOf(edge)));
  let classes: string[] = states.map(({ accepting }) => (accepting ? 'accepting' : ''));
  for (let count = 0; new Set(classes).size > count;) {
    count = new Set(classes).size;
    const refined = states.map(({ transitions }, state) => {
      const moves = transitions.map(({ to }, i) => `${keys[state]![i]}>${classes[to]}`);
      return `${classes[state]}|${[...new Set(moves)].sort().join(',')}`;
    });
    const numbers = new Map([...new Set(refined)].map((key, number) => [key, String(number)]));
    classes = refined.map(key => numbers.get(key)!);
  }
  const numbers = new Map([[classes[0]!, 0]]);
  const kept: State[] = [];
  // Classes are numbered as they are come to, and a map goes on to those added on the way.
  for (const name of numbers.keys()) {
    const { accepting, transitions } = states[classes.indexOf(name)]!;
    const unique = new Map<string, Transition>();
    for (const { edge, to } of transitions) {
      const target = classes[to]!;
      if (!numbers.has(target)) numbers.set(target, numbers.size);
      unique.set(`${keyOf(edge)}>${target}`, { edge, to: numbers.get(target)! });
    }
    kept.push({ accepting, transitions: [...unique.values()] });
  }
  return { states: kept, uniform: isUniform(kept) };
}

function isUniform(states: readonly State[]): boolean {
  const moves = ({ transitions }: State) => transitions.map(({ edge, to }) => `${keyOf(edge)}>${to}`).sort();
  const first = moves(states[0]!);
  return (
    states.every(state => moves(state).join() === first.join()) &&
    states[0]!.transitions.every(({ to }) => states[to]!.accepting)
  );
}
