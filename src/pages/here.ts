import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { hrefsWith, pageHref, type LicensedPlace, type Query } from './links.js';
import { count, say, type CountedKey, type PhraseKey, type Values } from './messages.js';

/** Where the page being rendered stands; the layout provides it. */
export const Here = createContext<LicensedPlace>({
  base: 'http://localhost:3000',
  path: '',
  lang: 'fr',
  licence: { name: '', href: '' },
});

type Surroundings = ReturnType<typeof surroundingsOf>;

/** A page has hundreds of parts, all in one place. */
const known = new WeakMap<LicensedPlace, Surroundings>();

/**
 * The place of the page, with its words (`say`, `countOf`) and the way from it to other pages (`to`), also to many that
 * differ in one parameter (`toEach`).
 */
export function useHere(): Surroundings {
  const place = useContext(Here);
  const here = known.get(place) ?? surroundingsOf(place);
  known.set(place, here);
  return here;
}

function surroundingsOf(place: LicensedPlace) {
  return {
    ...place,
    say: (key: PhraseKey, values?: Values) => say(place.lang, key, values),
    countOf: (key: CountedKey, n: number) => count(place.lang, key, n),
    to: (path: string, query?: Query) => pageHref(place, path, query),
    toEach: (path: string, shared: Query) => hrefsWith(place, path, shared),
  };
}
