import { parentPort, workerData } from 'node:worker_threads';
import { makeWay } from './make-way.js';
import type { WorkerSetup } from './messages.js';
import { openEvaluator } from './open-evaluator.js';
import { serveQueries } from './serve-queries.js';

const setup = workerData as WorkerSetup;
if (setup.niceness !== undefined) makeWay(setup.niceness);
if (parentPort) serveQueries(parentPort, setup, await openEvaluator(setup));
