import { behindProxy } from './behind-proxy.js';
import { nginx } from './support/proxies.js';
import { runAlone, type Scenario } from './support/scenario.js';

/** The server behind nginx, as Debian has it, with the configuration of SECURITY.md. */
export const behindNginx: Scenario = {
  name: 'behind-nginx',
  summary: 'two clients behind nginx are told apart, and answers that are cut end visibly',
  mostMinutes: 20,
  run: options => behindProxy(nginx, options),
};

await runAlone(import.meta, behindNginx);
