import { Problem } from '../errors.js';
import type { Limits } from '../limits.js';
import { passedOver } from '../rdf/nesting.js';

/** A text, an IRI or a comment; a word, such as a name, a number or a variable; a sign. */
const tokens = new RegExp(`${passedOver.source}|[^\\s"'<>#\\\\()[\\]{},;|/^*+!=&-]+|\\S`, 'g');

/** Longer words without a colon, a question mark or the like are none: the lexer reads them letter by letter. */
const longestKeyword = 100;
const inNames = /[:?$@]/;
/** Signs that stand between the parts of an expression, and not between the members of a list. */
const inExpressions = new Set([',', '=', '|', '&', '!', '*', '/', '<', '>']);

/** What stands within a pair of brackets, but for what stands in brackets within. */
interface Bracket {
  readonly opener: string;
  words: number;
  /** Commas and operators. */
  signs: number;
  /** Variables one after the other, up to here. */
  variables: number;
}

/**
 * Refuses, before the parser sees it, a text that keeps a parser busy: its lexer goes over long words again and again, and
 * some of its steps take time in the square of what a clause has. Linear, whatever the text.
 * @throws Problem `token-limit`, `too-large` or `pattern-limit`
 */
export function assertTokens(text: string, limits: Limits): void {
  const count = new TokenCount(limits);
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token.startsWith('#')) continue;
    if (token.length > limits.tokenLength) throw tooLong(limits.tokenLength, text.slice(0, index));
    count.take(token);
  }
}

class TokenCount {
  readonly #outside: Bracket = { opener: '', words: 0, signs: 0, variables: 0 };
  readonly #open: Bracket[] = [];
  #tokens = 0;
  #groups = 0;
  #names = 0;

  constructor(private readonly limits: Limits) {}

  take(token: string): void {
    const { queryTokens, queryPatterns } = this.limits;
    this.#tokens += token.length > longestKeyword && isPlainWord(token) ? token.length : 1;
    if (this.#tokens > queryTokens) throw tooMany(queryTokens);
    if (token === '{') this.#groups += 1;
    if (/^as$/i.test(token)) this.#names += 1;
    const bracket = this.#open.at(-1) ?? this.#outside;
    bracket.variables = /^[?$]/.test(token) ? bracket.variables + 1 : 0;
    if (Math.max(this.#groups, this.#names, bracket.variables) > queryPatterns)
      throw tooManyPatterns(queryPatterns);
    this.#place(token, bracket);
  }

  #place(token: string, bracket: Bracket): void {
    if ('([{'.includes(token)) this.#open.push({ opener: token, words: 0, signs: 0, variables: 0 });
    else if (')]}'.includes(token)) this.#close();
    else if (inExpressions.has(token)) bracket.signs += 1;
    else bracket.words += 1;
  }

  /** Parentheses with next to no signs are a list, each member of which takes two triple patterns. */
  #close(): void {
    const { opener = '', words = 0, signs = 0 } = this.#open.pop() ?? {};
    const { queryPatterns } = this.limits;
    const isList = opener === '(' && signs * 4 < words;
    if (isList && words > 2 * queryPatterns) throw tooManyPatterns(queryPatterns);
  }
}

function isPlainWord(token: string): boolean {
  return !/^["'<]/.test(token) && !inNames.test(token);
}

function tooLong(limit: number, before: string): Problem {
  const line = before.split('\n').length;
  return new Problem(
    'token-limit',
    {
      en: `A text, IRI or name in line ${line} has more than ${limit} characters, the limit here. Shorten it.`,
      fr: `Un texte, un IRI ou un nom de la ligne ${line} a plus de ${limit} caractères, la limite ici. Raccourcissez-le.`,
    },
    { limit, line },
  );
}

function tooMany(limit: number): Problem {
  return new Problem(
    'too-large',
    {
      en: `The query has more than ${limit} words and signs, the limit here. Split it, or ask for less at a time.`,
      fr: `La requête a plus de ${limit} mots et signes, la limite ici. Divisez-la, ou demandez-en moins à la fois.`,
    },
    { limit },
  );
}

/** The refusal of a query of too many patterns. */
export function tooManyPatterns(limit: number): Problem {
  return new Problem(
    'pattern-limit',
    {
      en: `The query has more than ${limit} patterns, groups or named expressions, the limit here. Split it, or use VALUES.`,
      fr: `La requête a plus de ${limit} motifs, groupes ou expressions nommées, la limite ici. Divisez-la, ou prenez VALUES.`,
    },
    { limit },
  );
}
