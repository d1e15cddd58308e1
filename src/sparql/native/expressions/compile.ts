import { ExpressionTypes, type Algebra } from '@traqula/algebra-transformations-1-2';
import type { Term } from '@rdfjs/types';
import type { Slot } from '../batch.js';
import type { QueryTerms } from '../query-terms.js';
import { Unsupported } from '../unsupported.js';
import { castFunctions } from './casts.js';
import { isExact } from './compare.js';
import { dateFunctions } from './date-function-table.js';
import { ConstantNode, ErrorNode, VariableNode, slotsOf, type Columns, type Evaluator } from './evaluator.js';
import { recogniseFastTest } from './fast-tests.js';
import type { FunctionContext, FunctionDefinition } from './functions.js';
import { And, Bound, Coalesce, Exists, If, In, Not, Or } from './logic.js';
import { remember } from './memo.js';
import { numericFunctions } from './numeric-function-table.js';
import { buildRegex, buildReplace } from './regex-functions.js';
import { relations } from './relations.js';
import { stringFunctions } from './string-function-table.js';
import { termFunctions } from './term-functions.js';
import { Values, xsd } from './values.js';
import { chainOf, hasVariable, variablesIn } from './variables.js';

export type { Evaluator } from './evaluator.js';

/** What an expression is compiled in. */
export interface Scope {
  /** The slot of a variable, or undefined when nothing binds it. */
  readonly slotOf: (variable: string) => Slot | undefined;
  readonly terms: QueryTerms;
  /** The same instant all through the query (SPARQL 1.1 Query section 17.4.5.1). */
  readonly now: Date;
  readonly baseIRI: string;
  /** The slot of the active graph's name inside GRAPH with a variable, which an EXISTS depends on. */
  readonly graph?: Slot | undefined;
  /** Compiles the pattern of an EXISTS. */
  readonly exists: (input: Algebra.Operation) => (columns: Columns, row: number) => boolean;
}

type Build = (compiler: Compiler, args: readonly Algebra.Expression[]) => Evaluator;

/** Operators that do not simply take the values of all their arguments. */
const forms: Readonly<Record<string, Build>> = {
  '&&': (compiler, args) => new And(compiler.values, compiler.flattened('&&', args)),
  '||': (compiler, args) => new Or(compiler.values, compiler.flattened('||', args)),
  '!': (compiler, args) => new Not(compiler.values, compiler.each(args)),
  if: (compiler, args) => new If(compiler.each(args)),
  coalesce: (compiler, args) => new Coalesce(compiler.each(args)),
  bound: (compiler, args) => new Bound(compiler.values, compiler.each(args)),
  in: (compiler, args) => new In(compiler.values, compiler.each(args), compiler.scope.terms),
  notin: (compiler, args) =>
    new Not(compiler.values, [new In(compiler.values, compiler.each(args), compiler.scope.terms)]),
  regex: (compiler, args) => buildRegex(compiler.context, compiler.each(args)),
  replace: (compiler, args) => buildReplace(compiler.context, compiler.each(args)),
  now: compiler =>
    new ConstantNode(compiler.values.literal(compiler.context.now.toISOString(), `${xsd}dateTime`)),
};

const functions = new Map<string, FunctionDefinition>(
  [relations, numericFunctions, stringFunctions, termFunctions, dateFunctions].flatMap(table =>
    Object.entries(table),
  ),
);
const named = new Map<string, FunctionDefinition>(Object.entries(castFunctions));

/**
 * Makes an expression ready to be evaluated over rows of term ids.
 * @throws Unsupported for what is not done here exactly as the specification says
 */
export function compileExpression(expression: Algebra.Expression, scope: Scope): Evaluator {
  return remember(scope.terms, new Compiler(scope).compile(expression));
}

class Compiler {
  readonly values: Values;
  readonly context: FunctionContext;

  constructor(readonly scope: Scope) {
    this.values = new Values(scope.terms);
    this.context = { values: this.values, now: scope.now, baseIRI: scope.baseIRI };
  }

  compile(expression: Algebra.Expression): Evaluator {
    switch (expression.subType) {
      case ExpressionTypes.TERM:
        return this.#term((expression as Algebra.TermExpression).term as Term);
      case ExpressionTypes.OPERATOR:
        return this.#operator(expression as Algebra.OperatorExpression);
      case ExpressionTypes.NAMED: {
        const { name, args } = expression as Algebra.NamedExpression;
        return this.#named(named.get(name.value), args);
      }
      case ExpressionTypes.EXISTENCE:
        return this.#existence(expression as Algebra.ExistenceExpression);
      default:
        throw new Unsupported(`An expression of kind ${expression.subType}`);
    }
  }

  /** Arguments of one function. Those of a single variable remember, where the function reads several variables. */
  each(args: readonly Algebra.Expression[]): Evaluator[] {
    const nodes = args.map(arg => this.compile(arg));
    return slotsOf(nodes).length > 1 ? nodes.map(node => remember(this.scope.terms, node)) : nodes;
  }

  /** The arguments of a chain of the same operator, as they are written: `a && b && c`. */
  flattened(operator: string, args: readonly Algebra.Expression[]): Evaluator[] {
    return this.each(args.flatMap(arg => chainOf(operator, arg)));
  }

  #term(term: Term): Evaluator {
    if (term.termType === 'Variable') {
      const slot = this.scope.slotOf(term.value);
      return slot === undefined ? new ErrorNode() : new VariableNode(this.values, slot);
    }
    if (term.termType === 'Quad' && hasVariable(term)) {
      const parts = [term.subject, term.predicate, term.object].map(part => this.#term(part));
      return termFunctions['triple']!.build(this.context, parts);
    }
    const constant = this.values.ofId(this.scope.terms.add(term));
    // Of the data too long a number is an error of the expression; of the query it is one to mend.
    if (isExact(constant) && constant.isNumeric && !constant.exact) this.values.assertDigits(Infinity);
    return new ConstantNode(constant);
  }

  #operator({ operator, args }: Algebra.OperatorExpression): Evaluator {
    const form = forms[operator];
    const node = form ? form(this, args) : this.#call(operator, functions.get(operator), args);
    return recogniseFastTest(node, { operator, args, scope: this.scope }) ?? node;
  }

  /** A function that is not known is an error in every row, not of the query (SPARQL 1.1 Query section 17.3). */
  #named(definition: FunctionDefinition | undefined, args: readonly Algebra.Expression[]): Evaluator {
    return definition && takes(definition, args.length)
      ? definition.build(this.context, this.each(args))
      : new ErrorNode();
  }

  #call(
    name: string,
    definition: FunctionDefinition | undefined,
    args: readonly Algebra.Expression[],
  ): Evaluator {
    if (!definition || !takes(definition, args.length)) throw new Unsupported(`The function ${name}`);
    return definition.build(this.context, this.each(args));
  }

  #existence({ input, not }: Algebra.ExistenceExpression): Evaluator {
    const slots = variablesIn(input).map(name => this.scope.slotOf(name));
    const read = [...slots, this.scope.graph].filter(slot => slot !== undefined);
    return new Exists(this.values, this.scope.exists(input), not, read);
  }
}

function takes({ arity: [least, most] }: FunctionDefinition, count: number): boolean {
  return count >= least && count <= most;
}
