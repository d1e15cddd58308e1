import fc from 'fast-check';
import type { Quad } from '@rdfjs/types';
import type { RdfFormatId } from '../../src/rdf/formats.js';
import { parseRdf } from '../../src/rdf/parse.js';
import { serializeRdf } from '../../src/rdf/serialize.js';
import { anyDataset, anyGraph, anyIri, anyText, namedIri, xmlText } from '../support/graphs.js';
import { assertIsomorphic } from '../support/isomorphism.js';

const base = 'http://localhost:3000/commons/x';

const anything = { text: anyText, predicate: anyIri };

/** JSON-LD refuses these, and the text `__proto__`: see the tests of its writer and of its guard. */
const misread =
  /^(https:\/\/schema\.org\/|http:\/\/purl\.org\/dc\/terms\/|http:\/\/www\.w3\.org\/2004\/02\/skos\/core#)\/\//;
const writable = (quads: readonly Quad[]) =>
  quads.every(({ subject, predicate, object }) =>
    [subject, predicate, object, 'datatype' in object ? object.datatype : object].every(
      ({ value }) => value !== '__proto__' && !misread.test(value),
    ),
  );

/** Every graph that a format can write, and how often to try. */
const laws = [
  ['turtle', anyGraph(anything), 300],
  ['ntriples', anyGraph(anything), 300],
  ['nquads', anyDataset(anything), 300],
  ['trig', anyDataset(anything), 300],
  ['jsonld', anyGraph(anything).filter(writable), 150],
  ['rdfxml', anyGraph({ text: xmlText, predicate: namedIri }), 200],
] as const;

describe('a graph written and read back', () => {
  for (const [format, graphs, numRuns] of laws)
    it(`is the same graph in ${format}`, () =>
      fc.assert(
        fc.asyncProperty(graphs, async quads => {
          const text = await serializeRdf(quads, format);
          assertIsomorphic(await parseRdf(text, { format, base }), quads, text);
        }),
        { numRuns },
      ));

  for (const format of ['turtle', 'ntriples', 'jsonld', 'rdfxml'] satisfies RdfFormatId[])
    it(`is the empty graph in ${format} when it was empty`, async () => {
      assertIsomorphic(await parseRdf(await serializeRdf([], format), { format, base }), []);
    });
});
