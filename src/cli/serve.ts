import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { compose, type House } from '../compose.js';
import { readConfig, unknownSettings } from '../config.js';
import { listen, listenProblem } from '../http/server.js';
import { createLog, type Logger } from '../log.js';
import { QueryPools } from '../query-pools.js';
import type { SupervisorLink } from '../supervisor/supervisor-link.js';
import { withSettings } from './settings.js';

/** Time that answers under way have to end once the server is told to stop. */
const graceMs = 3_000;

/** Time that is left to those who ask as soon as the server listens, before it gets on with what nobody waits for. */
const firstAnswersMs = { start: 500, restart: 3_000 };

/**
 * `communaux serve`: loads the register and answers over HTTP until it is told to stop.
 * @param supervisor keeps the socket that is listened on, and starts this process again if it dies; absent: none does
 */
export function serveCommand(supervisor?: SupervisorLink): Command {
  return withSettings(new Command('serve'))
    .description('load the register and answer over HTTP until stopped')
    .action(async (flags: Record<string, unknown>) => {
      const log = createLog();
      const config = readConfig(flags, process.env);
      const pools = new QueryPools(config, log);
      const waits = () => {
        pools.register.start();
        pools.outsiders.prepare();
        loadAhead();
      };
      const kept = await supervisor?.socket(config, waits).catch((error: unknown) => {
        throw listenProblem(error as NodeJS.ErrnoException, config);
      });
      const readersWait = kept?.isRestart ?? false;
      if (!readersWait) warnOfUnknownSettings(log);
      // Code is loaded while the data are read: each alone takes a while.
      const [house, { boundServer, createApp }] = await Promise.all([
        compose(config, log, { pools, readersWait, readsAhead: true }),
        import('../http/app.js'),
      ]);
      try {
        const app = createApp(house.context);
        const prepare = boundServer(app, house.context);
        const listening = await listen(app, config, { prepare, socket: kept?.socket });
        const address = `http://${config.host}:${listening.port}`;
        log.info({ address, base: config.baseUrl, pid: process.pid }, 'register answers');
        supervisor?.ready();
        tellOfFault(readAhead(house, firstAnswersMs[readersWait ? 'restart' : 'start'], log), log);
        await stopAsked(supervisor);
        log.info('stopping');
        const stopped = listening.close(graceMs);
        house.stopQueries();
        await stopped;
      } finally {
        await house.close();
      }
      // What is still read ahead would keep the process for seconds.
      process.exit();
    });
}

function warnOfUnknownSettings(log: Logger): void {
  for (const name of unknownSettings(process.env))
    log.warn({ name }, 'setting has no effect in this version');
}

/** Loads the code that the first answers need while nobody waits for them. A fault is met again when somebody does. */
function loadAhead(): void {
  Promise.all([import('../http/app.js'), import('../http/register-routes.js')]).catch(() => undefined);
}

/**
 * Loads the rest and reads the lists once those were answered who waited for the server. A reader who comes before only
 * waits longer.
 */
async function readAhead(house: House, pauseMs: number, log: Logger): Promise<void> {
  await setTimeout(pauseMs, undefined, { ref: false });
  await house.load();
  const { freezePrototypes } = await import('../freeze.js');
  await freezePrototypes();
  await house.warm();
  log.info('lists read ahead');
  await house.makeFiles();
  log.info('files made');
}

/** It ends early when told to stop, or by a fault that the first reader will meet and log. */
function tellOfFault(readAhead: Promise<void>, log: Logger): void {
  readAhead.catch((error: unknown) => {
    log.debug({ err: error }, 'not all was read ahead');
  });
}

/** A second signal changes nothing: the stop is short, and Ctrl-C comes to this process and to its supervisor. */
function stopAsked(supervisor?: SupervisorLink): Promise<void> {
  const signal = new Promise<void>(resolve => {
    for (const name of ['SIGTERM', 'SIGINT'])
      process.on(name, () => {
        resolve();
      });
  });
  return Promise.race([signal, ...(supervisor ? [supervisor.lost] : [])]);
}
