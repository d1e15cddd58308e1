import type { IToken } from '@traqula/chevrotain';
import { sparql12ParserBuilder } from '@traqula/parser-sparql-1-2';
import { gram, lex } from '@traqula/rules-sparql-1-1';

/** What a backslash keeps from being a sign of the language (SPARQL 1.1 Query section 19.8, production PN_LOCAL_ESC). */
const escapes = /\\([_~.\-!$&'()*+,;=/?#@%])/g;

/**
 * A prefixed name as section 4.1.1.1 has it: all that stands after the first colon is its local part, colons too, and the
 * backslashes of escapes are no part of the IRI. Traqula 1.3 ends it at a second colon, and keeps the backslashes.
 */
const prefixedName: typeof gram.prefixedName = {
  ...gram.prefixedName,
  impl:
    ({ ACTION, CONSUME, OR }) =>
    context => {
      const named = (token: IToken) => {
        const colon = token.image.indexOf(':');
        const prefix = token.image.slice(0, colon);
        const { astFactory, prefixes, skipValidation } = context;
        if (!skipValidation && prefixes[prefix] === undefined) throw new Error(`Unknown prefix: ${prefix}`);
        const local = token.image.slice(colon + 1).replace(escapes, '$1');
        return astFactory.termNamed(astFactory.sourceLocation(token), local, prefix);
      };
      return OR([
        {
          ALT: () => {
            const token = CONSUME(lex.terminals.pNameLn);
            return ACTION(() => named(token));
          },
        },
        {
          ALT: () => {
            const token = CONSUME(lex.terminals.pNameNs);
            return ACTION(() => named(token));
          },
        },
      ]);
    },
};

/** Makes parsers read prefixed names so. To be called before one is made. */
export function mendPrefixedNames(): void {
  sparql12ParserBuilder.patchRule(prefixedName);
}
