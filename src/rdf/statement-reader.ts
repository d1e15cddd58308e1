import { EventEmitter } from 'node:events';
import { Parser, type ParserOptions } from 'n3';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import type { RdfFormatId } from './formats.js';
import { faultOf } from './well-formed.js';

/** The formats whose statements are read one after the other; the n3 parser knows these by its own names. */
export const statementFormats = {
  turtle: 'Turtle',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
  trig: 'TriG',
} as const satisfies Partial<Record<RdfFormatId, string>>;

export type StatementFormat = keyof typeof statementFormats;

export function isStatementFormat(format: RdfFormatId): format is StatementFormat {
  return Object.hasOwn(statementFormats, format);
}

/**
 * Reads Turtle and its relatives piece by piece. A piece ends where a line does: n3 cannot tell that a name goes on in the
 * next one.
 */
export class StatementReader {
  readonly #input = new EventEmitter();
  #fault: Error | undefined;

  /** @param add gets each quad as soon as it is read */
  constructor(options: ParserOptions, add: (quad: Quad) => void) {
    new Parser(options).parse(this.#input, (error, quad) => {
      if (this.#fault) return;
      const fault = quad && faultOf(quad);
      if (error) this.#fault = error;
      else if (fault) this.#fault = new Error(fault);
      else if (quad) add(quad);
    });
  }

  /** @throws Problem `syntax-error` with the parser's message and, where it gives one, the line */
  write(text: string): void {
    this.#input.emit('data', text);
    this.#check();
  }

  /** Ends the text. @throws as `write` */
  end(): void {
    this.#input.emit('end');
    this.#check();
  }

  #check(): void {
    if (this.#fault) throw syntaxError(this.#fault);
  }
}

/** What n3 says, as a Problem. */
export function syntaxError(error: Error & { readonly context?: { readonly line?: number } }): Problem {
  // n3 quotes the rest of the line that it cannot read.
  const shortened = error.message.replace(/^(Unexpected "[^]{80})[^]*("[^"]*)$/, '$1…$2');
  const line = error.context?.line;
  return new Problem('syntax-error', shortened, line === undefined ? {} : { line });
}
