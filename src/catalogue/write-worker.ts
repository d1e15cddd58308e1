import { parentPort } from 'node:worker_threads';
import { Problem } from '../errors.js';
import { parseRdf } from '../rdf/parse.js';
import { serializeRdf } from '../rdf/serialize.js';
import type { WriteJob, Written } from './off-thread.js';

/** The N-Triples hold absolute IRIs only. */
const base = 'http://localhost/';

async function write({ ntriples, format }: WriteJob): Promise<Written> {
  try {
    const quads = await parseRdf(new TextDecoder().decode(ntriples), { format: 'ntriples', base });
    return { bytes: new TextEncoder().encode(await serializeRdf(quads, format)) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problem: { kind: error.kind, detail: error.message } };
  }
}

parentPort?.on('message', (job: WriteJob) => {
  void write(job).then(written => {
    const moved = 'bytes' in written ? [written.bytes.buffer as ArrayBuffer] : [];
    parentPort?.postMessage(written, moved);
  });
});
