import { compose, type House } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';
import { boundServer, createApp } from '../../src/http/app.js';
import { listen, type Listening } from '../../src/http/server.js';
import { createLog } from '../../src/log.js';
import { ask, type Answered, type Asked } from './http.js';

/** The base IRI of the instances under test. It is not the address that they listen on. */
export const base = 'http://localhost:3000';

/** A house that listens on a free port of this machine. */
export class Server {
  constructor(
    readonly house: House,
    private readonly listening: Listening,
  ) {}

  get port(): number {
    return this.listening.port;
  }

  /** Where a browser reaches it. */
  get origin(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  ask(path: string, asked: Asked = {}): Promise<Answered> {
    return ask(this.port, path, asked);
  }

  async close(): Promise<void> {
    await this.listening.close(0);
    await this.house.close();
  }
}

const open = new Set<Promise<Server>>();

/** Starts an instance with the real data, unless the settings say otherwise. It is closed when all tests are done. */
export function startServer(settings: Readonly<Record<string, unknown>> = {}): Promise<Server> {
  const starting = start(settings);
  open.add(starting);
  return starting;
}

/** Tests ask more at once than one client may. */
export const unhurried = {
  queryBudgetMs: 86_400_000,
  pageBudgetMs: 86_400_000,
  clientQueries: 1_000,
  clientWaiting: 10_000,
  clientConnections: 10_000,
};

async function start(settings: Readonly<Record<string, unknown>>): Promise<Server> {
  const house = await compose(
    readConfig({ port: 0, baseUrl: base, workers: 1, dataDir: 'none', ...unhurried, ...settings }, {}),
    createLog('silent'),
  );
  const app = createApp(house.context);
  const address = { port: 0, host: '127.0.0.1' };
  return new Server(house, await listen(app, address, { prepare: boundServer(app, house.context) }));
}

let shared: Promise<Server> | undefined;

/** The instance that tests share which leave it as they found it. */
export function sharedServer(): Promise<Server> {
  shared ??= startServer();
  return shared;
}

after(async () => {
  const servers = await Promise.allSettled(open);
  await Promise.all(
    servers.map(server => (server.status === 'fulfilled' ? server.value.close() : undefined)),
  );
});
