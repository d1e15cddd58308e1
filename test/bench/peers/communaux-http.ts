import { Serving } from '../serving.js';
import { askOverHttp } from './http-ask.js';
import type { AskOptions, Loaded, Peer, Reply } from './peer.js';

/** This server over HTTP, without the answer cache. */
export class CommunauxHttp implements Peer {
  readonly name = 'communaux-http';
  readonly over = 'http';
  #server: Serving | undefined;

  /** @param dataDir folder for the column file; without it, none is kept */
  constructor(private readonly dataDir?: string) {}

  async load(file: string): Promise<Loaded> {
    const { dataDir } = this;
    const server = await Serving.start({ seed: file, ...(dataDir === undefined ? {} : { dataDir }) });
    this.#server = server;
    return { milliseconds: server.startedIn, residentBytes: server.residentBytes };
  }

  ask(query: string, options: AskOptions): Promise<Reply> {
    if (!this.#server) throw new Error('The server is asked before it is loaded.');
    return askOverHttp(this.#server.endpoint, query, options);
  }

  async close(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }
}
