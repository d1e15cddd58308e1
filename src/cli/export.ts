import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { Problem } from '../errors.js';
import { rdfFormats, type RdfFormatId } from '../rdf/formats.js';
import { serializeRdf } from '../rdf/serialize.js';
import type { Register } from '../register/read.js';
import { openHouse } from './house.js';
import { progress } from './progress.js';
import { withSettings } from './settings.js';

/** Formats whose documents may follow one another in a file. The others hold one graph, and everything becomes one. */
const concatenable: readonly RdfFormatId[] = ['nquads', 'ntriples'];

/** `communaux export`: writes the whole register, or one document of it, to standard output or a file. */
export function exportCommand(): Command {
  return withSettings(new Command('export'))
    .description('write the whole register, or one of its documents, as RDF')
    .argument(
      '[document]',
      'path of a document, such as commons/openstreetmap or ontology; left out, everything',
    )
    .option('-o, --output <format>', rdfFormats.map(({ id }) => id).join(', '), 'nquads')
    .option('-t, --to <path>', 'file to write to; default: standard output')
    .action(async (document: string | undefined, flags: Record<string, unknown>) => {
      const format = formatNamed(flags['output']);
      const target = await openTarget(flags['to']);
      const house = await openHouse(flags);
      try {
        const names = await documentNames(document, house.register);
        await pipeline(texts(names, format, house.register), target, { end: target !== process.stdout });
      } finally {
        await house.close();
      }
    });
}

async function openTarget(path: unknown): Promise<NodeJS.WritableStream> {
  if (typeof path !== 'string') return process.stdout;
  const file = await open(path, 'w').catch(() => {
    throw new Problem('bad-request', `The file "${path}" cannot be written.`);
  });
  return file.createWriteStream();
}

function formatNamed(name: unknown): RdfFormatId {
  const found = rdfFormats.find(({ id }) => id === name);
  if (!found) throw new Problem('bad-request', `There is no format "${String(name)}".`);
  return found.id;
}

async function documentNames(
  document: string | undefined,
  { store, identifiers }: Register,
): Promise<readonly string[]> {
  const names = await store.graphNames();
  if (document === undefined) return names;
  const name = `${identifiers.base}/${document}`;
  if (!names.includes(name))
    throw new Problem('not-found', `There is no document "${document}" in the register.`);
  return [name];
}

async function* texts(
  names: readonly string[],
  format: RdfFormatId,
  { store }: Register,
): AsyncGenerator<string> {
  if (!concatenable.includes(format)) {
    const graphs = await Promise.all(names.map(name => store.graph(name)));
    yield await serializeRdf(graphs.flat(), format);
    return;
  }
  const bar = progress('export', names.length);
  for (const name of names) {
    yield await serializeRdf(await store.graph(name), format);
    bar.advance();
  }
  bar.end();
}
