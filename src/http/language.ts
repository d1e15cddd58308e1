import type { Request } from 'express';
import { languages, type Language } from '../register/text.js';

/** The language of a problem document: `?lang=`, then Accept-Language, then English: programs seldom name one. */
export function detailLanguageOf(request: Request): Language {
  const asked = request.query['lang'];
  const named = languages.find(language => language === asked);
  return named ?? (request.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en');
}

/** The reader's language: `?lang=`, then Accept-Language, then French. */
export function languageOf(request: Request): Language {
  const asked = request.query['lang'];
  const named = languages.find(language => language === asked);
  if (named) return named;
  const accepted = request.acceptsLanguages(...languages);
  return languages.find(language => language === accepted) ?? languages[0];
}
