import { comunicaFaults } from './comunica-faults.js';
import type { TestData } from '../generate/datasets.js';
import { featuresOf } from '../generate/features.js';
import { openPoints, sharedFaults } from './open-points.js';
import { oxigraphFaults } from './oxigraph-faults.js';
import type { Query } from '../generate/query-tree.js';
import type { Answer } from '../engines/test-engine.js';

export type Peer = 'comunica' | 'oxigraph';

/** A query on which engines differ, and what there is to know of it. */
export interface Case {
  readonly data: TestData;
  readonly query: Query;
  readonly features: ReadonlySet<string>;
  readonly answers: Readonly<Record<Peer, Answer>>;
}

/** A difference that is known. */
export interface Allowance {
  readonly name: string;
  /** The clause that decides, or leaves it open; of SPARQL 1.1 Query when nothing else is said. */
  readonly clause: string;
  /** Whether a query may run into it: as narrow as the syntax and the answers allow. */
  readonly applies: (instance: Case) => boolean;
}

/** Who may be wrong, and why, by the tables of what is known. */
export interface Known {
  readonly faulty: ReadonlySet<Peer>;
  /** Whether an answer may differ from both peers: the specification leaves it open, or both are wrong alike. */
  readonly free: boolean;
  readonly names: readonly string[];
}

/** What is known of a query on which engines differ. */
export function knownOf(instance: Omit<Case, 'features'>): Known {
  const whole = { ...instance, features: featuresOf(instance.query) };
  const found = (table: readonly Allowance[]) => table.filter(({ applies }) => applies(whole));
  const comunica = found(comunicaFaults);
  const oxigraph = found(oxigraphFaults);
  const either = found([...sharedFaults, ...openPoints]);
  return {
    faulty: new Set<Peer>([
      ...comunica.map(() => 'comunica' as const),
      ...oxigraph.map(() => 'oxigraph' as const),
    ]),
    free: either.length > 0,
    names: [...comunica, ...oxigraph, ...either].map(({ name }) => name),
  };
}
