import { Problem } from '../errors.js';

/** What was thrown over the content of a file, as what is to be thrown on: a Problem names the file. */
export function inFile(path: string, error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  return new Problem(error.kind, `${path}: ${error.message}`, { ...error.members, file: path });
}
