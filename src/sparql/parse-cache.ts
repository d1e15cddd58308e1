import type { Limits } from '../limits.js';
import { parseQuery, type ParsedQuery } from './parse.js';

/** Queries kept at hand, and the longest text of one. */
const mostQueries = 500;
const longestText = 10_000;

/** Parses queries, and remembers those of late: a page asks the same few again and again. */
export class ParseCache {
  /** In the order of their last use. */
  readonly #kept = new Map<string, ParsedQuery>();

  constructor(
    private readonly baseIRI: string,
    private readonly limits: Limits,
  ) {}

  /** @throws Problem as `parseQuery` does */
  parse(text: string): ParsedQuery {
    const query = this.#kept.get(text) ?? parseQuery(text, this.baseIRI, this.limits);
    if (text.length > longestText) return query;
    this.#kept.delete(text);
    this.#kept.set(text, query);
    if (this.#kept.size > mostQueries) this.#forgetOldest();
    return query;
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
