import type { Answer } from '../sparql/engine.js';

const mark = Buffer.from('\uFEFF');

/**
 * An answer as a file that people open: CSV gets a byte order mark, without which spreadsheets read UTF-8 as the local 8-bit
 * charset and accents break. Programs that ask the query endpoint get none (SPARQL 1.1 Query Results CSV has none).
 */
export function withByteOrderMark(answer: Answer): Answer {
  const { mediaType, body, whole } = answer;
  if (mediaType !== 'text/csv') return answer;
  return { mediaType, body: marked(body), ...(whole ? { whole: Buffer.concat([mark, whole]) } : {}) };
}

/** Nothing comes before the first part: an answer that fails before it can still be refused. */
async function* marked(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const part of parts) {
    if (isFirst) yield mark;
    isFirst = false;
    yield part;
  }
}
