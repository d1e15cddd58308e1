import { compileRegex } from './compile-regex.js';
import { LookAround, refusedPattern } from './refusals.js';

/**
 * Tells the author of a query of a pattern that looks ahead or behind, as patterns may in other languages: in XPath it is
 * an error, which leaves rows out without a word.
 * @throws Problem `refused` for such a pattern
 */
export function refuseLookAround(pattern: string, flags: string): void {
  try {
    compileRegex(pattern, flags);
  } catch (error) {
    if (error instanceof LookAround) throw refusedPattern(pattern, 'around');
  }
}
