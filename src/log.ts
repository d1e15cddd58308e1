import { destination, pino, type Logger } from 'pino';

export type { Logger };

/** One JSON object a line, on stderr: stdout belongs to results. */
export function createLog(level = 'info'): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination(2));
}
