import { lex } from '@traqula/rules-sparql-1-1';

/** Blanks and comments between two words, one way to read them: Traqula 1.3 writes this so that there are 2^n. */
const blanks = '(?:[ \\t\\r\\n]|#[^\\n\\r]*[\\n\\r])+';

const letters =
  'A-Za-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd';
const pair = '[\\ud800-\\udb7f][\\udc00-\\udfff]';
const nameCharacter = `(?:[${letters}_0-9\\-\\u00b7\\u0300-\\u036f\\u203f\\u2040]|${pair})`;

/**
 * A prefix and its colon (SPARQL 1.1 Query section 19.8, productions PNAME_NS and PN_PREFIX), of at most 100
 * characters: without an end, a long word that is no prefix would be tried over from each of its letters.
 */
const prefix = `(?:(?:[${letters}]|${pair})(?:(?:${nameCharacter}|\\.){0,100}${nameCharacter})?)?:`;

/** The part after the colon, which is left as Traqula writes it. */
function localPart(): string {
  const { PATTERN: whole } = lex.terminals.pNameLn;
  const { PATTERN: start } = lex.terminals.pNameNs;
  return String((whole as RegExp).source).slice(`(${(start as RegExp).source})`.length);
}

/**
 * Patterns that read a text once, in the place of those of Traqula's lexer that take time in the power or the square
 * of its length: "DELETE", 30 blanks and "X" kept it busy for 20 seconds. A comment ends at a carriage return too
 * (section 19.4). To be called before a parser is made.
 */
export function makeLexerLinear(): void {
  const local = localPart();
  lex.deleteDataClause.PATTERN = new RegExp(`delete${blanks}data`, 'i');
  lex.deleteWhereClause.PATTERN = new RegExp(`delete${blanks}where`, 'i');
  lex.insertDataClause.PATTERN = new RegExp(`insert${blanks}data`, 'i');
  // Traqula takes these with one blank, and with no comment, between their words only.
  lex.builtIn.notexists.PATTERN = new RegExp(`not${blanks}exists`, 'i');
  lex.notIn.PATTERN = new RegExp(`not${blanks}in`, 'i');
  lex.terminals.comment.PATTERN = /#[^\n\r]*/;
  lex.terminals.pNameNs.PATTERN = new RegExp(prefix);
  lex.terminals.pNameLn.PATTERN = new RegExp(prefix + local);
}
