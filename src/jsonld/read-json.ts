import { Problem } from '../errors.js';

/**
 * JSON text to a value.
 * @throws Problem `syntax-error` with the line
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const before = text.slice(0, faultOffset(text));
    throw new Problem('syntax-error', (error as Error).message, { line: before.split('\n').length });
  }
}

/** One token of JSON (RFC 8259), blanks before it. */
const token =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const blanks = /[ \t\n\r]*/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/** What may follow, by what is expected and what is met. `{` and `[` open, `}` and `]` close; `,` depends on where. */
const next: Readonly<Record<Expected, Readonly<Record<string, Expected>>>> = {
  value: { '{': 'key or }', '[': 'value or ]', string: ', or end', other: ', or end' },
  'value or ]': {
    '{': 'key or }',
    '[': 'value or ]',
    string: ', or end',
    other: ', or end',
    ']': ', or end',
  },
  key: { string: ':' },
  'key or }': { string: ':', '}': ', or end' },
  ':': { ':': 'value' },
  ', or end': { ',': 'value', '}': ', or end', ']': ', or end' },
};

const openerOf: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** Where a text that is not JSON goes wrong: the offset of the first token that cannot stand there. */
export function faultOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    const { start, end, met } = tokenAt(text, offset);
    const follows: Expected | undefined = next[expected][met];
    if (!follows || (expected === ', or end' && !fits(met, open))) return start;
    if (met === '{' || met === '[') open.push(met);
    if (met === '}' || met === ']') open.pop();
    expected = met === ',' && open.at(-1) === '{' ? 'key' : follows;
    offset = end;
  }
}

/** The token after the blanks at an offset; `met` is empty when there is none. */
function tokenAt(text: string, offset: number): { start: number; end: number; met: string } {
  blanks.lastIndex = token.lastIndex = offset;
  blanks.exec(text);
  const found = token.exec(text);
  const met = found ? (found[1] ?? (found[2] ? 'string' : 'other')) : '';
  return { start: blanks.lastIndex, end: token.lastIndex, met };
}

/** Whether a comma or closing bracket fits the bracket that is open. */
function fits(met: string, open: readonly string[]): boolean {
  const last = open.at(-1);
  return last !== undefined && (met === ',' || openerOf[met] === last);
}
