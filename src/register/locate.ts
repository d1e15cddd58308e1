import { Lexer, type Token } from 'n3';
import { prefixes } from '../rdf/prefixes.js';

/** Where a Turtle text says something: a subject, then a predicate of it, then an object of that predicate. */
export interface Spot {
  readonly line: number;
  readonly subject: string;
  readonly predicate?: string;
  /** The IRI, or the lexical form of a literal; `[]` for what stands in brackets, a blank node or a list. */
  readonly object?: string;
}

/** What to look for: the more is known, the nearer the line. */
export interface Wanted {
  readonly focus: string;
  readonly path?: string;
  readonly value?: string;
}

/** Stands for any node without a name. */
const nameless = '[]';

/**
 * The spots of a Turtle text, in its order, from the tokens of the n3 lexer. The text must be well formed.
 * What stands within brackets is passed over: records have no nameless nodes (their checks say so).
 */
export function spotsOf(text: string, base: string): Spot[] {
  const walk = new TokenWalk(base);
  for (const token of new Lexer().tokenize(text)) walk.take(token);
  return walk.spots;
}

/** The line of what is wanted, else of its property, else of its subject, else the first line of the text. */
export function lineOf(spots: readonly Spot[], { focus, path, value }: Wanted): number {
  const about = spots.filter(({ subject }) => subject === focus);
  const said = about.filter(({ predicate }) => path !== undefined && predicate === path);
  const exact = said.find(({ object }) => value !== undefined && object === value);
  return (exact ?? said[0] ?? about[0])?.line ?? 1;
}

/** The line of the first blank node or list, which have no name to look for. */
export function lineOfNameless(spots: readonly Spot[]): number {
  return spots.find(({ subject, object }) => subject === nameless || object === nameless)?.line ?? 1;
}

/** Follows the statements of a Turtle document (Turtle section 6.5) through its tokens. */
class TokenWalk {
  readonly spots: Spot[] = [];
  readonly #prefixes = new Map<string, string>();
  #base: string;
  #subject: string | undefined;
  #predicate: string | undefined;
  #depth = 0;
  /** The prefix that a directive is about to bind; `undefined` outside of a prefix directive. */
  #declared: string | undefined;
  #baseDirective = false;

  readonly #steps: Readonly<Record<string, (token: Token) => void>> = {
    prefix: ({ value = '' }) => (this.#declared = value),
    '@base': () => (this.#baseDirective = true),
    BASE: () => (this.#baseDirective = true),
    IRI: token => {
      this.#iri(token);
    },
    prefixed: token => {
      this.#term(token, (this.#prefixes.get(token.prefix ?? '') ?? '') + (token.value ?? ''));
    },
    abbreviation: token => {
      this.#term(token, prefixes.rdf + 'type');
    },
    literal: token => {
      this.#term(token, token.value ?? '');
    },
    blank: token => {
      this.#term(token, nameless);
    },
    '[': token => {
      this.#open(token);
    },
    '(': token => {
      this.#open(token);
    },
    ']': () => (this.#depth -= 1),
    ')': () => (this.#depth -= 1),
    ';': () => {
      if (this.#depth === 0) this.#predicate = undefined;
    },
    '.': () => (this.#subject = this.#predicate = undefined),
  };

  constructor(base: string) {
    this.#base = base;
  }

  take(token: Token): void {
    this.#steps[token.type]?.(token);
  }

  #iri(token: Token): void {
    const value = resolve(token.value ?? '', this.#base);
    if (this.#declared !== undefined) this.#prefixes.set(this.#declared, value);
    else if (this.#baseDirective) this.#base = value;
    else this.#term(token, value);
    this.#declared = undefined;
    this.#baseDirective = false;
  }

  #open(token: Token): void {
    this.#term(token, nameless);
    this.#depth += 1;
  }

  /** A term at the level of the statement is its subject, its predicate or an object, whichever comes next. */
  #term({ line }: Token, value: string): void {
    if (this.#depth > 0) return;
    if (this.#subject === undefined) {
      this.#subject = value;
      this.spots.push({ line, subject: value });
    } else if (this.#predicate === undefined) {
      this.#predicate = value;
      this.spots.push({ line, subject: this.#subject, predicate: value });
    } else this.spots.push({ line, subject: this.#subject, predicate: this.#predicate, object: value });
  }
}

/** Resolves a reference as RFC 3986 section 5.2 has it; an absolute IRI stays as it is written. */
function resolve(reference: string, base: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(reference)) return reference;
  if (reference === '' || reference.startsWith('#')) return base.replace(/#.*$/s, '') + reference;
  return new URL(reference, base).href;
}
