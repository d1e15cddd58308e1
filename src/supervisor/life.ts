/** How a server process lived and ended. */
export interface Life {
  readonly pid: number | undefined;
  /** Absent when a signal ended it, or when it could not even be started. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why it could not be started. */
  readonly error?: Error;
  /** From its start to its end, in milliseconds. */
  readonly livedMs: number;
  /** For how many of them it answered; absent when it was never ready to. */
  readonly servedMs: number | undefined;
}
