import { Algebra, AlgebraFactory, algebraUtils } from '@comunica/utils-algebra';
import type { Literal, NamedNode, Term } from '@rdfjs/types';
import { isLiteral, literal, namedNode, term } from '../rdf/terms.js';
import type { Dictionary } from '../store/dictionary.js';
import { nativeCast } from './comunica-casts.js';
import { isKnownFunction } from './known-functions.js';
import { isWhole } from './native-parts.js';
import type { Regex } from './native/regex/compile-regex.js';
import { regexCache } from './native/regex/regex-cache.js';
import { parseReplacement, replaceAll } from './native/regex/replacement.js';

type TermFunction = (args: readonly Term[]) => Promise<Term>;

const factory = new AlgebraFactory();
const space = 'https://w3id.org/communaux/functions#';

/** Functions that stand for the operators of the same name. What they throw is an error of the expression. */
const functions: Readonly<Record<string, TermFunction>> = {
  regex: ([text, pattern, flags]) =>
    Promise.resolve(
      literal(String(regexOf(pattern, flags).test(stringOf(text).value)), term('xsd', 'boolean')),
    ),
  replace: ([text, pattern, replacement, flags]) =>
    Promise.resolve(replaced(stringOf(text), regexOf(pattern, flags), plainText(replacement))),
};

/**
 * The query with REGEX and REPLACE as functions of ours wherever Comunica evaluates them: its own are those of JavaScript,
 * which can take time without end.
 * @throws Problem `refused` for a pattern in the query that is refused
 */
export function withLinearRegex(query: Algebra.Operation): Algebra.Operation {
  return algebraUtils.mapOperation(query, {
    // The parts that were handed over are evaluated natively.
    [Algebra.Types.SLICE]: { preVisitor: slice => ({ continue: !isWhole(slice) }) },
    [Algebra.Types.EXPRESSION]: { transform: expression => asFunction(expression) },
  });
}

/** What Comunica calls the functions by that it has not itself: one that nothing here evaluates fails in every row. */
export function functionsOver(dictionary: Dictionary): (name: NamedNode) => (args: Term[]) => Promise<Term> {
  return ({ value: name }) =>
    (name.startsWith(space) ? functions[name.slice(space.length)] : nativeCast(name, dictionary)) ?? unknown;
}

const unknown: TermFunction = () => Promise.reject(new Error('The function is not known.'));

function asFunction(expression: Algebra.Expression): Algebra.Expression {
  if (algebraUtils.isKnownSubType(expression, Algebra.ExpressionTypes.NAMED)) return asKnown(expression);
  if (!algebraUtils.isKnownSubType(expression, Algebra.ExpressionTypes.OPERATOR)) return expression;
  const { operator, args } = expression;
  if (!Object.hasOwn(functions, operator)) return expression;
  checkWritten(args[1], operator === 'regex' ? args[2] : args[3]);
  return factory.createNamedExpression(namedNode(space + operator), args);
}

/** What is refused of a pattern in the query, as it could take time without end, is told before the query runs. */
function checkWritten(...written: readonly (Algebra.Expression | undefined)[]): void {
  const [pattern, flags] = written.map(one =>
    one && algebraUtils.isKnownSubType(one, Algebra.ExpressionTypes.TERM) && isLiteral(one.term)
      ? one.term.value
      : '',
  );
  if (pattern) regexCache.regex(pattern, flags ?? '');
}

/** A call that nothing here evaluates is one that fails, as it is to the native operators. */
function asKnown(call: Algebra.NamedExpression): Algebra.Expression {
  return isKnownFunction(call.name.value, call.args.length)
    ? call
    : factory.createNamedExpression(namedNode(`${space}unknown`), []);
}

function replaced(text: Literal, regex: Regex, by: string): Literal {
  const replacement = regex.literal ? [by] : parseReplacement(by, regex.groups);
  if (!replacement || regex.test('')) throw new Error('Nothing can be replaced like this.');
  const made = replaceAll(text.value, regex, replacement);
  return literal(made, text.language ? text.language : text.datatype);
}

function regexOf(pattern: Term | undefined, flags: Term | undefined): Regex {
  const regex = regexCache.regex(plainText(pattern), flags ? plainText(flags) : '');
  if (!regex) throw new Error('The pattern is no regular expression.');
  return regex;
}

function plainText(value: Term | undefined): string {
  const text = stringOf(value);
  if (text.language) throw new Error('A pattern, its flags and what replaces it have no language.');
  return text.value;
}

/** A string, with or without a language. */
function stringOf(value: Term | undefined): Literal {
  if (!value || !isLiteral(value)) throw new Error('There is no text here.');
  if (!value.language && !value.datatype.equals(term('xsd', 'string'))) throw new Error('This is no text.');
  return value;
}
