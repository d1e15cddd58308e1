import type { ComponentChildren } from 'preact';
import type { Summary } from '../register/views.js';
import { useHere } from './here.js';
import { kindWords } from './messages.js';
import { ShowDate, ShowText } from './text.js';

interface SummariesProps {
  readonly items: readonly Summary[];
  /** The heading of each record: one below the heading over the list. */
  readonly heading: 'h2' | 'h3';
  /** Whether to say the kind of each record, where the list mixes them. */
  readonly mixed?: boolean;
}

/** More territories than this are only counted. */
const shownTerritories = 3;

/** Records as the rows of a list: title and description on one side, type, territories and date on the other. */
export function Summaries({ items, heading, mixed = false }: SummariesProps) {
  return (
    <ul class="summaries">
      {items.map(item => (
        <Row key={item.path} item={item} heading={heading} mixed={mixed} />
      ))}
    </ul>
  );
}

type RowProps = Omit<Required<SummariesProps>, 'items'> & { readonly item: Summary };

function Row({ item, heading: Heading, mixed }: RowProps) {
  const { to } = useHere();
  return (
    <li>
      <div>
        <Heading>
          <a href={to(item.path)}>
            <ShowText text={item.title} />
          </a>
        </Heading>
        {item.description && (
          <p class="excerpt">
            <ShowText text={item.description} />
          </p>
        )}
      </div>
      <Marks item={item} mixed={mixed} />
    </li>
  );
}

function Marks({ item, mixed }: { readonly item: Summary; readonly mixed: boolean }) {
  const { lang, say } = useHere();
  const { kind, type, territories, date } = item;
  if (!mixed && !type && territories.length === 0 && !date) return null;
  return (
    <dl class="marks">
      {mixed && <Mark label={say('kind')}>{kindWords(lang, kind).one}</Mark>}
      {type && (
        <Mark label={say('type')}>
          <ShowText text={type} />
        </Mark>
      )}
      {territories.length > 0 && (
        <Mark label={say('territory')}>
          <Territories item={item} />
        </Mark>
      )}
      {date && (
        <Mark label={say('date')}>
          <ShowDate iso={date} />
        </Mark>
      )}
    </dl>
  );
}

function Mark({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt class="unseen">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Territories({ item: { territories } }: { readonly item: Summary }) {
  const { countOf } = useHere();
  const rest = territories.length - shownTerritories;
  return (
    <>
      {territories.slice(0, shownTerritories).map((territory, index) => (
        <>
          {index > 0 && ', '}
          <ShowText text={territory} />
        </>
      ))}
      {rest > 0 && ` ${countOf('andMore', rest)}`}
    </>
  );
}
