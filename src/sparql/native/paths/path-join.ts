import type { Snapshot } from '../../../store/snapshot.js';
import { pause, type Batch } from '../batch.js';
import type { Memory } from '../memory.js';
import type { Explanation, Operator } from '../operator.js';
import type { PathPlan } from './path-plan.js';
import { PathWalk } from './path-walk.js';

/**
 * For each solution, finds the nodes between which the path leads, with the solution's terms in place of its variables.
 * A long search gives a pause now and then.
 */
export class PathJoin implements Operator {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly plan: PathPlan,
    private readonly memory: Memory,
  ) {}

  explain(): Explanation {
    const { text, estimate } = this.plan;
    return { name: 'path join', detail: text, estimate };
  }

  *run(input: Iterable<Batch>): Iterable<Batch> {
    const memory = this.memory.part();
    try {
      const walk = new PathWalk(this.snapshot, this.plan, memory);
      for (const batch of input)
        if (batch.length === 0) yield batch;
        else yield* extended(walk, batch);
    } finally {
      memory.end();
    }
  }
}

function* extended(walk: PathWalk, batch: Batch): Iterable<Batch> {
  walk.begin(batch);
  do {
    walk.fill();
    if (walk.length > 0) yield walk.take();
    else if (!walk.ended) yield pause;
  } while (!walk.ended);
}
