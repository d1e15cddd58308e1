import { openLoop, type Plan } from './open-loop.js';

/** The process of a harmless client: takes a plan, follows it until `stop` comes, and tells what it saw. */
const stop = new AbortController();

process.on('message', (message: Plan | 'stop') => {
  if (message === 'stop') stop.abort();
  else void openLoop(message, stop.signal).then(samples => process.send?.(samples));
});
// Whoever started it has ended.
process.once('disconnect', () => process.exit());
