import type { Publisher } from '../catalogue/publisher.js';
import type { Limits } from '../limits.js';
import type { Logger } from '../log.js';
import type { Register } from '../register/read.js';
import type { DefaultGraph } from '../sparql/dataset.js';
import type { SparqlEngine } from '../sparql/engine.js';
import type { QueryFile } from '../sparql/query-file.js';
import type { Budget } from './budget.js';
import type { ClientPlaces } from './client-places.js';
import type { GatheringRoom } from './gathered.js';
import type { KeptAnswers } from './kept-answers.js';

/** What routes are given: the register to read, the engine for outsiders' queries, and the means to answer. */
export interface HttpContext {
  readonly register: Register;
  /** Its workers are not those that pages wait for. */
  readonly publicEngine: SparqlEngine;
  readonly defaultGraph: DefaultGraph;
  readonly limits: Limits;
  /** Who keeps the register. */
  readonly publisher: Publisher;
  /** Whether the server is started again, and readers wait for it. */
  readonly isRestart: boolean;
  /** Whether nobody waits longer for being the first to ask. */
  readonly isReady: () => boolean;
  /** The questions that the register offers, by name; read when they are first asked for. */
  readonly queries: () => Promise<ReadonlyMap<string, QueryFile>>;
  /** Processor time of outsiders' queries, and of pages and the API, by client. */
  readonly queryBudget: Budget;
  readonly pageBudget: Budget;
  /** How many queries each client has at once. */
  readonly clientPlaces: ClientPlaces;
  /** Where long answers are gathered for clients without chunks. */
  readonly gathering: GatheringRoom;
  /** As Express takes them; false for none. */
  readonly trustedProxies: number | readonly string[] | false;
  /** Pages, lists and documents that were made before. */
  readonly keptAnswers: KeptAnswers;
  readonly log: Logger;
}
