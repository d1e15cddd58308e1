import type { Entry } from './entries.js';
import { classOf, kinds } from './kinds.js';
import type { Register } from './read.js';
import { toSummary } from './summaries.js';
import type { Language } from './text.js';
import type { HomeView } from './views.js';

const latestCount = 6;

/** Figures of the register, and the latest actions and events by the date they began. */
export async function homeView(language: Language, register: Register): Promise<HomeView> {
  const [counts, ...lists] = await Promise.all([
    register.queries.select('figures'),
    register.entries('action'),
    register.entries('event'),
  ]);
  const figures = kinds.map(kind => ({
    kind,
    count: Number(counts.find(row => row['class'] === classOf(kind))?.['count'] ?? 0),
  }));
  const byDate = (a: Entry, b: Entry) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1);
  const latest = lists
    .flatMap(list => [...list.values()])
    .sort(byDate)
    .slice(0, latestCount);
  return {
    figures,
    triples: register.store.size,
    latest: await Promise.all(latest.map(entry => toSummary(entry, language, register))),
  };
}
