import type { Anchor, Pattern, Repetition } from './syntax.js';

/** In multi-line mode the place after a newline at the end of the text begins no line (XPath Functions 3.1 section 5.6.1). */
const anchors: Readonly<Record<Anchor, string>> = {
  start: '^',
  end: '$',
  'line start': '(?:^|(?<=\\n)(?!$))',
  'line end': '(?=\\n|$)',
};

/** The same pattern in the syntax of JavaScript, for the flag `u`. */
export function javascriptSource(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'character':
      return pattern.set.source;
    case 'anchor':
      return anchors[pattern.anchor];
    case 'group':
      return `(${javascriptSource(pattern.body)})`;
    case 'choice':
      return pattern.parts.map(javascriptSource).join('|');
    case 'sequence':
      return pattern.parts
        .map(part => (part.kind === 'choice' ? atom(part) : javascriptSource(part)))
        .join('');
    case 'repetition':
      return atom(pattern.body) + quantity(pattern);
  }
}

/** Something that a quantity may follow. */
function atom(pattern: Pattern): string {
  const source = javascriptSource(pattern);
  return pattern.kind === 'character' || pattern.kind === 'group' ? source : `(?:${source})`;
}

function quantity({ least, most, lazy }: Repetition): string {
  return `{${least},${most === Infinity ? '' : most}}${lazy ? '?' : ''}`;
}

/** Whether the source means the same as the pattern with the flag `i`, too. */
export function isPortable(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'character':
      return pattern.set.isPortable;
    case 'anchor':
      return true;
    case 'group':
    case 'repetition':
      return isPortable(pattern.body);
    default:
      return pattern.parts.every(isPortable);
  }
}
