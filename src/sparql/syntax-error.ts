import type { IParserErrorMessageProvider, IToken, TokenType } from '@traqula/chevrotain';
import { Problem } from '../errors.js';

/** Where a parser stopped, what it found there and what it could have taken instead. */
interface Stop {
  readonly found: IToken;
  readonly expected: readonly TokenType[];
}

/** What people call the parser's tokens. */
const tokenNames: Readonly<Record<string, string>> = {
  LCurly: '{',
  RCurly: '}',
  LParen: '(',
  RParen: ')',
  LSquare: '[',
  RSquare: ']',
  dot: '.',
  Var1: 'a variable',
  Var2: 'a variable',
  IriRef: 'an IRI',
  PNameLn: 'an IRI',
  PNameNs: 'an IRI',
  BlankNodeLabel: 'a blank node',
  Anon: 'a blank node',
  Nil: '()',
  EOF: 'the end of the query',
  TripleTermOpen: '<<(',
  ReificationOpen: '<<',
};

/** `StringLiteralLong1` is a string, `IntegerPositive` a number, `BuiltInCount` COUNT, `[` itself. */
function tokenName(name: string): string {
  if (name.startsWith('StringLiteral')) return 'a string';
  if (/^(Integer|Decimal|Double)/.test(name)) return 'a number';
  return tokenNames[name] ?? name.replace(/^BuiltIn/, '').toUpperCase();
}

/** Marks the JSON that carries a `Stop` through the parser's message, which is text. */
const mark = '\u0001';

function message(found: IToken, expected: readonly TokenType[]): string {
  const { image, startOffset } = found;
  const names = [...new Set(expected.map(({ name }) => tokenName(name)))];
  return mark + JSON.stringify({ image, startOffset, names });
}

const firstTokens = (paths: TokenType[][][]) => paths.flat().flatMap(([first]) => first ?? []);

/** Makes the parser tell what it found and expected as data; `toProblem` reads it back. */
export const errorMessageProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, actual }) => message(actual, [expected]),
  buildNotAllInputParsedMessage: ({ firstRedundant }) => message(firstRedundant, []),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual }) =>
    message(actual[0] as Stop['found'], firstTokens(expectedPathsPerAlt)),
  buildEarlyExitMessage: ({ expectedIterationPaths, actual }) =>
    message(actual[0] as Stop['found'], firstTokens([expectedIterationPaths])),
};

/** A syntax error of the SPARQL parser as a problem with line and column (from 1), found and expected. */
export function toProblem(error: Error, text: string): Problem {
  const [, data] = error.message.split(mark);
  if (data) {
    const { image, startOffset, names } = JSON.parse(data) as {
      image: string;
      startOffset: number;
      names: string[];
    };
    // The end of the text has no offset of its own.
    const offset = image === '' || !Number.isFinite(startOffset) ? text.length : startOffset;
    return syntaxProblem(text, offset, image === '' ? 'the end of the query' : `"${image}"`, names);
  }
  const unexpected = /unexpected character: ->(.+?)<- at offset: (\d+)/s.exec(error.message);
  if (unexpected) return syntaxProblem(text, Number(unexpected[2]), `"${unexpected[1] ?? ''}"`, []);
  const [, prefix] = /^Unknown prefix: (\S*)$/.exec(error.message) ?? [];
  if (prefix !== undefined)
    return syntaxProblem(text, text.indexOf(`${prefix}:`), `the prefix "${prefix}:", never declared,`, [
      `PREFIX ${prefix}: <…> at the start of the query`,
    ]);
  return new Problem('syntax-error', `The query cannot be understood: ${error.message}`);
}

function syntaxProblem(text: string, offset: number, found: string, expected: readonly string[]): Problem {
  const before = text.slice(0, offset).split('\n');
  const line = before.length;
  const column = (before.at(-1)?.length ?? 0) + 1;
  const hint = expected.length ? ` Expected: ${expected.slice(0, 12).join(', ')}.` : '';
  return new Problem(
    'syntax-error',
    `Line ${line}, column ${column}: ${found} is not expected here.${hint}`,
    {
      line,
      column,
      found,
      expected,
    },
  );
}
