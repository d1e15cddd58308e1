import { behindCaddy } from './behind-caddy.js';
import { behindNginx } from './behind-nginx.js';
import { connections } from './connections.js';
import { fair } from './fair.js';
import { hostileMix } from './hostile-mix.js';
import { kills } from './kills.js';
import { slowReaders } from './slow-readers.js';
import type { Scenario } from './support/scenario.js';
import { survives } from './survives.js';

/** All parts of the gate, in the order in which they are run. */
export const scenarios: readonly Scenario[] = [
  survives,
  hostileMix,
  fair,
  slowReaders,
  connections,
  kills,
  behindNginx,
  behindCaddy,
];
