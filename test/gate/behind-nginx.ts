import { behindProxy, cutsBehind } from './behind-proxy.js';
import { nginx, plainNginx } from './support/proxies.js';
import { runAlone, type Scenario } from './support/scenario.js';

/** The server behind nginx, as Debian has it, with the configuration of SECURITY.md, and with a bare `proxy_pass`. */
export const behindNginx: Scenario = {
  name: 'behind-nginx',
  summary: 'two clients behind nginx are told apart, and answers that are cut end visibly',
  mostMinutes: 20,
  run: async options => [
    ...(await behindProxy(nginx, options)),
    ...(await cutsBehind(plainNginx, 'behind nginx told the least', options)),
  ],
};

await runAlone(import.meta, behindNginx);
