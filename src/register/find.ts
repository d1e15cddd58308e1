import { Problem } from '../errors.js';
import type { Entry } from './entries.js';
import { facetsOf, namespaceOf, type Facet } from './facets.js';
import { labelOf } from './labels.js';
import type { Kind } from './kinds.js';
import type { Register } from './read.js';
import { titleOf, toSummary } from './summaries.js';
import type { Language } from './text.js';
import type { FacetView, FacetValue, ListView } from './views.js';

/** Orders of a list; `relevance` only counts with words to search for. */
export const sorts = ['relevance', 'title', 'date', 'modified'] as const;
export type Sort = (typeof sorts)[number];

/** What a list is asked for. */
export interface Criteria {
  readonly q?: string;
  /** Wanted values by facet: any of a facet's values, all of the facets. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** Only records modified on this day or later. */
  readonly since?: string;
  readonly sort: Sort;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

/** What fits the criteria, in order, before it is cut into pages. */
export async function matching(
  kind: Kind,
  criteria: Criteria,
  register: Register,
  language: Language,
): Promise<Entry[]> {
  const found = await searched(kind, criteria, register);
  const fitting = found.filter(entry => fits(entry, criteria.facets, criteria.since));
  return criteria.sort === 'relevance' && criteria.q ? fitting : sorted(fitting, criteria.sort, language);
}

async function searched(kind: Kind, { q }: Criteria, register: Register): Promise<readonly Entry[]> {
  const entries = await register.entries(kind);
  if (!q) return [...entries.values()];
  const index = await register.fullText();
  return index.search(q, kind).flatMap(path => entries.get(path) ?? []);
}

function fits(entry: Entry, facets: Criteria['facets'], since: string | undefined): boolean {
  if (since !== undefined && entry.modified < since) return false;
  return Object.entries(facets).every(
    ([name, wanted]) => wanted.length === 0 || wanted.some(value => entry.facets[name]?.includes(value)),
  );
}

function sorted(entries: Entry[], sort: Sort, language: Language): Entry[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  // Each once, not at every comparison.
  const titles = new Map(entries.map(entry => [entry, titleOf(entry, language)?.value ?? entry.slug]));
  const title = (entry: Entry) => titles.get(entry) ?? entry.slug;
  const byTitle = (a: Entry, b: Entry) => collator.compare(title(a), title(b));
  const latestFirst = (key: (entry: Entry) => string) => (a: Entry, b: Entry) =>
    key(a) === key(b) ? byTitle(a, b) : key(a) < key(b) ? 1 : -1;
  if (sort === 'date') return entries.sort(latestFirst(({ date }) => date ?? ''));
  if (sort === 'modified') return entries.sort(latestFirst(({ modified }) => modified));
  return entries.sort(byTitle);
}

/** One page of a kind's list, with the facets that narrow it and their counts. */
export async function find(
  kind: Kind,
  criteria: Criteria,
  language: Language,
  register: Register,
): Promise<ListView> {
  const all = await matching(kind, criteria, register, language);
  const { page, pageSize } = criteria;
  const items = all.slice((page - 1) * pageSize, page * pageSize);
  const found = all.map(({ path }) => path);
  // It writes queries with a library that takes a while to load.
  const { listQuery } = await import('./sparql-links.js');
  const sparql = listQuery({ kind, criteria, found }, language, register.identifiers);
  return {
    kind,
    items: await Promise.all(items.map(entry => toSummary(entry, language, register))),
    total: all.length,
    page,
    pages: Math.max(1, Math.ceil(all.length / pageSize)),
    criteria,
    facets: await facetViews(kind, criteria, language, register),
    ...(sparql === undefined ? {} : { sparql }),
  };
}

/**
 * Each facet with its values: a value's count is the length of the list that choosing it leads to, so the other
 * facets and the words apply, and the facet itself does not.
 */
async function facetViews(
  kind: Kind,
  criteria: Criteria,
  language: Language,
  register: Register,
): Promise<FacetView[]> {
  const found = await searched(kind, criteria, register);
  const views = Object.entries(facetsOf[kind]).map(async ([name, facet]): Promise<FacetView> => {
    const others = Object.fromEntries(Object.entries(criteria.facets).filter(([other]) => other !== name));
    const counts = new Map<string, number>();
    for (const entry of found)
      if (fits(entry, others, criteria.since))
        for (const value of entry.facets[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    const chosen = criteria.facets[name] ?? [];
    for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
    const values = await Promise.all(
      [...counts].map(async ([id, count]): Promise<FacetValue> => {
        const label = await valueLabel(id, facet, language, register);
        return { id, count, label, chosen: chosen.includes(id) };
      }),
    );
    return { name, label: { value: facet.label[language], lang: language }, values: values.sort(byCount) };
  });
  return (await Promise.all(views)).filter(({ values }) => values.length > 0);
}

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || (a.label.value < b.label.value ? -1 : 1);
}

async function valueLabel(id: string, facet: Facet, language: Language, register: Register) {
  const namespace = namespaceOf(facet, register.identifiers);
  if (namespace === undefined) return { value: id };
  return (await labelOf(namespace + id, language, register)) ?? { value: id };
}

/**
 * Refuses values that no record of the kind has: a misspelt filter should not pass for an empty answer.
 * @throws Problem `bad-request` naming the parameter
 */
export async function assertKnownValues(
  kind: Kind,
  { facets }: Pick<Criteria, 'facets'>,
  register: Register,
): Promise<void> {
  const entries = await register.entries(kind);
  for (const [name, wanted] of Object.entries(facets))
    for (const value of wanted) {
      const known = [...entries.values()].some(entry => entry.facets[name]?.includes(value));
      if (!known)
        throw new Problem('bad-request', `No record of "${kind}" has the value "${value}" for "${name}".`, {
          parameter: name,
        });
    }
}
