import type { Quad } from '@rdfjs/types';
import { compose } from '../../../src/compose.js';
import { readConfig } from '../../../src/config.js';
import { boundServer, createApp } from '../../../src/http/app.js';
import { listen } from '../../../src/http/server.js';
import { createLog } from '../../../src/log.js';
import { QueryPools } from '../../../src/query-pools.js';
import { snapshotOf } from '../../../src/store/build-snapshot.js';
import { ColumnStore } from '../../../src/store/column-store.js';
import { base, Server, unhurried } from '../../support/server.js';

/**
 * A server as `serve` composes it (its routes, its worker threads), whose queries are asked of the data that a test
 * brings: a plain SPARQL store with a default graph of its own.
 */
export interface SwitchedServer {
  readonly server: Server;
  /** Queries from now on see these quads alone. */
  use(quads: Iterable<Quad>): void;
}

let shared: Promise<SwitchedServer> | undefined;

/** The one that the suites share, each of which brings its data first. */
export function switchedServer(): Promise<SwitchedServer> {
  shared ??= start();
  return shared;
}

after(async () => {
  await (await shared)?.server.close();
});

async function start(): Promise<SwitchedServer> {
  const settings = { port: 0, baseUrl: base, workers: 1, dataDir: 'none', seed: 'none', ...unhurried };
  // The tests ask the same query of other data.
  const config = readConfig({ ...settings, defaultGraph: 'own', cacheMb: 0 }, {});
  const log = createLog('silent');
  const pools = new QueryPools(config, log);
  const house = await compose(config, log, { pools });
  const app = createApp(house.context);
  const prepare = boundServer(app, house.context);
  const server = new Server(house, await listen(app, { port: 0, host: '127.0.0.1' }, { prepare }));
  return {
    server,
    use: quads => {
      pools.open(new ColumnStore(snapshotOf(quads)));
    },
  };
}
