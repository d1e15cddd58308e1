/** The members of two lists, those of the shorter one spread evenly among those of the longer. */
export function interleaved<T>(long: readonly T[], short: readonly T[]): T[] {
  if (long.length < short.length) return interleaved(short, long);
  const place = (list: readonly T[]) => list.map((member, at) => [(at + 0.5) / list.length, member] as const);
  return [...place(long), ...place(short)].sort(([a], [b]) => a - b).map(([, member]) => member);
}
