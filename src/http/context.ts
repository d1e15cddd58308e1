import type { Request } from 'express';
import type { Limits } from '../limits.js';
import type { Logger } from '../log.js';
import type { Register } from '../register/read.js';
import type { DefaultGraph } from '../sparql/dataset.js';
import type { SparqlEngine } from '../sparql/engine.js';
import type { QueryFile } from '../sparql/query-file.js';
import type { Budget } from './budget.js';
import type { KeptAnswers } from './kept-answers.js';

/** What routes are given: the register to read, the engine for outsiders' queries, and the means to answer. */
export interface HttpContext {
  readonly register: Register;
  /** Its workers are not those that pages wait for. */
  readonly publicEngine: SparqlEngine;
  readonly defaultGraph: DefaultGraph;
  readonly limits: Limits;
  /** The questions that the register offers, by name; read when they are first asked for. */
  readonly queries: () => Promise<ReadonlyMap<string, QueryFile>>;
  readonly budget: Budget;
  /** Pages, lists and documents that were made before. */
  readonly keptAnswers: KeptAnswers;
  /** Told for how many milliseconds the main thread worked on what a request asked for; nothing for what was kept. */
  readonly charge?: (request: Request, ms: number) => void;
  readonly log: Logger;
}
