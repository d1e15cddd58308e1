import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const extension = '.rq';

/** The queries of a folder as they are written, by name: `latest` for `latest.rq`. */
export async function readQueryTexts(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder)).filter(name => name.endsWith(extension)).sort();
  const texts = files.map(
    async file => [file.slice(0, -extension.length), await readFile(join(folder, file), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}
