import { compileProgram } from '../../../../src/sparql/native/regex/compile-program.js';
import { LinearMatcher } from '../../../../src/sparql/native/regex/linear-matcher.js';
import type { Matcher } from '../../../../src/sparql/native/regex/matcher.js';
import { parsePattern } from '../../../../src/sparql/native/regex/parse-pattern.js';
import type { Program } from '../../../../src/sparql/native/regex/program.js';
import type { ParsedPattern } from '../../../../src/sparql/native/regex/syntax.js';

/** A pattern as a tree. */
export function parsed(pattern: string, flags: string): ParsedPattern {
  return parsePattern(pattern, {
    dotAll: flags.includes('s'),
    multiline: flags.includes('m'),
    ignoreCase: flags.includes('i'),
  });
}

/** The automaton of a pattern. */
export function programOf(pattern: string): Program {
  return compileProgram(parsed(pattern, ''));
}

/** The linear engine for a pattern, of whatever kind that is, without a look for what it needs first. */
export function linearMatcher(pattern: string, flags = ''): Matcher {
  const tree = parsed(pattern, flags);
  return new LinearMatcher(compileProgram(tree), tree.groups);
}
