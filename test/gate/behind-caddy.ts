import { behindProxy } from './behind-proxy.js';
import { caddy } from './support/proxies.js';
import { runAlone, type Scenario } from './support/scenario.js';

/** The server behind Caddy, as Debian has it, with the configuration of SECURITY.md. */
export const behindCaddy: Scenario = {
  name: 'behind-caddy',
  summary: 'two clients behind Caddy are told apart, and answers that are cut end visibly',
  mostMinutes: 20,
  run: options => behindProxy(caddy, options),
};

await runAlone(import.meta, behindCaddy);
