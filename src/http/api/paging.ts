import { cutPage } from '../../register/list-page.js';
import { defaultPageSize } from '../../register/read.js';

/** Which part of a list is asked for: a page, or what comes after as many records; nothing for no part in particular. */
export interface Part {
  /** Records in a part. */
  readonly size?: number;
  /** From 1. */
  readonly page?: number;
  /** Records that come before. */
  readonly offset?: number;
}

/** Where a page of a list stands among the others, by their addresses (Hydra core, section 5.4: collections). */
export interface View {
  readonly id: string;
  readonly type: 'PartialCollectionView';
  readonly first: string;
  readonly previous?: string;
  readonly next?: string;
  readonly last: string;
}

/** The parameters of a request that stay the same from part to part. */
type Given = readonly (readonly [name: string, value: string])[];

/** The records of a part, and the parameters of each part around it. */
export interface Cut<T> {
  readonly items: readonly T[];
  readonly steps: Readonly<
    Record<'id' | 'first' | 'last', Given> & Partial<Record<'previous' | 'next', Given>>
  >;
}

/**
 * A part of a whole list. There is nothing after the last record, which whoever counts records is told by an empty part.
 * @throws Problem `not-found` for a page beyond the last
 */
export function cutPart<T>(all: readonly T[], part: Part): Cut<T> {
  return part.offset === undefined ? cutByPage(all, part) : cutByOffset(all, part, part.offset);
}

function cutByPage<T>(all: readonly T[], { size, page = 1 }: Part): Cut<T> {
  const { items, pages } = cutPage(all, { page, pageSize: size ?? defaultPageSize });
  const kept: Given = size === undefined ? [] : [['size', String(size)]];
  const to = (number: number): Given => [...kept, ['page', String(number)]];
  return {
    items,
    steps: {
      id: to(page),
      first: to(1),
      ...(page > 1 ? { previous: to(page - 1) } : {}),
      ...(page < pages ? { next: to(page + 1) } : {}),
      last: to(pages),
    },
  };
}

function cutByOffset<T>(all: readonly T[], { size = defaultPageSize }: Part, offset: number): Cut<T> {
  const to = (start: number): Given => [
    ['limit', String(size)],
    ['offset', String(start)],
  ];
  const next = offset + size;
  // The last part that the next ones lead to; beyond the list, the last that begins at a multiple of the size.
  const [end, from] = [Math.max(0, all.length - 1), offset < all.length ? offset % size : 0];
  const last = Math.max(0, end - ((end - from) % size));
  return {
    items: all.slice(offset, next),
    steps: {
      id: to(offset),
      first: to(0),
      ...(offset > 0 ? { previous: to(Math.max(0, Math.min(offset - size, last))) } : {}),
      ...(next < all.length ? { next: to(next) } : {}),
      last: to(last),
    },
  };
}

/**
 * The part and its neighbours, by their addresses.
 * @param list the list's address, without parameters
 * @param given its other parameters, which stay as they were given
 */
export function viewOf(list: string, given: Given, { id, ...others }: Cut<unknown>['steps']): View {
  const address = (step: Given) =>
    `${list}?${new URLSearchParams([...given, ...step].map(pair => [...pair])).toString()}`;
  const { first, previous, next, last } = others;
  return {
    id: address(id),
    type: 'PartialCollectionView',
    first: address(first),
    ...(previous ? { previous: address(previous) } : {}),
    ...(next ? { next: address(next) } : {}),
    last: address(last),
  };
}

/** The same for clients that do not read the body (RFC 8288; relation types of the IANA registry). */
export function pagingLinks({ first, previous, next, last }: View): string[] {
  const links = { first, prev: previous, next, last };
  return Object.entries(links).flatMap(([rel, href]) =>
    href === undefined ? [] : [`<${href}>; rel="${rel}"`],
  );
}

/** The parameters that a part is asked by. */
export function partParameters({ size, page, offset }: Part): Given {
  const asked = offset === undefined ? { size, page } : { limit: size, offset };
  return Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
}
