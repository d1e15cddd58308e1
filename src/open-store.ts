import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.js';
import type { Logger } from './log.js';
import { projectPath } from './project.js';
import { entail } from './rdf/entail.js';
import type { Identifiers } from './register/identifiers.js';
import { ColumnStore } from './store/column-store.js';
import { fingerprintOf } from './store/fingerprint.js';
import { openColumnFile } from './store/open-column-file.js';
import { QuadLoader } from './store/quad-loader.js';
import { loadSeed, seedFiles, type SeedFile } from './store/seed.js';
import { writeColumnFile } from './store/write-column-file.js';

/**
 * The store with the seed and what the ontology's axioms make of it: from the column file of an earlier start, if that was
 * made from the same files by the same program; else from the seed, which is then kept as such a file.
 * @throws Problem for a seed that cannot be read
 */
export async function openStore(config: Config, identifiers: Identifiers, log: Logger): Promise<ColumnStore> {
  const paths = config.seed ?? [projectPath('data'), projectPath('ontology')];
  const files = await seedFiles(paths, identifiers.base);
  if (config.dataDir === undefined) return filled(files, identifiers, log);
  const path = join(config.dataDir, 'columns');
  const origin = { files, base: identifiers.base, version: await programVersion() };
  const fingerprint = await fingerprintOf(origin);
  const opened = await openColumnFile(path, fingerprint);
  if (opened.snapshot) {
    log.info({ triples: opened.snapshot.size, file: path }, 'store opened from its column file');
    return new ColumnStore(opened.snapshot);
  }
  log.info({ file: path, reason: opened.reason }, 'no column file to open');
  const store = await filled(files, identifiers, log);
  await mkdir(config.dataDir, { recursive: true })
    .then(() => writeColumnFile(path, store.snapshot, fingerprint))
    .catch((error: unknown) => {
      // It only makes the next start faster.
      log.warn({ err: error, file: path }, 'the column file cannot be written');
    });
  return store;
}

async function filled(
  files: readonly SeedFile[],
  identifiers: Identifiers,
  log: Logger,
): Promise<ColumnStore> {
  const loader = new QuadLoader();
  await loadSeed(files, loader);
  const store = new ColumnStore(loader.snapshot(1));
  const axioms = [
    ...(await store.graph(identifiers.ontologyGraph)),
    ...(await store.graph(`${identifiers.base}/alignment`)),
  ];
  const added = entail(axioms, store.quads(), identifiers.entailedGraph);
  const transaction = { who: identifiers.base, when: new Date().toISOString(), removed: [] };
  await store.commit({ ...transaction, added, why: 'entailment' });
  log.info({ triples: store.size }, 'store filled');
  return store;
}

/** Changes whenever the code does that makes triples and columns of files. */
async function programVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['rdf', 'store']) {
    const url = new URL(`./${folder}/`, import.meta.url);
    for (const name of (await readdir(url)).sort())
      if (name.endsWith('.js')) hash.update(name).update(await readFile(new URL(name, url)));
  }
  return hash.digest('hex');
}
