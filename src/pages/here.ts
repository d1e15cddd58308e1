import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { pageHref, type Place, type Query } from './links.js';
import { count, say, type CountedKey, type PhraseKey, type Values } from './messages.js';

/** Where the page being rendered stands; the layout provides it. */
export const Here = createContext<Place>({ base: 'http://localhost:3000', path: '', lang: 'fr' });

/** The place of the page, with its words (`say`, `countOf`) and the way from it to other pages (`to`). */
export function useHere() {
  const place = useContext(Here);
  return {
    ...place,
    say: (key: PhraseKey, values?: Values) => say(place.lang, key, values),
    countOf: (key: CountedKey, n: number) => count(place.lang, key, n),
    to: (path: string, query?: Query) => pageHref(place, path, query),
  };
}
