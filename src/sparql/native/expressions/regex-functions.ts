import { Unsupported } from '../unsupported.js';
import { ConstantNode, ErrorNode, TestNode, ValueNode, type Columns, type Evaluator } from './evaluator.js';
import type { FunctionContext } from './functions.js';
import { compileRegex, countGroups, parseReplacement, type Regex, type Replacement } from './regex.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** REGEX (SPARQL 1.1 Query section 17.4.3.14) with a pattern that is written in the query. */
export function buildRegex({ values }: FunctionContext, args: readonly Evaluator[]): Evaluator {
  const regex = regexOf('REGEX', args[1], args[2]);
  return regex ? new RegexNode(values, [args[0]!], regex.expression) : new ErrorNode();
}

/** REPLACE (section 17.4.3.15) with a pattern that is written in the query. */
export function buildReplace({ values }: FunctionContext, args: readonly Evaluator[]): Evaluator {
  const regex = regexOf('REPLACE', args[1], args[3]);
  // A pattern that matches nothing at all would match everywhere (XPath Functions 3.1 section 5.6.4, err:FORX0003).
  if (!regex || isEmptyMatch(regex)) return new ErrorNode();
  return new ReplaceNode(values, [args[0]!, args[2]!], regex);
}

function isEmptyMatch({ expression }: Regex): boolean {
  expression.lastIndex = 0;
  return expression.test('');
}

/** @returns undefined for what is an error in every row */
function regexOf(name: string, pattern?: Evaluator, flags?: Evaluator): Regex | undefined {
  const patternText = constantText(name, pattern);
  const flagsText = flags === undefined ? '' : constantText(name, flags);
  return patternText === undefined || flagsText === undefined
    ? undefined
    : compileRegex(patternText, flagsText);
}

function constantText(name: string, node: Evaluator | undefined): string | undefined {
  if (!(node instanceof ConstantNode)) throw new Unsupported(`${name} with a pattern that is not constant`);
  return node.constant.space === 'string' ? node.constant.text : undefined;
}

class RegexNode extends TestNode {
  constructor(
    values: Values,
    args: readonly Evaluator[],
    private readonly expression: RegExp,
  ) {
    super(values, args);
  }

  test(columns: Columns, row: number): boolean | undefined {
    const text = this.args[0]!.value(columns, row);
    if (!text?.isString) return undefined;
    this.expression.lastIndex = 0;
    return this.expression.test(text.text);
  }
}

class ReplaceNode extends ValueNode {
  readonly #groups: number;
  #lastText: string | undefined;
  #lastReplacement: Replacement | undefined;

  constructor(
    private readonly values: Values,
    args: readonly Evaluator[],
    private readonly regex: Regex,
  ) {
    super(args);
    this.#groups = countGroups(regex.expression);
  }

  value(columns: Columns, row: number): Value | undefined {
    const text = this.args[0]!.value(columns, row);
    const by = this.args[1]!.value(columns, row);
    if (!text?.isString || by?.space !== 'string') return undefined;
    const replacement = this.#replacement(by.text);
    if (!replacement) return undefined;
    const replaced = text.text.replace(this.regex.expression, (...match: unknown[]) =>
      replacement.map(part => (typeof part === 'number' ? this.#group(match, part) : part)).join(''),
    );
    return this.values.tagged(text.tag, replaced);
  }

  #group(match: readonly unknown[], number: number): string {
    return number <= this.#groups ? ((match[number] as string | undefined) ?? '') : '';
  }

  #replacement(text: string): Replacement | undefined {
    if (text !== this.#lastText) {
      this.#lastText = text;
      this.#lastReplacement = this.regex.literal ? [text] : parseReplacement(text, this.#groups);
    }
    return this.#lastReplacement;
  }
}
