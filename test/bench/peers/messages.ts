import type { Loaded, Reply } from './peer.js';

/** What the bench asks of an engine's process, one request at a time. */
export type Request =
  | { readonly type: 'load'; readonly file: string }
  | { readonly type: 'ask'; readonly query: string; readonly rows: boolean };

/** What it gives back. */
export type Response =
  | { readonly type: 'loaded'; readonly loaded: Loaded }
  | { readonly type: 'reply'; readonly reply: Reply }
  | { readonly type: 'failed'; readonly message: string };
