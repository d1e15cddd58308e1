import { parseQuery, type ParsedQuery } from './parse.js';

/** Queries kept at hand, and the longest text of one. */
const mostQueries = 500;
const longestText = 10_000;

/** Parses queries, and remembers those of late: a page asks the same few again and again. */
export class ParseCache {
  /** In the order of their last use. */
  readonly #kept = new Map<string, ParsedQuery>();

  constructor(private readonly baseIRI: string) {}

  /** @throws Problem as `parseQuery` does */
  parse(text: string): ParsedQuery {
    const known = this.#kept.get(text);
    const query = known ?? parseQuery(text, this.baseIRI);
    this.#kept.delete(text);
    if (text.length <= longestText) this.#kept.set(text, query);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostQueries && oldest !== undefined) this.#kept.delete(oldest);
    return query;
  }
}
