import type { HostileRequest } from './hostile/hostile-request.js';
import { listRequests } from './hostile/lists.js';
import { otherPages } from './hostile/other-pages.js';

/** Requests to pages, the API and files that go for the main thread. */
export const hostilePages: readonly HostileRequest[] = [...listRequests, ...otherPages];
