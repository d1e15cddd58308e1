import type { Criteria, Sort } from './criteria.js';
import type { Entry } from './entries.js';
import { facetLabels, valueLabel } from './facet-values.js';
import { facetsOf } from './facets.js';
import type { Kind } from './kinds.js';
import { cutPage } from './list-page.js';
import { Narrowing } from './narrowing.js';
import type { Register } from './read.js';
import { titleOf, toSummary } from './summaries.js';
import type { Language } from './text.js';
import type { FacetView, FacetValue, ListView } from './views.js';

/** What fits the criteria, in order, before it is cut into pages. */
export async function matching(
  kind: Kind,
  criteria: Criteria,
  register: Register,
  language: Language,
): Promise<Entry[]> {
  return kept(await searched(kind, criteria, register, language), criteria);
}

function kept(entries: readonly Entry[], criteria: Criteria): Entry[] {
  const narrowing = new Narrowing(criteria);
  return entries.filter(entry => narrowing.keeps(entry));
}

/** The records that have the words searched for, in the order asked for. */
async function searched(
  kind: Kind,
  { q, sort }: Criteria,
  register: Register,
  language: Language,
): Promise<readonly Entry[]> {
  if (!q) return ordered(kind, sort, language, register);
  const entries = await register.entries(kind);
  const found = (await register.fullText()).search(q, kind).flatMap(path => entries.get(path) ?? []);
  if (sort === 'relevance') return found;
  const some = new Set(found);
  return (await ordered(kind, sort, language, register)).filter(entry => some.has(entry));
}

/** All records of a kind in an order. Comparing names takes a while, so that it is done once. */
function ordered(kind: Kind, sort: Sort, language: Language, register: Register): Promise<readonly Entry[]> {
  return register.derive(`order ${kind} ${sort} ${language}`, async () =>
    sorted([...(await register.entries(kind)).values()], sort, language),
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
  const began = ({ began: instant = -Infinity }: Entry) => instant;
  const byDate = latestFirst(({ date }) => date ?? '');
  // Dates of one instant stand from the most to the least precise.
  if (sort === 'date')
    return entries.sort((a, b) => (began(a) === began(b) ? byDate(a, b) : began(a) < began(b) ? 1 : -1));
  if (sort === 'modified') return entries.sort(latestFirst(({ modified }) => modified));
  return entries.sort(byTitle);
}

/**
 * One page of a kind's list, with the facets that narrow it and their counts.
 * @throws Problem `not-found` for a page beyond the last
 */
export async function find(
  kind: Kind,
  criteria: Criteria,
  language: Language,
  register: Register,
): Promise<ListView> {
  const found = await searched(kind, criteria, register, language);
  const all = kept(found, criteria);
  const { items, page, pages } = cutPage(all, criteria);
  // It writes queries with a library that takes a while to load.
  const { listQuery } = await import('./sparql-links.js');
  const paths = all.map(({ path }) => path);
  const sparql = listQuery({ kind, criteria, found: paths }, language, register.identifiers);
  return {
    kind,
    items: await Promise.all(items.map(entry => toSummary(entry, language, register))),
    total: all.length,
    page,
    pages,
    criteria,
    facets: await facetViews({ kind, criteria, found }, language, register),
    ...(sparql === undefined ? {} : { sparql }),
  };
}

interface Searched {
  readonly kind: Kind;
  readonly criteria: Criteria;
  /** All that the words find, before it is narrowed. */
  readonly found: readonly Entry[];
}

/**
 * Each facet with its values: a value's count is the length of the list that choosing it leads to, so the other
 * facets and the words apply, and the facet itself does not.
 */
async function facetViews(
  { kind, criteria, found }: Searched,
  language: Language,
  register: Register,
): Promise<FacetView[]> {
  const counts = new Narrowing(criteria).counts(found);
  const views = Object.entries(facetsOf[kind]).map(async ([name, facet]): Promise<FacetView> => {
    const chosen = new Set(criteria.facets[name] ?? []);
    const counted = counts.get(name) ?? new Map<string, number>();
    const labels = await facetLabels(kind, name, language, register);
    const values = await Promise.all(
      [...new Set([...counted.keys(), ...chosen])].map(async (id): Promise<FacetValue> => {
        const label = labels.get(id) ?? (await valueLabel(id, facet, language, register));
        return { id, count: counted.get(id) ?? 0, label, chosen: chosen.has(id) };
      }),
    );
    return { name, label: { value: facet.label[language], lang: language }, values: values.sort(byCount) };
  });
  return (await Promise.all(views)).filter(({ values }) => values.length > 0);
}

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || (a.label.value < b.label.value ? -1 : 1);
}
