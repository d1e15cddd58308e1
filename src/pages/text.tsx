import type { Text } from '../register/text.js';
import { showDate } from './dates.js';
import { useHere } from './here.js';

/**
 * A text of a record. When it is in another language than the page, the markup says so to browsers and screen
 * readers (WCAG 3.1.2), and a small tag says so to everyone.
 */
export function ShowText({ text }: { readonly text: Text }) {
  const { lang } = useHere();
  if (!isForeign(text, lang)) return <>{text.value}</>;
  return (
    <>
      <span lang={text.lang} dir="auto">
        {text.value}
      </span>{' '}
      <span class="language">({text.lang})</span>
    </>
  );
}

/** A date in the words of the page's language; as it is written when it is no date. */
export function ShowDate({ iso }: { readonly iso: string }) {
  const { lang } = useHere();
  const shown = showDate(iso, lang);
  return shown ? <time datetime={shown.datetime}>{shown.words}</time> : <>{iso}</>;
}

function isForeign({ lang }: Text, pageLanguage: string): boolean {
  return lang !== undefined && lang.toLowerCase().split('-')[0] !== pageLanguage;
}
