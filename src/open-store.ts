import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.js';
import type { Logger } from './log.js';
import { projectPath } from './project.js';
import { readingVersion } from './reading-version.js';
import type { Identifiers } from './register/identifiers.js';
import { ColumnStore } from './store/column-store.js';
import { fingerprintOf } from './store/fingerprint.js';
import { openColumnFile } from './store/open-column-file.js';
import { filesLeftOut, seedFiles } from './store/seed-files.js';
import { writeColumnFile } from './store/write-column-file.js';

/**
 * The store with the seed, the catalogue and what the ontology's axioms make of both: from the column file of an earlier
 * start, if that was made from the same files and settings in the same way; else from the seed, which is then kept as
 * such a file.
 * @throws Problem for a seed that cannot be read
 */
export async function openStore(config: Config, identifiers: Identifiers, log: Logger): Promise<ColumnStore> {
  const paths = config.seed ?? [projectPath('data'), projectPath('ontology')];
  const files = await seedFiles(paths, identifiers.base);
  for (const file of await filesLeftOut(config.seed ?? []))
    log.warn({ file, remark: 'left out: its extension is of no RDF format' }, 'seed file');
  // Its code is left alone when there is a column file.
  const filled = async () => (await import('./fill-store.js')).fillStore(files, config, identifiers, log);
  if (config.dataDir === undefined) return filled();
  const path = join(config.dataDir, 'columns');
  const origin = {
    files,
    base: identifiers.base,
    settings: config.publisher,
    version: await readingVersion(),
  };
  const fingerprint = fingerprintOf(origin);
  const opened = await openColumnFile(path, fingerprint);
  if (opened.snapshot) {
    log.info({ triples: opened.snapshot.size, file: path }, 'store opened from its column file');
    return new ColumnStore(opened.snapshot);
  }
  log.info({ file: path, reason: opened.reason }, 'no column file to open');
  const store = await filled();
  await mkdir(config.dataDir, { recursive: true })
    .then(() => writeColumnFile(path, store.snapshot, fingerprint))
    .catch((error: unknown) => {
      // It only makes the next start faster.
      log.warn({ err: error, file: path }, 'the column file cannot be written');
    });
  return store;
}
