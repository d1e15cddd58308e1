import type { ListView } from '../register/views.js';
import { parametersOf } from './filters.js';
import { useHere } from './here.js';
import { ShowText } from './text.js';

/** What the list is narrowed by, each with a link that takes it away. */
export function ChosenFilters({ view }: { readonly view: ListView }) {
  const { path, say, to } = useHere();
  const kept = parametersOf(view);
  const chosen = view.facets.flatMap(facet =>
    facet.values.filter(value => value.chosen).map(value => ({ facet, value })),
  );
  if (chosen.length === 0) return null;
  return (
    <ul class="choices chosen" aria-label={say('chosenFilters')}>
      {chosen.map(({ facet, value }) => (
        <li key={facet.name + value.id}>
          <a
            href={to(
              path,
              kept.filter(([name, id]) => name !== facet.name || id !== value.id),
            )}
          >
            <ShowText text={facet.label} /> : <ShowText text={value.label} />{' '}
            <span aria-hidden="true">×</span>
            <span class="unseen">{say('removeFilter')}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
