import type { Condition } from './condition.js';
import type { PlanContext } from './context.js';
import { ExtendPart } from './extend-part.js';
import { JoinPart } from './join-part.js';
import { OptionalPart } from './optional-part.js';
import type { Part } from './part.js';

/** The parts of a join that stand in any order; a join under conditions stays one. */
export function partsOf(part: Part): readonly Part[] {
  return part instanceof JoinPart && part.conditions.length === 0 ? part.parts : [part];
}

/** A part under conditions, each of them as far inside as it says the same there. */
export function withConditions(part: Part, conditions: readonly Condition[], context: PlanContext): Part {
  if (part instanceof JoinPart) return underJoin(part, conditions, context);
  const { inner, rebuild } = inside(part, context) ?? {};
  if (!inner || !rebuild) return new JoinPart(context, [part], conditions);
  const inward = conditions.filter(condition => isBoundBy(condition, inner));
  const outward = conditions.filter(condition => !inward.includes(condition));
  const pushed = inward.length > 0 ? rebuild(withConditions(inner, inward, context)) : part;
  return outward.length > 0 ? new JoinPart(context, [pushed], outward) : pushed;
}

/** Conditions on what one part of a join binds alone go into that part, when it is more than a pattern. */
function underJoin(join: JoinPart, conditions: readonly Condition[], context: PlanContext): Part {
  const parts = [...join.parts];
  const left = conditions.filter(condition => {
    const at = parts.findIndex(part => {
      const inner = inside(part, context)?.inner;
      return inner !== undefined && isBoundBy(condition, inner);
    });
    if (at >= 0) parts[at] = withConditions(parts[at]!, [condition], context);
    return at < 0;
  });
  return new JoinPart(context, parts, [...join.conditions, ...left]);
}

function isBoundBy({ mentions }: Condition, { binds }: Part): boolean {
  return [...mentions].every(slot => binds.certain.has(slot));
}

/** The inside of a part to which conditions on its certain variables can be moved, and the part around another inside. */
function inside(
  part: Part,
  context: PlanContext,
): { inner: Part; rebuild: (inner: Part) => Part } | undefined {
  if (part instanceof OptionalPart) return { inner: part.left, rebuild: left => part.withLeft(left) };
  if (part instanceof ExtendPart)
    return { inner: part.input, rebuild: input => new ExtendPart(context, input, part.binding) };
  return undefined;
}
