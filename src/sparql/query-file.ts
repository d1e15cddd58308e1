import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';

/** The header of a query file: lines that begin with `#+`, in YAML, as grlc reads them. */
const header = z.strictObject({
  summary: z.string(),
  summary_fr: z.string().optional(),
  description: z.string().optional(),
  /** Offered to people as a query to start from. */
  example: z.boolean().default(false),
  parameters: z
    .record(
      z.string(),
      z.strictObject({
        type: z.enum(['iri', 'text']),
        description: z.string(),
        default: z.string().optional(),
      }),
    )
    .default({}),
});

export interface QueryFile {
  /** File name without extension. */
  readonly name: string;
  readonly text: string;
  readonly header: z.infer<typeof header>;
}

/**
 * The queries of a folder, by name.
 * @throws Error naming the file whose header is faulty
 */
export async function readQueryFiles(folder: string): Promise<Map<string, QueryFile>> {
  const files = (await readdir(folder)).filter(name => name.endsWith('.rq')).sort();
  const queries = await Promise.all(
    files.map(async name => toQueryFile(name, await readFile(join(folder, name), 'utf8'))),
  );
  return new Map(queries.map(query => [query.name, query]));
}

function toQueryFile(file: string, text: string): QueryFile {
  const lines = text.split('\n').filter(line => line.startsWith('#+'));
  const document = parseDocument(lines.map(line => line.slice(3)).join('\n'));
  if (document.errors[0]) throw faulty(file, document.errors[0].message);
  const parsed = header.safeParse(document.toJS());
  if (!parsed.success) throw faulty(file, z.prettifyError(parsed.error));
  return { name: file.slice(0, -'.rq'.length), text, header: parsed.data };
}

function faulty(file: string, why: string): Error {
  return new Error(`queries/${file} has a faulty header: ${why}`);
}
