import type { ExplanationFormat } from './formats.js';
import type { StepReport } from './native/explain.js';
import type { QueryProfile } from './profile.js';

/** How a query was evaluated, how many rows its answer has, and how long it took to read. */
export interface Explanation extends QueryProfile {
  /** Rows of a table, triples of a graph before equal ones are one, 1 for a truth value. */
  readonly rows: number;
  readonly milliseconds: number;
  /** Why it was stopped; the rest tells what was done until then. */
  readonly stopped?: string;
}

/** A step of a plan that was not run. */
export interface PlannedStep extends Pick<StepReport, 'name' | 'detail' | 'estimate'> {
  readonly inputs: readonly PlannedStep[];
}

/** How a query would be evaluated. */
export interface QueryPlan extends Omit<QueryProfile, 'plan' | 'pushed'> {
  readonly plan?: PlannedStep;
  readonly pushed?: readonly PlannedStep[];
}

/** A profile without what only a run can tell. */
export function planOf({ plan, pushed, ...profile }: QueryProfile): QueryPlan {
  return {
    ...profile,
    ...(plan ? { plan: planned(plan) } : {}),
    ...(pushed ? { pushed: pushed.map(planned) } : {}),
  };
}

function planned({ name, detail, estimate, inputs }: StepReport): PlannedStep {
  return {
    name,
    ...(detail === undefined ? {} : { detail }),
    ...(estimate === undefined ? {} : { estimate }),
    inputs: inputs.map(planned),
  };
}

export const writers: Readonly<Record<ExplanationFormat, (explanation: Explanation) => string>> = {
  json: asJson,
  text: ({ rows, milliseconds, stopped, ...profile }) =>
    asText(profile, {
      head: `${String(rows)} rows · ${String(milliseconds)} ms`,
      notes: stopped === undefined ? [] : [`stopped: ${stopped}`],
      columns: inColumns(columns),
      lineOf: figuresOf,
    }),
};

export const writersOfPlans: Readonly<Record<ExplanationFormat, (plan: QueryPlan) => string>> = {
  json: asJson,
  text: plan =>
    asText(plan, {
      head: 'not run',
      notes: [],
      columns: inColumns(['expected']),
      lineOf: ({ estimate }) => inColumns([estimate === undefined ? '' : figure(estimate)]),
    }),
};

function asJson(value: Explanation | QueryPlan): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A step, with its figures if it was run. */
type Step = PlannedStep & Partial<Omit<StepReport, keyof PlannedStep>>;

/** How a text tells of its query and of the steps: what stands before the name of each. */
interface Telling {
  readonly head: string;
  readonly notes: readonly string[];
  readonly columns: string;
  readonly lineOf: (step: Step) => string;
}

/** One line a step, each under the step that takes its rows, with the figures in columns before it. */
function asText(
  { engine, reason, plan, pushed = [], pushedMore, unknownFunctions = [] }: QueryPlan,
  { head, notes, columns: names, lineOf }: Telling,
): string {
  const table = (root: Step) => [`${names}  step`, ...stepLines(root, lineOf)];
  const lines = [`engine ${engine} · ${head}`, ...notes];
  for (const name of unknownFunctions)
    lines.push(`The function <${name}> is not known here: each expression with it is an error.`);
  if (reason !== undefined) lines.push(`not native as a whole: ${reason}`);
  if (plan) lines.push('', ...table(plan));
  if (reason !== undefined && pushed.length === 0) lines.push('No part of it was evaluated natively.');
  for (const [at, part] of pushed.entries())
    lines.push('', `evaluated natively, part ${String(at + 1)}`, ...table(part));
  if (pushedMore !== undefined) lines.push('', `and ${String(pushedMore)} more, for single solutions`);
  return `${lines.join('\n')}\n`;
}

const columns = ['rows in', 'rows', 'expected', 'ms', 'own ms'] as const;
const width = 10;

function figuresOf(step: Step): string {
  const { estimate, rowsIn = 0, rows = 0, milliseconds = 0, ownMilliseconds = 0 } = step;
  const expected = estimate === undefined ? '' : figure(estimate * rowsIn);
  return inColumns([String(rowsIn), String(rows), expected, figure(milliseconds), figure(ownMilliseconds)]);
}

function stepLines(step: Step, lineOf: (step: Step) => string, depth = 0): string[] {
  const { name, detail, inputs } = step;
  const line = `${lineOf(step)}  ${'  '.repeat(depth)}${name}${detail === undefined ? '' : `  ${detail}`}`;
  return [line, ...inputs.flatMap(input => stepLines(input, lineOf, depth + 1))];
}

function inColumns(cells: readonly string[]): string {
  return cells.map(cell => cell.padStart(width)).join('');
}

/** Whole from a hundred on, with three digits below. */
function figure(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
