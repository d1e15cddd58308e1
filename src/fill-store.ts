import { extentProperties } from './catalogue/extent.js';
import { storedCatalogue } from './catalogue/stored-catalogue.js';
import type { Config } from './config.js';
import { warnOfIllFormed } from './ill-formed-literals.js';
import type { Logger } from './log.js';
import { entail } from './rdf/entail.js';
import type { Identifiers } from './register/identifiers.js';
import { ColumnStore } from './store/column-store.js';
import { QuadLoader } from './store/quad-loader.js';
import { loadSeed } from './store/seed.js';
import type { SeedFile } from './store/seed-files.js';

/**
 * A store with the seed, the catalogue of its datasets, and what the ontology's axioms make of both.
 * @throws Problem for a seed that cannot be read
 */
export async function fillStore(
  files: readonly SeedFile[],
  { publisher }: Pick<Config, 'publisher'>,
  identifiers: Identifiers,
  log: Logger,
): Promise<ColumnStore> {
  const loader = new QuadLoader();
  for (const remark of await loadSeed(files, loader)) log.warn(remark, 'seed file');
  const store = new ColumnStore(loader.snapshot(1));
  warnOfIllFormed(store.snapshot, log);
  const axioms = [
    ...(await store.graph(identifiers.ontologyGraph)),
    ...(await store.graph(`${identifiers.base}/alignment`)),
  ];
  const catalogue = storedCatalogue(store.snapshot.quadsWith(extentProperties), publisher, identifiers);
  const entailed = entail(axioms, chained(store.quads(), catalogue), identifiers.entailedGraph);
  const transaction = { who: identifiers.base, when: new Date().toISOString(), removed: [] };
  await store.commit({ ...transaction, added: [...catalogue, ...entailed], why: 'entailment and catalogue' });
  log.info({ triples: store.size }, 'store filled');
  return store;
}

/** One after the other: a register's worth of quads is never an array. */
function* chained<T>(...parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part;
}
