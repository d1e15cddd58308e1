import { destination, pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** One JSON object a line, on stderr unless told otherwise: stdout belongs to results. */
export function createLog(level = 'info', to: DestinationStream = destination(2)): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
}
