import { inTurn } from '../register/in-turn.js';
import type { Language, Text } from '../register/text.js';
import type { QueryFile } from '../sparql/query-file.js';
import type { HttpContext } from './context.js';
import { readArguments, sparqlText, type Reader } from './query-arguments.js';

export interface Example {
  readonly name: string;
  readonly title: Text;
  readonly query: string;
}

/** The stored queries to start from in the editor, in the reader's language, with the defaults of their parameters. */
export function examplesFor(language: Language, context: HttpContext): Promise<readonly Example[]> {
  const reader = readerOf(language, context);
  return context.register.derive(`examples ${language} ${reader.today}`, async () =>
    inTurn(
      [...(await context.queries()).values()].filter(({ header }) => header.example),
      query => ({
        name: query.name,
        title: titleOf(query, language),
        query: sparqlText(query, readArguments(query, new URLSearchParams(), reader)),
      }),
    ),
  );
}

export function readerOf(language: Language, { register }: HttpContext): Reader {
  return {
    language,
    identifiers: register.identifiers,
    today: new Date().toISOString().slice(0, 10),
  };
}

export function titleOf({ header }: QueryFile, language: Language): Text {
  const french = language === 'fr' ? header.summary_fr : undefined;
  return french === undefined ? { value: header.summary, lang: 'en' } : { value: french, lang: 'fr' };
}
