import { Command } from 'commander';
import { compose, type House } from '../compose.js';
import { readConfig, unknownSettings } from '../config.js';
import { freezePrototypes } from '../freeze.js';
import { listen } from '../http/server.js';
import { createLog, type Logger } from '../log.js';
import { withSettings } from './settings.js';

/** Time that answers under way have to end once the server is told to stop. */
const graceMs = 5_000;

/** `communaux serve`: loads the register and answers over HTTP until it is told to stop. */
export function serveCommand(): Command {
  return withSettings(new Command('serve'))
    .description('load the register and answer over HTTP until stopped')
    .action(async (flags: Record<string, unknown>) => {
      const log = createLog();
      const config = readConfig(flags, process.env);
      for (const name of unknownSettings(process.env))
        log.warn({ name }, 'setting has no effect in this version');
      const house = await compose(config, log);
      try {
        const listening = await listen(house.app, config);
        log.info(
          { address: `http://${config.host}:${listening.port}`, base: config.baseUrl },
          'register ready',
        );
        readAhead(house, log);
        await stopSignal();
        log.info('stopping');
        await listening.close(graceMs);
      } finally {
        await house.close();
      }
    });
}

/** Loads the rest and reads the lists while nobody waits for them yet. A reader who comes before only waits longer. */
function readAhead(house: House, log: Logger): void {
  const done = freezePrototypes().then(() => house.warm());
  done.then(
    () => {
      log.info('lists read ahead');
    },
    (error: unknown) => {
      // Told to stop before the end, or a fault that the first reader will meet and log.
      log.debug({ err: error }, 'lists not read ahead');
    },
  );
}

function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT'])
      process.once(signal, () => {
        resolve();
      });
  });
}
