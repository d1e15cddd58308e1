import { fileHref } from './links.js';
import { useHere } from './here.js';

interface SearchFormProps {
  /** The page that answers: `search`, or the list to narrow. */
  readonly path: string;
  readonly label: string;
  readonly words: string;
  /** Parameters to keep: what the list is narrowed by already. */
  readonly kept?: readonly (readonly [string, string])[];
}

/** A box for words, which works without JavaScript: the words become part of the address. */
export function SearchForm({ path, label, words, kept = [] }: SearchFormProps) {
  const { base, lang, say } = useHere();
  return (
    <form class="search" role="search" method="get" action={fileHref(base, path)}>
      <label for="_q">{label}</label>
      <div>
        <input id="_q" type="search" name="q" value={words} maxLength={200} autocomplete="off" />
        {kept.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        {lang !== 'fr' && <input type="hidden" name="lang" value={lang} />}
        <button type="submit">{say('searchSubmit')}</button>
      </div>
    </form>
  );
}
