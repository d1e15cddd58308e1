import { toRecordName } from './identifiers.js';
import { kinds } from './kinds.js';
import type { Register } from './read.js';
import { toSummary } from './summaries.js';
import type { Language } from './text.js';
import type { SearchView } from './views.js';

/** The best answers only: beyond them, the list of each kind goes on. */
const shown = 30;

/** What a search over all kinds finds; nothing for no words. */
export async function searchView(words: string, language: Language, register: Register): Promise<SearchView> {
  const paths = words ? (await register.fullText()).search(words) : [];
  const names = paths.flatMap(path => toRecordName(path) ?? []);
  const best = names.slice(0, shown).map(async name => {
    const entry = (await register.entries(name.kind)).get(register.identifiers.path(name));
    return entry ? [await toSummary(entry, language, register)] : [];
  });
  const counts = kinds.map(kind => ({ kind, count: names.filter(name => name.kind === kind).length }));
  return {
    words,
    total: names.length,
    items: (await Promise.all(best)).flat(),
    kinds: counts.filter(({ count }) => count > 0),
  };
}
