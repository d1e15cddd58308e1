import assert from 'node:assert/strict';
import { OffThreadWriter } from '../../src/catalogue/off-thread.js';
import { Problem } from '../../src/errors.js';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('writing off the thread', () => {
  it('answers each in turn, in its own format', async () => {
    const writer = new OffThreadWriter();
    const ntriples = encode('<http://x/a> <http://x/p> "é" .\n');
    const [turtle, xml] = await Promise.all([
      writer.write({ ntriples, format: 'turtle' }),
      writer.write({ ntriples, format: 'rdfxml' }),
    ]);
    assert.match(decode(turtle), /<http:\/\/x\/a> <http:\/\/x\/p> "é"/);
    assert.match(decode(xml), /^<rdf:RDF/);
  });

  it('refuses what the format cannot say, and goes on with the next', async () => {
    const writer = new OffThreadWriter();
    const refused = writer.write({ ntriples: encode('<http://x/a> <http://x/9> "v" .\n'), format: 'rdfxml' });
    const next = writer.write({ ntriples: encode(''), format: 'turtle' });
    await assert.rejects(
      refused,
      (error: unknown) => error instanceof Problem && error.kind === 'not-acceptable',
    );
    assert.equal(decode(await next), '');
  });

  it('fails, and starts anew, when its thread dies', async () => {
    const writer = new OffThreadWriter();
    // No TypedArray: the decoder throws what nobody foresaw.
    await assert.rejects(writer.write({ ntriples: 5 as unknown as Uint8Array, format: 'turtle' }));
    const ntriples = encode('<http://x/a> <http://x/p> <http://x/b> .\n');
    assert.match(decode(await writer.write({ ntriples, format: 'turtle' })), /x\/b/);
  });
});
