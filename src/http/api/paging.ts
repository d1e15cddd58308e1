/** Where a page of a list stands among the others, by their addresses (Hydra core, section 5.4: collections). */
export interface View {
  readonly id: string;
  readonly type: 'PartialCollectionView';
  readonly first: string;
  readonly previous?: string;
  readonly next?: string;
  readonly last: string;
}

type Given = readonly (readonly [name: string, value: string])[];

interface Position {
  readonly page: number;
  readonly pages: number;
}

/**
 * The page and its neighbours. The other parameters stay as they were given.
 * @param list the list's address, without parameters
 */
export function viewOf(list: string, given: Given, { page, pages }: Position): View {
  const to = (number: number) => {
    const parameters = new URLSearchParams(given.map(pair => [...pair]));
    parameters.set('page', String(number));
    return `${list}?${parameters.toString()}`;
  };
  return {
    id: to(page),
    type: 'PartialCollectionView',
    first: to(1),
    ...(page > 1 ? { previous: to(page - 1) } : {}),
    ...(page < pages ? { next: to(page + 1) } : {}),
    last: to(pages),
  };
}

/** The same for clients that do not read the body (RFC 8288; relation types of the IANA registry). */
export function pagingLinks({ first, previous, next, last }: View): string[] {
  const links = { first, prev: previous, next, last };
  return Object.entries(links).flatMap(([rel, href]) =>
    href === undefined ? [] : [`<${href}>; rel="${rel}"`],
  );
}
