import { Problem } from '../errors.js';
import { inMegabytes } from './file-bytes.js';

/** Bytes of the longest line that is read, together with those before it in its chunk. */
const longestLine = 1 << 28;

/**
 * Cuts bytes where a line ends, so that no block ends within a character or a word: each block is one or more whole lines.
 * The last may lack its line feed.
 * @throws Problem `too-large` for a line of more than `longest` bytes, while iterating
 */
export async function* wholeLines(
  chunks: AsyncIterable<Buffer>,
  longest = longestLine,
): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(10) + 1;
    if (end > 0) {
      yield Buffer.concat([...begun, chunk.subarray(0, end)]);
      begun = [];
      length = 0;
    }
    begun.push(chunk.subarray(end));
    length += chunk.length - end;
    if (length > longest)
      throw new Problem('too-large', `A line has more than ${inMegabytes(longest)} MB. Break it.`, {
        limit: longest,
      });
  }
  if (length > 0) yield Buffer.concat(begun);
}
