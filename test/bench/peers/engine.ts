/** An answer whose terms are all in memory. */
export interface Answer {
  readonly count: number;
  /** What is compared between peers: see canonical.ts. It is made outside the time measured. */
  rows(): string[];
}

/** The port of an engine that runs in a process of its own: `peer-process.ts` loads, asks and times it. */
export interface Engine {
  /** @param file N-Quads */
  load(file: string): Promise<void>;
  /** Settles when every solution is there, decoded into terms. */
  ask(query: string): Promise<Answer>;
}
