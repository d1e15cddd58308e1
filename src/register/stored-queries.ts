import type { Quad, Term } from '@rdfjs/types';
import type { Query, SparqlEngine } from '../sparql/engine.js';
import type { AnswerFormats } from '../sparql/formats.js';
import { readNTriples } from './read-ntriples.js';

export type Terms = Readonly<Record<string, Term>>;

const maxRemembered = 2_000;

/** A row of a table, by variable. */
export type Row = Readonly<Record<string, string | undefined>>;

/**
 * The second verb by which the register reads: a query of `queries/`, with terms bound to its variables.
 * An answer is remembered until the store's revision moves.
 */
export class StoredQueries {
  readonly #remembered = new Map<string, Promise<string>>();
  #revision = -1;

  constructor(
    /** Texts by name (`kind-things` for queries/kind-things.rq). */
    private readonly texts: ReadonlyMap<string, string>,
    private readonly engine: SparqlEngine,
    private readonly currentRevision: () => number,
  ) {}

  /** The triples that a CONSTRUCT query of that name gives. */
  async construct(name: string, bindings: Terms = {}): Promise<readonly Quad[]> {
    const text = await this.#answer(name, bindings, { graph: 'ntriples' });
    return readNTriples(text);
  }

  /** The rows that a SELECT query of that name gives, each term by its value. */
  async select(name: string, bindings: Terms = {}): Promise<Row[]> {
    const text = await this.#answer(name, bindings, { solutions: 'json' });
    const { results } = JSON.parse(text) as { results: { bindings: Record<string, { value: string }>[] } };
    return results.bindings.map(row =>
      Object.fromEntries(Object.entries(row).map(([key, { value }]) => [key, value])),
    );
  }

  /** The oldest answer makes room; a failed one is forgotten at once. */
  #answer(name: string, bindings: Terms, formats: AnswerFormats): Promise<string> {
    if (this.#revision !== this.currentRevision()) this.#remembered.clear();
    this.#revision = this.currentRevision();
    const key = JSON.stringify([name, bindings]);
    const known = this.#remembered.get(key);
    if (known) return known;
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size >= maxRemembered && oldest !== undefined) this.#remembered.delete(oldest);
    const answer = this.#run(name, bindings, formats);
    this.#remembered.set(key, answer);
    answer.catch(() => this.#remembered.delete(key));
    return answer;
  }

  async #run(name: string, bindings: Terms, formats: AnswerFormats): Promise<string> {
    const text = this.texts.get(name);
    if (text === undefined) throw new Error(`There is no stored query "${name}".`);
    const query: Query = { text, bindings, formats };
    const { body } = await this.engine.answer(query);
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  }
}
