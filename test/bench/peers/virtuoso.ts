import { performance } from 'node:perf_hooks';
import { basename, dirname } from 'node:path';
import { askOverHttp } from './http-ask.js';
import { OverTime, type AskOptions, type Loaded, type Peer, type Reply } from './peer.js';
import { VirtuosoServer } from './virtuoso-server.js';

/** Virtuoso over HTTP, with its bulk loader. Its default graph is the union of all graphs, its own ones removed. */
export class Virtuoso implements Peer {
  readonly name = 'virtuoso';
  readonly over = 'http';
  #server: VirtuosoServer | undefined;

  async load(file: string): Promise<Loaded> {
    const server = (this.#server ??= await VirtuosoServer.start(dirname(file)));
    // Triples about Virtuoso itself would count in questions about all triples.
    await server.sql('DELETE FROM DB.DBA.RDF_QUAD;');
    const before = await server.residentBytes();
    const start = performance.now();
    await server.sql(`ld_dir('${dirname(file)}', '${basename(file)}', 'urn:unused'); rdf_loader_run();`);
    const milliseconds = performance.now() - start;
    const failures = await server.sql(
      "SELECT concat('failed: ', ll_error) FROM DB.DBA.load_list WHERE ll_error IS NOT NULL;",
    );
    if (failures.includes('failed: ')) throw new Error(failures);
    await server.sql('CHECKPOINT;');
    return { milliseconds, residentBytes: (await server.residentBytes()) - before };
  }

  async ask(query: string, options: AskOptions): Promise<Reply> {
    const server = this.#server;
    if (!server) throw new Error('Virtuoso is asked before it is loaded.');
    try {
      return await askOverHttp(server.endpoint, query, options);
    } catch (error) {
      // The query would go on in the server and slow down the next one.
      if (error instanceof OverTime) {
        await server.halt();
        await server.resume();
      }
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#server?.remove();
    this.#server = undefined;
  }
}
