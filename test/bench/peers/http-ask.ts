import { performance } from 'node:perf_hooks';
import { acceptedFor, rowsOf } from './http-answer.js';
import { OverTime, type AskOptions, type Reply } from './peer.js';

/**
 * Asks a SPARQL endpoint (SPARQL 1.1 Protocol section 2.1.1) and takes the time from the request to the last byte.
 * @throws OverTime, or with what the server says when it refuses
 */
export async function askOverHttp(endpoint: string, query: string, options: AskOptions): Promise<Reply> {
  const url = `${endpoint}?query=${encodeURIComponent(query)}`;
  const start = performance.now();
  const { body, response } = await fetched(url, acceptedFor(query), options.limit);
  const milliseconds = performance.now() - start;
  if (!response.ok) throw new Error(body.slice(0, 300));
  const rows = rowsOf(body, response.headers.get('content-type') ?? '');
  return options.rows ? { milliseconds, count: rows.length, rows } : { milliseconds, count: rows.length };
}

async function fetched(
  url: string,
  accept: string,
  limit: number,
): Promise<{ body: string; response: Response }> {
  try {
    const response = await fetch(url, { headers: { accept }, signal: AbortSignal.timeout(limit) });
    return { body: await response.text(), response };
  } catch (error) {
    throw error instanceof Error && error.name === 'TimeoutError' ? new OverTime() : error;
  }
}
