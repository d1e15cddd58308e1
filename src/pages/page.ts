import type { LicensedPlace, Query } from './links.js';

/** What a page is rendered from: what it shows, for whom, and where it stands. */
export interface Page<V> extends LicensedPlace {
  readonly view: V;
  /** The query parameters of the request; the language switch keeps them. */
  readonly query: Query;
}
