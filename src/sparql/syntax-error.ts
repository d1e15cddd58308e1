import type { IParserErrorMessageProvider, IToken, TokenType } from '@traqula/chevrotain';
import { Problem, type Words } from '../errors.js';
import { passedOver } from '../rdf/nesting.js';
import { prefixes } from '../rdf/prefixes.js';

/** Where a parser stopped, what it found there and what it could have taken instead. */
interface Stop {
  readonly found: IToken;
  readonly expected: readonly TokenType[];
}

/** What people call the parser's tokens, where its own names would tell them little. */
const tokenNames: Readonly<Record<string, string>> = {
  Var1: 'a variable',
  Var2: 'a variable',
  IriRef: 'an IRI',
  PNameLn: 'an IRI',
  PNameNs: 'an IRI',
  BlankNodeLabel: 'a blank node',
  Anon: 'a blank node',
  Nil: '()',
  EOF: 'the end of the query',
  LANG_DIR: 'a language tag',
  Version: 'VERSION',
  Order: 'ORDER BY',
  GroupByGroup: 'GROUP BY',
};

const frenchNames: Readonly<Record<string, string>> = {
  'a variable': 'une variable',
  'an IRI': 'un IRI',
  'a blank node': 'un nœud anonyme',
  'the end of the query': "l'arrêt de la requête",
  'a language tag': 'une étiquette de langue',
  'a string': 'une chaîne',
  'a number': 'un nombre',
};

/** `StringLiteralLong1` is a string, `IntegerPositive` a number, `BuiltInCount` COUNT, `LCurly` {. */
function tokenName({ name, PATTERN, LABEL }: TokenType): string {
  if (typeof PATTERN === 'string') return PATTERN;
  if (name.startsWith('StringLiteral')) return 'a string';
  if (/^(Integer|Decimal|Double)/.test(name)) return 'a number';
  return tokenNames[name] ?? (LABEL ?? name).toUpperCase();
}

/** The prefixes that the register's own files use, which a query may have meant. */
const known = new Map<string, string>(Object.entries(prefixes));

/** Marks the JSON that carries a `Stop` through the parser's message, which is text. */
const mark = '\u0001';

function message(found: IToken, expected: readonly TokenType[]): string {
  const { image, startOffset } = found;
  const names = [...new Set(expected.map(tokenName))];
  return mark + JSON.stringify({ image: clip(image), startOffset, names });
}

const clip = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

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
    return syntaxProblem(text, offset, image === '' ? queryEnd : quoted(image), names);
  }
  const [, unexpected] = /unexpected character: ->[^]<- at offset: (\d+)/.exec(error.message) ?? [];
  if (unexpected) return syntaxProblem(text, Number(unexpected), foundAt(text, Number(unexpected)), []);
  const [, prefix] = /^Unknown prefix: (\S*)$/.exec(error.message) ?? [];
  if (prefix !== undefined)
    return syntaxProblem(
      text,
      prefixAt(text, prefix),
      {
        en: `the prefix "${prefix}:", never declared,`,
        fr: `le préfixe « ${prefix}: », qui n'est pas déclaré,`,
      },
      [`PREFIX ${prefix}: <${known.get(prefix) ?? '…'}> at the start of the query`],
    );
  if (error instanceof RangeError)
    return new Problem('bad-request', {
      en: 'The query is too long a chain to be taken in. Split it, or put its terms in VALUES or IN.',
      fr: 'La requête est une chaîne trop longue. Coupez-la, ou mettez ses termes dans VALUES ou IN.',
    });
  return new Problem('syntax-error', {
    en: `The query cannot be understood: ${error.message}`,
    fr: `La requête n'est pas comprise : ${error.message}`,
  });
}

/** The word, or the character, that no token begins with. */
function foundAt(text: string, offset: number): Words {
  const [word = ''] = /^(?:[\p{L}\p{N}_-]+|.)/su.exec(text.slice(offset, offset + 100)) ?? [];
  return word === '"' || word === "'"
    ? { en: 'a string that is never closed', fr: "une chaîne qui n'est pas fermée" }
    : quoted(clip(word));
}

const queryEnd: Words = { en: 'the end of the query', fr: "l'arrêt de la requête" };

const quoted = (text: string): Words => ({ en: `"${text}"`, fr: `« ${text} »` });

/** Where a prefix is first used, outside of strings, IRIs and comments. */
function prefixAt(text: string, prefix: string): number {
  const name = prefix.replaceAll('.', '\\.');
  const uses = new RegExp(`${passedOver.source}|((?<![\\w.\\-\\u00b7-\\uffff])${name}:)`, 'g');
  for (const { 1: use, index } of text.matchAll(uses)) if (use) return index;
  return 0;
}

/** A variable that cannot stand where it does, and why: what is said after its name. */
export interface ScopeFault {
  readonly name: string;
  readonly offset: number;
  readonly why: Words;
}

/** The problem of a query that has the grammar's form, and no meaning. */
export function scopeProblem(text: string, { name, offset, why }: ScopeFault): Problem {
  const place = placeOf(text, offset);
  const { line, column } = place;
  return new Problem(
    'syntax-error',
    {
      en: `Line ${line}, column ${column}: ?${name} ${why.en}`,
      fr: `Ligne ${line}, colonne ${column}\u00a0: ?${name} ${why.fr}`,
    },
    { ...place, variable: name },
  );
}

/** Line and column, from 1. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function syntaxProblem(text: string, offset: number, found: Words, expected: readonly string[]): Problem {
  const { line, column } = placeOf(text, offset);
  const names = expected.slice(0, 12);
  const hint = names.length ? ` Expected: ${names.join(', ')}.` : '';
  const inFrench = names.map(
    name => frenchNames[name] ?? name.replace(' at the start of the query', ' en tête'),
  );
  const advice = names.length ? ` Attendu : ${inFrench.join(', ')}.` : '';
  return new Problem(
    'syntax-error',
    {
      en: `Line ${line}, column ${column}: ${found.en} is not expected here.${hint}`,
      fr: `Ligne ${line}, colonne ${column} : ${found.fr} n'est pas attendu ici.${advice}`,
    },
    {
      line,
      column,
      found: found.en,
      expected,
    },
  );
}
