import type { FacetValue, FacetView, ListView } from '../register/views.js';
import { useHere } from './here.js';
import { SearchForm } from './search-form.js';
import { ShowText } from './text.js';

type Pairs = readonly (readonly [string, string])[];

/** Values shown at once; the rest is folded. */
const shownValues = 6;

/** Values listed at most, the most frequent; the search box reaches the others. */
const mostValues = 48;

/** What a list is narrowed by, as parameters: its words, its facets, its order. */
export function parametersOf({ criteria, facets }: ListView): Pairs {
  return [
    ...(criteria.q ? [['q', criteria.q] as const] : []),
    ...facets.flatMap(({ name, values }) =>
      values.filter(({ chosen }) => chosen).map(({ id }) => [name, id] as const),
    ),
    ...(criteria.since === undefined ? [] : [['since', criteria.since] as const]),
    ...(criteria.sort === 'title' || criteria.sort === 'relevance' ? [] : [['sort', criteria.sort] as const]),
  ];
}

/** Ways to narrow a list: words, and the values of its facets with the length of the list that each leads to. */
export function Filters({ view }: { readonly view: ListView }) {
  const { path, say } = useHere();
  const kept = parametersOf(view);
  return (
    <aside class="filters" aria-labelledby="_filters">
      <h2 id="_filters">{say('filtersTitle')}</h2>
      <SearchForm
        path={path}
        label={say('searchList')}
        words={view.criteria.q ?? ''}
        kept={kept.filter(([name]) => name !== 'q')}
      />
      <Sorting view={view} kept={kept} />
      {view.facets.map(facet => (
        <FacetChoices key={facet.name} facet={facet} kept={kept} />
      ))}
    </aside>
  );
}

function Sorting({ view, kept }: { readonly view: ListView; readonly kept: Pairs }) {
  const { path, say, to } = useHere();
  const sorts = [view.criteria.q ? 'relevance' : 'title', 'date', 'modified'] as const;
  const labels = {
    relevance: 'sortRelevance',
    title: 'sortTitle',
    date: 'sortDate',
    modified: 'sortModified',
  } as const;
  const others = kept.filter(([name]) => name !== 'sort');
  return (
    <nav class="sorting" aria-label={say('sortBy')}>
      <p aria-hidden="true">{say('sortBy')}</p>
      <ul class="choices">
        {sorts.map(sort => (
          <li key={sort}>
            <a
              href={to(path, [...others, ...(sort === sorts[0] ? [] : [['sort', sort] as const])])}
              aria-current={view.criteria.sort === sort ? 'true' : undefined}
            >
              {say(labels[sort])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FacetChoices({ facet, kept }: { readonly facet: FacetView; readonly kept: Pairs }) {
  const { path, say, to, toEach } = useHere();
  const open = facet.values.some(({ chosen }) => chosen);
  const [first, rest] = [facet.values.slice(0, shownValues), facet.values.slice(shownValues, mostValues)];
  const others = kept.filter(([name]) => name !== facet.name);
  const [without, withValue] = [to(path, others), toEach(path, others)];
  const choice = (value: FacetValue) => (
    <Choice key={value.id} value={value} href={value.chosen ? without : withValue(facet.name, value.id)} />
  );
  return (
    <details class="facet" open={open || undefined}>
      <summary>
        <ShowText text={facet.label} />
      </summary>
      <ul>{first.map(choice)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>
            {say('moreValues', { count: String(rest.length) })}
            <span class="unseen">
              {' '}
              <ShowText text={facet.label} />
            </span>
          </summary>
          <ul>{rest.map(choice)}</ul>
        </details>
      )}
    </details>
  );
}

function Choice({ value, href }: { readonly value: FacetValue; readonly href: string }) {
  const { say } = useHere();
  return (
    <li>
      <a href={href} aria-current={value.chosen ? 'true' : undefined} rel="nofollow">
        <ShowText text={value.label} /> <span class="count">({value.count})</span>
        {value.chosen && <span aria-hidden="true"> ×</span>}
        {value.chosen && <span class="unseen"> {say('removeFilter')}</span>}
      </a>
    </li>
  );
}
