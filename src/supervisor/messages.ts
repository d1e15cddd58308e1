import type { Address } from '../address.js';

/** From the server process to its supervisor. */
export type ToSupervisor =
  | { readonly type: 'bind'; readonly address: Address }
  /** From now on it answers requests, and pings. */
  | { readonly type: 'ready' }
  | { readonly type: 'pong' };

/** From the supervisor to its server process. */
export type ToServer =
  /** Another one still answers on the socket: this one is to get ready, and has the socket when that one is gone. */
  | { readonly type: 'wait' }
  /** Comes with the socket. */
  | { readonly type: 'bound'; readonly isRestart: boolean }
  /** With the system's name of the error. */
  | { readonly type: 'unbound'; readonly code: string }
  | { readonly type: 'ping' };
