import { parseRdf } from '../../src/rdf/parse.js';
import { namedNode, quad } from '../../src/rdf/terms.js';
import type { DataFile } from '../../src/register/record-file.js';

/** A file of Turtle that is in memory only. */
export function turtleFile(path: string, text: string): DataFile {
  return {
    path,
    quads: async document =>
      (await parseRdf(text, { format: 'turtle', base: document })).map(({ subject, predicate, object }) =>
        quad(subject, predicate, object, namedNode(document)),
      ),
    turtle: () => Promise.resolve(text),
  };
}
