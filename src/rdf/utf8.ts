import { isUtf8 } from 'node:buffer';
import { Problem } from '../errors.js';

const lineFeed = 10;

/**
 * The text of bytes in UTF-8, a byte order mark included. Nothing is guessed: decoders that are not told otherwise put
 * U+FFFD in the place of what they cannot read, and a text in Latin-1 is stored with broken letters.
 * @param firstLine number of the line that the bytes begin with, in the text that they are a part of
 * @throws Problem `syntax-error` with the line of the first byte that cannot stand there
 */
export function decodeUtf8(bytes: Buffer, firstLine = 1): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const line = firstLine + linesBeforeFault(bytes);
  throw new Problem('syntax-error', `The bytes on line ${line} are not UTF-8. Save the text as UTF-8.`, {
    line,
  });
}

/** No character of UTF-8 has the byte of a line feed in it, so that each line can be looked at by itself. */
function linesBeforeFault(bytes: Buffer): number {
  let lines = 0;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(lineFeed, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return lines;
    lines += 1;
    start = end + 1;
  }
}
