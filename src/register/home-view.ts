import { classOf, kinds } from './kinds.js';
import type { Register } from './read.js';
import type { Language } from './text.js';
import type { HomeView, Summary } from './views.js';

const latestCount = 6;

/** Figures of the register, and the latest actions and events by the date they began. */
export async function homeView(language: Language, register: Register): Promise<HomeView> {
  const [counts, ...lists] = await Promise.all([
    register.queries.select('figures'),
    register.summaries('action', language),
    register.summaries('event', language),
  ]);
  const figures = kinds.map(kind => ({
    kind,
    count: Number(counts.find(row => row['class'] === classOf(kind))?.['count'] ?? 0),
  }));
  const dated = lists.flatMap(list => [...list.values()]).filter(({ date }) => date);
  const byDate = (a: Summary, b: Summary) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1);
  return { figures, triples: register.store.size, latest: dated.sort(byDate).slice(0, latestCount) };
}
