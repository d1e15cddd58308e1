import { Algebra, AlgebraFactory, algebraUtils } from '@comunica/utils-algebra';

/** Where the parts of a query go that can be evaluated natively. */
export interface NativeParts {
  /** Whether the native operators know all of an operation. */
  isNative(operation: Algebra.Operation): boolean;
  /** The operation that stands for it in the rest of the query. */
  handOver(operation: Algebra.Operation): Algebra.Operation;
  /** GRAPH with a variable that is not native as a whole, as others evaluate it. */
  spread(operation: Algebra.Graph): Algebra.Operation;
}

const factory = new AlgebraFactory();

/** Operations that make an answer of solutions. */
export const queryForms: ReadonlySet<string> = new Set([
  Algebra.Types.ASK,
  Algebra.Types.CONSTRUCT,
  Algebra.Types.DESCRIBE,
]);

/**
 * The query with its largest native parts handed over. Conditions are taken apart, and joins and basic graph patterns
 * regrouped, so that one unknown function or pattern keeps nothing else from being native.
 */
export function withNativeParts(operation: Algebra.Operation, parts: NativeParts): Algebra.Operation {
  if (!queryForms.has(operation.type) && parts.isNative(operation)) return parts.handOver(operation);
  if (is(operation, Algebra.Types.GRAPH)) return withNativeParts(parts.spread(operation), parts);
  if (is(operation, Algebra.Types.FILTER)) return filtered(operation, parts);
  if (is(operation, Algebra.Types.BGP)) return joined(operation.patterns, [], parts);
  if (is(operation, Algebra.Types.JOIN)) return joined(operation.input, [], parts);
  // The inside of SERVICE is for the other endpoint.
  if (is(operation, Algebra.Types.SERVICE) || !('input' in operation)) return operation;
  const within = (input: Algebra.Operation) => withNativeParts(input, parts);
  const { input } = operation as { input: Algebra.Operation | Algebra.Operation[] };
  const changed = Array.isArray(input) ? input.map(within) : within(input);
  return Object.assign({ ...operation }, { input: changed });
}

/** Whether an operation is a slice that keeps everything, as it stands around each part that was handed over. */
export function isWhole(operation: Algebra.Operation): operation is Algebra.Slice {
  return is(operation, Algebra.Types.SLICE) && operation.start === 0 && operation.length === undefined;
}

/** Filter(A && B, P) is Filter(B, Filter(A, P)): an error in either leaves the solution out (section 17.2). */
function filtered({ input, expression }: Algebra.Filter, parts: NativeParts): Algebra.Operation {
  const conditions = conjunctsOf(expression);
  if (is(input, Algebra.Types.BGP)) return joined(input.patterns, conditions, parts);
  if (is(input, Algebra.Types.JOIN)) return joined(input.input, conditions, parts);
  if (is(input, Algebra.Types.EXTEND) && !parts.isNative(input)) return pastExtend(input, conditions, parts);
  const [inside, outside] = split(conditions, condition =>
    parts.isNative(factory.createFilter(input, condition)),
  );
  return under(outside, withNativeParts(under(inside, input), parts));
}

/** A condition says the same of a solution before it has a variable that the condition does not read. */
function pastExtend(
  { input, variable, expression }: Algebra.Extend,
  conditions: readonly Algebra.Expression[],
  parts: NativeParts,
): Algebra.Operation {
  const [after, before] = split(conditions, condition => mentionsOf(condition).has(variable.value));
  const inside = withNativeParts(under(before, input), parts);
  return under(after, factory.createExtend(inside, variable, expression));
}

function joined(
  operations: readonly Algebra.Operation[],
  conditions: readonly Algebra.Expression[],
  parts: NativeParts,
): Algebra.Operation {
  const [native, others] = split(operations, operation => parts.isNative(operation));
  const waiting = new Set(conditions);
  const groups = connected(native).map(group => {
    const pattern = group.length === 1 && group[0] ? group[0] : factory.createJoin(group);
    const own = [...waiting].filter(
      condition =>
        isDecidedBy(condition, group, operations) && parts.isNative(factory.createFilter(pattern, condition)),
    );
    for (const condition of own) waiting.delete(condition);
    return parts.handOver(under(own, pattern));
  });
  const all = [...groups, ...others.map(other => withNativeParts(other, parts))];
  const whole = all.length === 1 && all[0] ? all[0] : factory.createJoin(all, false);
  return under([...waiting], whole);
}

/** Whether a condition sees the same in the solutions of a part of a join as in those of the whole. */
function isDecidedBy(
  condition: Algebra.Expression,
  group: readonly Algebra.Operation[],
  whole: readonly Algebra.Operation[],
): boolean {
  const inside = variablesOf(group);
  // Patterns and paths bind all of their variables, so that the rest of the join changes nothing about these.
  const isSettled = group.every(({ type }) => type === Algebra.Types.PATTERN || type === Algebra.Types.PATH);
  const outside = variablesOf(isSettled ? [] : whole.filter(operation => !group.includes(operation)));
  const known = variablesOf(whole);
  // What neither binds stands inside EXISTS alone, or is unbound in both.
  return [...mentionsOf(condition)].every(
    name => !known.has(name) || (inside.has(name) && !outside.has(name)),
  );
}

/** Operations in groups that share variables: without the rest of the join, two groups would multiply. */
function connected(operations: readonly Algebra.Operation[]): Algebra.Operation[][] {
  let groups: { names: Set<string>; members: Algebra.Operation[] }[] = [];
  for (const operation of operations) {
    const names = variablesOf([operation]);
    const [touching, apart] = split(groups, group => [...names].some(name => group.names.has(name)));
    const members = [...touching.flatMap(group => group.members), operation];
    groups = [
      ...apart,
      { names: new Set([...names, ...touching.flatMap(group => [...group.names])]), members },
    ];
  }
  return groups.map(({ members }) => members);
}

function variablesOf(operations: readonly Algebra.Operation[]): Set<string> {
  return new Set(operations.flatMap(operation => algebraUtils.inScopeVariables(operation).map(v => v.value)));
}

/** Every variable in an expression, those of its EXISTS included. */
function mentionsOf(expression: Algebra.Expression): Set<string> {
  const names = new Set<string>();
  const read = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('termType' in value && value.termType === 'Variable')
      names.add((value as { value?: string }).value ?? '');
    else for (const child of Object.values(value)) read(child);
  };
  read(expression);
  return names;
}

function conjunctsOf(expression: Algebra.Expression): Algebra.Expression[] {
  return algebraUtils.isKnownSubType(expression, Algebra.ExpressionTypes.OPERATOR) &&
    expression.operator === '&&'
    ? expression.args.flatMap(conjunctsOf)
    : [expression];
}

function under(conditions: readonly Algebra.Expression[], operation: Algebra.Operation): Algebra.Operation {
  return conditions.reduce((input, condition) => factory.createFilter(input, condition), operation);
}

function split<T>(items: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  const yes = items.filter(test);
  return [yes, items.filter(item => !yes.includes(item))];
}

const is = algebraUtils.isKnownOperation;
