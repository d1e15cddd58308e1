import type { Pattern } from './syntax.js';

/** How many instructions a pattern takes about, once its repetitions are written out. */
export function patternSize(pattern: Pattern): number {
  switch (pattern.kind) {
    case 'character':
    case 'anchor':
      return 1;
    case 'group':
      return patternSize(pattern.body) + 2;
    case 'sequence':
      return sizes(pattern.parts);
    case 'choice':
      return sizes(pattern.parts) + pattern.parts.length - 1;
    case 'repetition': {
      const { least, most, body } = pattern;
      const size = patternSize(body);
      return (size || 1) * least + (size + 1) * (most === Infinity ? 1 : most - least);
    }
  }
}

function sizes(parts: readonly Pattern[]): number {
  return parts.reduce((sum, part) => sum + patternSize(part), 0);
}
