import type { Reply, Sent } from '../support/exchange.js';

/** What an answer may be: a refusal that says why, the whole answer, or one that visibly breaks off at a bound. */
export type Allowed = 'refusal' | 'whole' | 'cut';

/** A request that goes for something in the server. */
export interface HostileRequest extends Sent {
  readonly name: string;
  /** What it goes for. */
  readonly attacks: string;
  readonly allowed: readonly Allowed[];
  /** Whether a whole answer is the right one, on a register of so many triples. */
  readonly isRight?: (reply: Reply, triples: number) => boolean;
}

export interface QueryOptions {
  /** Name of a result format, as the parameter `format` takes it. */
  readonly format?: string;
  /** How it is sent; a short one in the address, a long one as the body, unless said. */
  readonly via?: 'get' | 'form' | 'direct';
  readonly explain?: true;
  readonly allowed?: readonly Allowed[];
  readonly isRight?: HostileRequest['isRight'];
}

/** An answer too large for any bound, whose first rows may have been sent before that is known. */
export const endless: Pick<QueryOptions, 'allowed'> = { allowed: ['refusal', 'cut'] };

/** An answer that no bound allows, known before a byte is sent. */
export const impossible: Pick<QueryOptions, 'allowed'> = { allowed: ['refusal'] };

/** Longest query, percent-encoded, that goes into an address. */
const longestInAddress = 12_000;

/** A SPARQL query as a request. */
export function query(
  name: string,
  attacks: string,
  text: string,
  options: QueryOptions = {},
): HostileRequest {
  const { format, explain, isRight, allowed = ['refusal', 'whole'] } = options;
  const others = { ...(format === undefined ? {} : { format }), ...(explain ? { explain: '1' } : {}) };
  const sent = sentAs(options.via ?? viaFor(text), text, others);
  return { name, attacks, allowed, ...sent, ...(isRight ? { isRight } : {}) };
}

function viaFor(text: string): 'get' | 'direct' {
  return encodeURIComponent(text).length > longestInAddress ? 'direct' : 'get';
}

function sentAs(via: 'get' | 'form' | 'direct', text: string, others: Record<string, string>): Sent {
  const post = { method: 'POST', path: `/sparql?${new URLSearchParams(others).toString()}` };
  switch (via) {
    case 'get':
      return { path: `/sparql?${new URLSearchParams({ query: text, ...others }).toString()}` };
    case 'form':
      return {
        ...post,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ query: text }).toString(),
      };
    case 'direct':
      return { ...post, headers: { 'content-type': 'application/sparql-query' }, body: text };
  }
}
