import { Measured, reportOf, Stopwatch, type StepReport } from './native/explain.js';
import type { Operator } from './native/operator.js';

/** How a query was evaluated. */
export interface QueryProfile {
  readonly engine: 'native' | 'comunica';
  /** Why it was not evaluated natively. */
  readonly reason?: string;
  /** Functions that nothing here evaluates: a call of one is an error of its expression. */
  readonly unknownFunctions?: readonly string[];
  /** The plan of a query that was. */
  readonly plan?: StepReport;
  /** The plans of the parts that were, of a query that was not. */
  readonly pushed?: readonly StepReport[];
  /** How many more times parts were evaluated, whose plans are not shown. */
  readonly pushedMore?: number;
}

/** A join asks for the same part again with the terms of each solution: the first times tell enough. */
const mostPlans = 20;

/** Goes with a query to an evaluator, and tells afterwards how it was evaluated. */
export class Profiler {
  readonly #watch = new Stopwatch();
  readonly #plans: Operator[] = [];
  #unseen = 0;
  #reason: string | undefined;
  #unknownFunctions: readonly string[] = [];

  /** Puts counters around a step of a plan. */
  readonly step = (operator: Operator): Operator => new Measured(operator, this.#watch);

  /** Told of each plan made of such steps. */
  readonly planned = (root: Operator): void => {
    if (this.#plans.length < mostPlans) this.#plans.push(root);
    else this.#unseen += 1;
  };

  /** Whether anything of the query has a plan. */
  get isPlanned(): boolean {
    return this.#plans.length > 0;
  }

  /** Told why the query as a whole is not evaluated natively. */
  handOver(reason = 'The native engine was not asked.'): void {
    this.#reason = reason;
  }

  /** Told of the functions of the query that are not known. */
  missed(functions: readonly string[]): void {
    this.#unknownFunctions = functions;
  }

  /** What was seen so far. */
  get profile(): QueryProfile {
    const unknown = this.#unknownFunctions;
    return { ...this.#evaluation, ...(unknown.length > 0 ? { unknownFunctions: unknown } : {}) };
  }

  get #evaluation(): QueryProfile {
    const plans = this.#plans.map(reportOf);
    const [plan] = plans;
    const more = this.#unseen > 0 ? { pushedMore: this.#unseen } : {};
    if (this.#reason !== undefined)
      return { engine: 'comunica', reason: this.#reason, pushed: plans, ...more };
    return { engine: 'native', ...(plan ? { plan } : {}) };
  }
}
