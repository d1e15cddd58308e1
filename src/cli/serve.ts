import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { compose, type House } from '../compose.js';
import { readConfig, unknownSettings } from '../config.js';
import { listen } from '../http/server.js';
import { createLog, type Logger } from '../log.js';
import { withSettings } from './settings.js';

/** Time that answers under way have to end once the server is told to stop. */
const graceMs = 5_000;

/** Time that is left to those who ask as soon as the server listens, before it gets on with what nobody waits for. */
const firstAnswersMs = 500;

/** `communaux serve`: loads the register and answers over HTTP until it is told to stop. */
export function serveCommand(): Command {
  return withSettings(new Command('serve'))
    .description('load the register and answer over HTTP until stopped')
    .action(async (flags: Record<string, unknown>) => {
      const log = createLog();
      const config = readConfig(flags, process.env);
      for (const name of unknownSettings(process.env))
        log.warn({ name }, 'setting has no effect in this version');
      // Code is loaded while the data are read: each alone takes a while.
      const [house, { boundServer, createApp }] = await Promise.all([
        compose(config, log),
        import('../http/app.js'),
      ]);
      try {
        const app = createApp(house.context);
        const listening = await listen(app, config, boundServer(app, house.context));
        log.info(
          { address: `http://${config.host}:${listening.port}`, base: config.baseUrl },
          'register ready',
        );
        tellOfReadAhead(readAhead(house), log);
        await stopSignal();
        log.info('stopping');
        await listening.close(graceMs);
      } finally {
        await house.close();
      }
    });
}

/**
 * Loads the rest and reads the lists once those were answered who waited for the server. A reader who comes before only
 * waits longer.
 */
async function readAhead(house: House): Promise<void> {
  await setTimeout(firstAnswersMs, undefined, { ref: false });
  await house.load();
  const { freezePrototypes } = await import('../freeze.js');
  await freezePrototypes();
  await house.warm();
}

function tellOfReadAhead(done: Promise<void>, log: Logger): void {
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
