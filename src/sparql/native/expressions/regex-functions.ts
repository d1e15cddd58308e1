import type { Regex } from '../regex/compile-regex.js';
import { regexCache } from '../regex/regex-cache.js';
import { parseReplacement, replaceAll, type Replacement } from '../regex/replacement.js';
import { ConstantNode, ErrorNode, TestNode, ValueNode, type Columns, type Evaluator } from './evaluator.js';
import type { FunctionContext } from './functions.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** The regular expression of a row; undefined for an error. */
type RegexOf = (columns: Columns, row: number) => Regex | undefined;

/**
 * REGEX (SPARQL 1.1 Query section 17.4.3.14).
 * @throws Problem `refused` for a pattern in the query that is refused
 */
export function buildRegex({ values }: FunctionContext, args: readonly Evaluator[]): Evaluator {
  const [text, pattern, flags] = args;
  if (!areConstant(pattern, flags)) return new RegexNode(values, args, varying(pattern!, flags));
  const regex = written(pattern!, flags);
  return regex ? new RegexNode(values, [text!], () => regex) : new ErrorNode();
}

/**
 * REPLACE (section 17.4.3.15).
 * @throws Problem `refused` for a pattern in the query that is refused
 */
export function buildReplace({ values }: FunctionContext, args: readonly Evaluator[]): Evaluator {
  const [text, pattern, replacement, flags] = args;
  const read = [text!, replacement!];
  if (!areConstant(pattern, flags))
    return new ReplaceNode(
      values,
      [...read, ...args.slice(1, 2), ...args.slice(3)],
      varying(pattern!, flags),
    );
  const regex = written(pattern!, flags);
  return regex && !matchesEmpty(regex) ? new ReplaceNode(values, read, () => regex) : new ErrorNode();
}

/** A pattern that matches nothing at all would match everywhere (XPath Functions 3.1 section 5.6.4, err:FORX0003). */
function matchesEmpty(regex: Regex): boolean {
  return regex.test('');
}

function areConstant(...nodes: readonly (Evaluator | undefined)[]): boolean {
  return nodes.every(node => node === undefined || node instanceof ConstantNode);
}

/** @returns undefined for what is an error in every row */
function written(pattern: Evaluator, flags: Evaluator | undefined): Regex | undefined {
  const patternText = plainText(pattern, [], 0);
  const flagsText = flags ? plainText(flags, [], 0) : '';
  if (patternText === undefined || flagsText === undefined) return undefined;
  return regexCache.regex(patternText, flagsText);
}

function varying(pattern: Evaluator, flags: Evaluator | undefined): RegexOf {
  return (columns, row) => {
    const patternText = plainText(pattern, columns, row);
    if (patternText === undefined) return undefined;
    const flagsText = flags ? plainText(flags, columns, row) : '';
    return flagsText === undefined ? undefined : regexCache.regex(patternText, flagsText);
  };
}

/** Patterns, flags and replacements have no language. */
function plainText(node: Evaluator, columns: Columns, row: number): string | undefined {
  const value = node.value(columns, row);
  return value?.space === 'string' ? value.text : undefined;
}

class RegexNode extends TestNode {
  constructor(
    values: Values,
    args: readonly Evaluator[],
    private readonly regexOf: RegexOf,
  ) {
    super(values, args);
  }

  test(columns: Columns, row: number): boolean | undefined {
    const text = this.args[0]!.value(columns, row);
    if (!text?.isString) return undefined;
    return this.regexOf(columns, row)?.test(text.text);
  }
}

class ReplaceNode extends ValueNode {
  #last:
    | { readonly text: string; readonly regex: Regex; readonly replacement: Replacement | undefined }
    | undefined;

  constructor(
    private readonly values: Values,
    args: readonly Evaluator[],
    private readonly regexOf: RegexOf,
  ) {
    super(args);
  }

  value(columns: Columns, row: number): Value | undefined {
    const text = this.args[0]!.value(columns, row);
    const by = plainText(this.args[1]!, columns, row);
    const regex = this.regexOf(columns, row);
    if (!text?.isString || by === undefined || !regex) return undefined;
    const replacement = this.#replacement(by, regex);
    return (
      replacement &&
      this.values.tagged(
        text.tag,
        replaceAll(text.text, regex, replacement, this.values.terms.limits.textLength),
      )
    );
  }

  /** What replaces the matches; undefined when that is an error. */
  #replacement(text: string, regex: Regex): Replacement | undefined {
    if (this.#last?.text !== text || this.#last.regex !== regex)
      this.#last = { text, regex, replacement: this.#parsed(text, regex) };
    return this.#last.replacement;
  }

  #parsed(text: string, regex: Regex): Replacement | undefined {
    if (matchesEmpty(regex)) return undefined;
    return regex.literal ? [text] : parseReplacement(text, regex.groups);
  }
}
