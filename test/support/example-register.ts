import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../../src/project.js';
import type { DataFile } from '../../src/register/record-file.js';
import { readSeedFile } from '../../src/store/seed.js';
import { seedFiles } from '../../src/store/seed-files.js';
import { turtleFile } from './turtle-file.js';

export const base = 'http://localhost:3000';
const kinds = [
  'commons',
  'action',
  'actor',
  'need',
  'funding',
  'event',
  'resource',
  'territory',
  'theme',
  'clause',
];
const others = ['actor/parent', 'action/other', 'clause/other', 'territory/union'];

/** The text of an example of the ontology's tests: `need/valid.ttl`. */
export function readExample(path: string): string {
  return readFileSync(projectPath('test', 'ontology', 'examples', ...path.split('/')), 'utf8');
}

/** A small register, all of it valid. */
export const context: DataFile[] = [
  ...kinds.map(kind => turtleFile(`data/${kind}/example.ttl`, readExample(`${kind}/valid.ttl`))),
  ...others.map(name => turtleFile(`data/${name}.ttl`, readExample(`context/${name}.ttl`))),
];
/** The ontology and the vocabularies, without the shapes. */
export async function ontologyQuads(): Promise<Quad[]> {
  const seeds = await seedFiles(
    [projectPath('ontology', 'pac.ttl'), projectPath('ontology', 'vocabularies')],
    base,
  );
  return (await Promise.all(seeds.map(readSeedFile))).flat();
}
