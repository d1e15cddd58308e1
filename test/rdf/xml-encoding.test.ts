import assert from 'node:assert/strict';
import { decodeXml } from '../../src/rdf/xml-encoding.js';
import { assertProblem } from '../support/problems.js';

const xml = (encoding: string, text = 'Qualité') =>
  `<?xml version="1.0"${encoding && ` encoding="${encoding}"`}?>\n<a>\n${text}</a>`;
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const windows = (text: string) =>
  Buffer.from([...text].map(letter => ({ '€': 0x80, '’': 0x92, œ: 0x9c })[letter] ?? letter.charCodeAt(0)));

describe('decodeXml', () => {
  const read: Readonly<Record<string, readonly [bytes: Buffer, text: string]>> = {
    'UTF-8 that declares nothing': [Buffer.from(xml('')), xml('')],
    'UTF-8 without a declaration': [Buffer.from('<a>é</a>'), '<a>é</a>'],
    'UTF-8 with a byte order mark': [Buffer.from(`\ufeff${xml('UTF-8')}`), xml('UTF-8')],
    'UTF-16 of the one order': [
      Buffer.from(`\ufeff${xml('UTF-16', '😀é')}`, 'utf16le'),
      xml('UTF-16', '😀é'),
    ],
    'UTF-16 of the other': [utf16be(`\ufeff${xml('utf-16', '😀é')}`), xml('utf-16', '😀é')],
    'UTF-16 without a mark': [Buffer.from(xml('UTF-16LE'), 'utf16le'), xml('UTF-16LE')],
    'ISO-8859-1': [Buffer.from(xml('ISO-8859-1'), 'latin1'), xml('ISO-8859-1')],
    'ISO-8859-1 in small letters and single quotes': [
      Buffer.from("<?xml version='1.0' encoding='iso-8859-1'?><a>é\u0085</a>", 'latin1'),
      "<?xml version='1.0' encoding='iso-8859-1'?><a>é\u0085</a>",
    ],
    'windows-1252': [windows(xml('Windows-1252', 'l’œuvre à 5 €')), xml('Windows-1252', 'l’œuvre à 5 €')],
    'US-ASCII': [Buffer.from(xml('US-ASCII', 'e')), xml('US-ASCII', 'e')],
    'what declares one encoding and begins with the mark of another': [
      Buffer.from(`\ufeff${xml('ISO-8859-1')}`),
      xml('ISO-8859-1'),
    ],
  };
  for (const [name, [bytes, text]] of Object.entries(read))
    it(`reads ${name}`, () => {
      assert.equal(decodeXml(bytes), text);
    });

  const broken: Readonly<Record<string, Buffer>> = {
    'ISO-8859-1 that declares nothing': Buffer.from(xml(''), 'latin1'),
    'ISO-8859-1 that calls itself UTF-8': Buffer.from(xml('utf-8'), 'latin1'),
    'a letter in US-ASCII': Buffer.from(xml('US-ASCII')),
    'a byte that windows-1252 does not have': Buffer.from(xml('windows-1252', '\u0081'), 'latin1'),
    'half a character in UTF-16': Buffer.from(`\ufeff${xml('', '\ud83d')}`, 'utf16le'),
    'a byte too few in UTF-16': Buffer.from(`\ufeff${xml('')}`, 'utf16le').subarray(0, -1),
  };
  for (const [name, bytes] of Object.entries(broken))
    it(`refuses ${name}, and tells the line`, async () => {
      const { members } = await assertProblem(
        () => decodeXml(bytes),
        'syntax-error',
        /bytes on line 3 are not/,
      );
      assert.deepEqual(members, { line: 3 });
    });

  for (const encoding of ['ISO-8859-15', 'Shift_JIS', 'UTF-16', 'UTF-32', 'constructor', ''])
    it(`refuses bytes that declare "${encoding}", and names the encodings that are read`, async () => {
      const bytes = Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a/>`);
      await assertProblem(
        () => decodeXml(bytes),
        'bad-request',
        /UTF-8; ISO-8859-1, windows-1252, US-ASCII, and UTF-16/,
      );
    });
});
