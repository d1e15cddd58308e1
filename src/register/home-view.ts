import { headlineOf } from './entries.js';
import { classOf, kinds } from './kinds.js';
import type { Register } from './read.js';
import { toSummary } from './summaries.js';
import type { Language } from './text.js';
import type { HomeView, Summary } from './views.js';

/** Figures of the register, and the actions and events that began last. */
export async function homeView(language: Language, register: Register): Promise<HomeView> {
  const { queries, store } = register;
  const [counts, latest] = await Promise.all([queries.select('figures'), queries.select('latest')]);
  const figures = kinds.map(kind => ({
    kind,
    count: Number(counts.find(row => row['class'] === classOf(kind))?.['count'] ?? 0),
  }));
  const summaries = await Promise.all(latest.map(row => summaryOf(row['thing'] ?? '', language, register)));
  return { figures, triples: store.size, latest: summaries.flat() };
}

/** None for a thing that is no record of the register. */
async function summaryOf(thing: string, language: Language, register: Register): Promise<Summary[]> {
  const name = register.identifiers.ofThing(thing);
  return name ? [await toSummary(await headlineOf(name, register), language, register)] : [];
}
