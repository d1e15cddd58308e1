import { Fragment, type ComponentChild } from 'preact';
import { useHere } from './here.js';

interface FoldedListProps {
  readonly className: string;
  /** What the list holds, to name the rest of it. */
  readonly label: string;
  /** The list's items, each an `li`. */
  readonly items: readonly ComponentChild[];
}

const shownAtOnce = 10;
const foldedFrom = 15;

/** A list, the rest of it folded away when it is long: a country is the territory of hundreds of records. */
export function FoldedList({ className, label, items }: FoldedListProps) {
  const { say } = useHere();
  if (items.length < foldedFrom) return <ItemList className={className} items={items} />;
  return (
    <>
      <ItemList className={className} items={items.slice(0, shownAtOnce)} />
      <details>
        <summary>{say('showMore', { label, n: String(items.length - shownAtOnce) })}</summary>
        <ItemList className={className} items={items.slice(shownAtOnce)} />
      </details>
    </>
  );
}

function ItemList({ className, items }: Omit<FoldedListProps, 'label'>) {
  return (
    <ul class={className}>
      {items.map((item, index) => (
        <Fragment key={index}>{item}</Fragment>
      ))}
    </ul>
  );
}
