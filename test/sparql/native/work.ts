/** Keeps the thread busy for so long. */
export function work(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}
