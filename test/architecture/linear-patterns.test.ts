import assert from 'node:assert/strict';
import { lex } from '@traqula/rules-sparql-1-1';
import { checkSync } from 'recheck';
import { textForms } from '../../src/sparql/native/expressions/further-casts.js';
import { parseQuery } from '../../src/sparql/parse.js';
import { patternsOf, sourcePatterns } from './patterns.js';

/** Patterns that take a time in the square of a text, and why theirs has an end. */
const bounded: Readonly<Record<string, string>> = {
  'config.ts /\\/+$/': 'an address that the operator sets',
  'http/editor-files.ts /\\n\\/[/*]# sourceMappingURL=.*\\s*$/': 'a file of the build',
  'pages/layout.tsx /\\s+\\S*$/': '159 characters',
  'register/record-file.ts /([^\\\\/]+)[\\\\/]([^\\\\/.]+)\\.[^\\\\/]+$/': 'the path of a file',
};

/** Patterns that are made of more than the constants of their file, and where they are looked at instead. */
const composed: Readonly<Record<string, string>> = {
  "http/register-routes.ts new RegExp(`^/(?:id|${kinds.join('|')})/`)": 'a choice of names, at the start',
  'sparql/linear-lexer.ts new RegExp(prefix + local)': 'here, as terminals of the lexer',
  "sparql/native/expressions/further-casts.ts new RegExp(`^(?:${form})$`, 'u')": 'here, as forms of casts',
  'sparql/native/regex/character-set.ts new RegExp(`^${source}$`, flags)': 'it matches one character',
  'sparql/native/regex/matcher.ts new RegExp(source, `g${flags}`)':
    'isLinearWhenBacktracking has looked at the pattern',
  "sparql/syntax-error.ts new RegExp(`${passedOver.source}|((?<![\\\\w.\\\\-\\\\u00b7-\\\\uffff])${name}:)`, 'g')":
    'as passedOver, and a name of the query that stands as it is',
  "sparql/token-bounds.ts new RegExp(`${passedOver.source}|[^\\\\s\"'<>#\\\\\\\\()[\\\\]{},;|/^*+!=&-]+|\\\\S`, 'g')":
    'as passedOver, or one run of characters of a class',
};

/** Whether some text keeps an engine that backtracks busy for longer than in proportion to its length. */
function isLinear({ source, flags }: RegExp): boolean {
  const { status } = checkSync(source, flags, { timeout: 20_000 });
  // What could not be found out is no reason to trust it.
  return status === 'safe';
}

describe('the regular expressions of the source', function () {
  this.timeout(120_000);
  const patterns = sourcePatterns();
  const nameOf = ({ file, written }: (typeof patterns)[number]) => `${file} ${written}`;
  const environment = { ...process.env };

  // Without Java, and without a program for each kind of machine.
  before(() => Object.assign(process.env, { RECHECK_BACKEND: 'pure', RECHECK_SYNC_BACKEND: 'pure' }));
  after(() => {
    process.env = environment;
  });

  it('are all read', () => {
    assert.ok(patterns.length > 120, `${patterns.length} patterns`);
    assert.deepEqual(
      patterns
        .filter(({ expression }) => !expression)
        .map(nameOf)
        .sort(),
      Object.keys(composed).sort(),
    );
  });

  it('take a time linear in the text, but for those whose text has an end', () => {
    // The lexer's patterns are tried at one place each: see below.
    const searched = patterns.filter(({ file }) => file !== 'sparql/linear-lexer.ts');
    const known = new Map(searched.map(({ expression }) => [String(expression), expression]));
    const slow = new Set([...known].filter(([, one]) => one && !isLinear(one)).map(([written]) => written));
    assert.deepEqual(
      searched
        .filter(({ expression }) => slow.has(String(expression)))
        .map(nameOf)
        .sort(),
      Object.keys(bounded).sort(),
    );
  });

  it('are linear as forms of casts', () => {
    for (const [type, form] of Object.entries(textForms)) assert.ok(isLinear(form), type);
  });

  it('are linear as terminals of the lexer, which tries each at one place', () => {
    // The parser puts its patterns into the lexer, once.
    parseQuery('ASK {}', 'http://e/');
    const { terminals } = lex;
    const changed = [
      lex.deleteDataClause,
      lex.deleteWhereClause,
      lex.insertDataClause,
      lex.builtIn.notexists,
      lex.notIn,
      terminals.comment,
      terminals.pNameNs,
      terminals.pNameLn,
    ];
    for (const { name, PATTERN: pattern } of changed) {
      assert.ok(pattern instanceof RegExp);
      assert.ok(isLinear(new RegExp(`^(?:${pattern.source})`, pattern.flags)), name);
    }
  });

  it('are looked at by what finds those that are not', () => {
    const text = `
      const part = 'a+';
      const whole = \`(\${part})+\`;
      export const patterns = [/0+$/, new RegExp('^' + whole + '$'), new RegExp(unknown), /^a+$/i];
    `;
    const found = patternsOf('some.ts', text).map(({ expression }) => expression);
    assert.deepEqual(found.map(String), ['/0+$/', '/^(a+)+$/', 'undefined', '/^a+$/i']);
    assert.deepEqual(
      found.map(one => one && isLinear(one)),
      [false, false, undefined, true],
    );
  });
});
