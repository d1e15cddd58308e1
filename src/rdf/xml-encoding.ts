import { isAscii } from 'node:buffer';
import { Problem } from '../errors.js';
import { decodeUtf8 } from './utf8.js';

/** How bytes of each encoding become text, by its names in small letters. */
const decoders: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'utf-8': decodeUtf8,
  'us-ascii': decodeAscii,
  'iso-8859-1': bytes => bytes.toString('latin1'),
  'windows-1252': decodeWindows,
};
const otherNames: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  ascii: 'us-ascii',
  latin1: 'iso-8859-1',
  'iso_8859-1': 'iso-8859-1',
  cp1252: 'windows-1252',
};

/** How a text begins that is not in one byte a letter: byte order marks, or `<?` without one (XML 1.0 appendix F). */
const beginnings: readonly (readonly [start: string, decode: (bytes: Buffer) => string])[] = [
  ['efbbbf', decodeUtf8],
  ['fffe', decodeUtf16],
  ['feff', bytes => decodeUtf16(swapped(bytes))],
  ['3c003f00', decodeUtf16],
  ['003c003f', bytes => decodeUtf16(swapped(bytes))],
];

/**
 * The text of an XML document, by its byte order mark or by the encoding that it declares; UTF-8 if it has neither
 * (XML 1.0 section 4.3.3; a mark counts for more than a declaration: RFC 7303 section 3).
 * @throws Problem `syntax-error`, with the line, for bytes that the encoding does not have; `bad-request` for an encoding
 * that is not read
 */
export function decodeXml(bytes: Buffer): string {
  const start = bytes.toString('hex', 0, 4);
  const [, decodeMarked] = beginnings.find(([beginning]) => start.startsWith(beginning)) ?? [];
  const decode = decodeMarked ?? decoderOf(declaredEncoding(bytes));
  return decode(bytes).replace(/^\ufeff/, '');
}

/** The encoding that the declaration names; a declaration is in ASCII in each encoding that has one byte a letter. */
function declaredEncoding(bytes: Buffer): string {
  const declaration = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([^">]*)"|'([^'>]*)')/;
  const [, double, single] = declaration.exec(bytes.toString('latin1', 0, 500)) ?? [];
  return double ?? single ?? 'utf-8';
}

function decoderOf(encoding: string): (bytes: Buffer) => string {
  const name = encoding.toLowerCase();
  const decode = new Map(Object.entries(decoders)).get(new Map(Object.entries(otherNames)).get(name) ?? name);
  if (decode) return decode;
  throw new Problem(
    'bad-request',
    `The encoding "${encoding}" that line 1 declares is not read. Save the text as UTF-8; ISO-8859-1, windows-1252, ` +
      'US-ASCII, and UTF-16 with a byte order mark, are read, too.',
    { line: 1 },
  );
}

function decodeAscii(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  const text = bytes.toString('latin1');
  throw notIn('US-ASCII', text.slice(0, text.search(/[\u0080-\u00ff]/)));
}

/** What the bytes 80 to 9F stand for; a blank where they stand for nothing. */
const windowsOnly = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some releases of Node read windows-1252 as ISO-8859-1 (nodejs/node issue 56542). */
function decodeWindows(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return text.replace(/[\u0080-\u009f]/g, (character, index: number) => {
    const letter = windowsOnly[character.charCodeAt(0) - 0x80] ?? ' ';
    if (letter === ' ') throw notIn('windows-1252', text.slice(0, index));
    return letter;
  });
}

function decodeUtf16(bytes: Buffer): string {
  const text = bytes.toString('utf16le');
  const half = /\p{Surrogate}/u.exec(text);
  if (half) throw notIn('UTF-16', text.slice(0, half.index));
  if (bytes.length % 2 === 1) throw notIn('UTF-16', text);
  return text;
}

/** The same with the bytes of each letter in the other order. */
function swapped(bytes: Buffer): Buffer {
  const whole = bytes.length - (bytes.length % 2);
  return Buffer.concat([Buffer.from(bytes.subarray(0, whole)).swap16(), bytes.subarray(whole)]);
}

function notIn(encoding: string, before: string): Problem {
  const line = before.split('\n').length;
  return new Problem(
    'syntax-error',
    `The bytes on line ${line} are not ${encoding}. Save the text as UTF-8.`,
    {
      line,
    },
  );
}
