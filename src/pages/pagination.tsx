import { useHere } from './here.js';

interface PaginationProps {
  /** Parameters that every page of the list has. */
  readonly kept?: readonly (readonly [string, string])[];
  readonly page: number;
  readonly pages: number;
}

/** The way through the pages of a list; nothing when there is one page only. */
export function Pagination({ page, pages, kept = [] }: PaginationProps) {
  const { say } = useHere();
  if (pages <= 1) return null;
  return (
    <nav class="pagination" aria-label={say('pagination')}>
      <ul>
        {page > 1 && <Step kept={kept} to={page - 1} label={say('previousPage')} rel="prev" />}
        {pageNumbers(page, pages).map((number, index) =>
          number === undefined ? (
            <li key={`gap-${String(index)}`} aria-hidden="true">
              …
            </li>
          ) : (
            <PageLink key={number} kept={kept} number={number} isCurrent={number === page} />
          ),
        )}
        {page < pages && <Step kept={kept} to={page + 1} label={say('nextPage')} rel="next" />}
      </ul>
    </nav>
  );
}

/** The numbers worth a link: the first, the last, and those around this page; undefined where some are left out. */
export function pageNumbers(page: number, pages: number): readonly (number | undefined)[] {
  const near = [1, page - 1, page, page + 1, pages].filter(number => number >= 1 && number <= pages);
  const numbers = [...new Set(near)];
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? 0;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [undefined, number] : [number];
  });
}

type Kept = Required<Pick<PaginationProps, 'kept'>>;

function usePageHref(kept: Kept['kept']) {
  const { path, to } = useHere();
  return (number: number) =>
    to(path, [...kept, ...(number === 1 ? [] : [['page', String(number)] as const])]);
}

function PageLink({
  number,
  isCurrent,
  kept,
}: Kept & { readonly number: number; readonly isCurrent: boolean }) {
  const { say } = useHere();
  const hrefOf = usePageHref(kept);
  return (
    <li>
      <a href={hrefOf(number)} aria-current={isCurrent ? 'page' : undefined}>
        <span class="unseen">{say('pageNumber')} </span>
        {number}
      </a>
    </li>
  );
}

function Step({
  to,
  label,
  rel,
  kept,
}: Kept & {
  readonly to: number;
  readonly label: string;
  readonly rel: 'prev' | 'next';
}) {
  const hrefOf = usePageHref(kept);
  return (
    <li>
      <a href={hrefOf(to)} rel={rel}>
        {label}
      </a>
    </li>
  );
}
