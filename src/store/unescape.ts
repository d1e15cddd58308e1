/** Characters after a backslash, and what they stand for (RDF 1.1 N-Triples section 7, production ECHAR). */
const escapes = new Map(
  Object.entries({ t: '\t', b: '\b', n: '\n', r: '\r', f: '\f', '"': '"', "'": "'", '\\': '\\' }).map(
    ([letter, character]) => [letter.charCodeAt(0), character.charCodeAt(0)],
  ),
);

/** Numbers of hexadecimal digits after `\u` and `\U` (production UCHAR). */
const digits = new Map([
  ['u'.charCodeAt(0), 4],
  ['U'.charCodeAt(0), 8],
]);

const backslash = '\\'.charCodeAt(0);

/**
 * Writes a text without its escapes to `to`, which is at least as long: no escape is shorter than what it stands for.
 * @returns the length of what was written; -1 for an escape that stands for no character
 */
export function unescape(text: Buffer, start: number, end: number, to: Buffer): number {
  let length = 0;
  for (let at = start; at < end;) {
    const byte = text[at]!;
    if (byte !== backslash) {
      to[length++] = byte;
      at += 1;
      continue;
    }
    const letter = text[at + 1]!;
    const character = escapes.get(letter);
    const count = digits.get(letter) ?? 0;
    if (character !== undefined) to[length++] = character;
    else {
      const written = writeCodePoint(text.toString('latin1', at + 2, at + 2 + count), to, length);
      if (written === 0) return -1;
      length += written;
    }
    at += 2 + count;
  }
  return length;
}

function writeCodePoint(hex: string, to: Buffer, at: number): number {
  if (!/^[\dA-Fa-f]+$/.test(hex)) return 0;
  const codePoint = parseInt(hex, 16);
  // Half of a surrogate pair is no character.
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return 0;
  return to.write(String.fromCodePoint(codePoint), at);
}
