import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { projectPath } from '../../src/project.js';
import { folderOf } from './folder.js';

/** A register of two records, for commands that each fill a store of their own. */
export function smallSeed(): Promise<string> {
  return folderOf({ 'need/one.ttl': record('one', 'Un « é »'), 'need/two.ttl': record('two', 'Deux') });
}

function record(slug: string, title: string): string {
  return `
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<../id/need/${slug}> a <https://w3id.org/communaux/pac#Need> ;
  dct:title ${JSON.stringify(title)}@fr ;
  dct:relation [ dct:title "blank" ] .
<> foaf:primaryTopic <../id/need/${slug}> .
`;
}

/** The real commons alone: enough triples for an endless query, few enough for workers to be replaced in a second. */
export async function commonsSeed(): Promise<string> {
  const folder = await folderOf({});
  await cp(projectPath('data', 'commons'), join(folder, 'commons'), { recursive: true });
  return folder;
}
