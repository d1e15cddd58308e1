import type { Slot } from '../batch.js';
import { TestNode, ValueNode, type Columns, type Evaluator } from './evaluator.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** What functions need to know of the query that they are part of. */
export interface FunctionContext {
  readonly values: Values;
  readonly now: Date;
  readonly baseIRI: string;
}

/** A function of values; those beyond its arity are undefined, all others are not. */
type Call<Result> = (a: Value, b: Value, c: Value | undefined) => Result | undefined;

/** A function whose arguments are all evaluated first, and for which an error in one of them is an error. */
export interface FunctionDefinition {
  readonly arity: readonly [least: number, most: number];
  readonly deterministic: boolean;
  readonly build: (context: FunctionContext, args: readonly Evaluator[]) => Evaluator;
}

/** A function that yields a value; undefined is an error. */
export function valued(
  arity: number | readonly [number, number],
  make: (context: FunctionContext) => Call<Value>,
): FunctionDefinition {
  return {
    arity: typeof arity === 'number' ? [arity, arity] : arity,
    deterministic: true,
    build: (context, args) => new ValueCall(args, make(context)),
  };
}

/** A function that yields true or false; undefined is an error. */
export function tested(arity: number, call: Call<boolean>): FunctionDefinition {
  return {
    arity: [arity, arity],
    deterministic: true,
    build: ({ values }, args) => new TestCall(values, args, call),
  };
}

/** A function without arguments that may yield another value each time. */
export function drawn(make: (context: FunctionContext) => () => Value): FunctionDefinition {
  return { arity: [0, 0], deterministic: false, build: context => new Draw(make(context)) };
}

/** A function of any number of values. */
export function variadic(
  make: (context: FunctionContext) => (parts: readonly Value[]) => Value | undefined,
): FunctionDefinition {
  return {
    arity: [0, Infinity],
    deterministic: true,
    build: (context, args) => new VariadicCall(args, make(context)),
  };
}

class ValueCall extends ValueNode {
  constructor(
    args: readonly Evaluator[],
    private readonly call: Call<Value>,
  ) {
    super(args);
  }

  value(columns: Columns, row: number): Value | undefined {
    return invoke(this.args, this.call, columns, row);
  }
}

class TestCall extends TestNode {
  constructor(
    values: Values,
    args: readonly Evaluator[],
    private readonly call: Call<boolean>,
  ) {
    super(values, args);
  }

  test(columns: Columns, row: number): boolean | undefined {
    return invoke(this.args, this.call, columns, row);
  }
}

function invoke<Result>(
  args: readonly Evaluator[],
  call: Call<Result>,
  columns: Columns,
  row: number,
): Result | undefined {
  const a = args[0]!.value(columns, row);
  if (a === undefined) return undefined;
  if (args.length === 1) return call(a, a, undefined);
  const b = args[1]!.value(columns, row);
  if (b === undefined) return undefined;
  if (args.length === 2) return call(a, b, undefined);
  const c = args[2]!.value(columns, row);
  return c === undefined ? undefined : call(a, b, c);
}

class VariadicCall extends ValueNode {
  constructor(
    args: readonly Evaluator[],
    private readonly call: (parts: readonly Value[]) => Value | undefined,
  ) {
    super(args);
  }

  value(columns: Columns, row: number): Value | undefined {
    const parts: Value[] = [];
    for (const arg of this.args) {
      const part = arg.value(columns, row);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return this.call(parts);
  }
}

class Draw extends ValueNode {
  override readonly deterministic = false;
  override readonly variables: readonly Slot[] = [];

  constructor(private readonly draw: () => Value) {
    super([]);
  }

  value(): Value {
    return this.draw();
  }
}
