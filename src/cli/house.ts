import { compose, type House } from '../compose.js';
import { readConfig } from '../config.js';
import { createLog } from '../log.js';

/** The house for a command that ends by itself: only what goes wrong is told, and standard output is left to results. */
export function openHouse(flags: Readonly<Record<string, unknown>>): Promise<House> {
  return compose(readConfig(flags, process.env), createLog('warn'));
}
