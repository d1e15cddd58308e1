import { SaxesParser } from '@rubensworks/saxes';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { outermost } from './rdf-xml-reader/attributes.js';
import type { Frame } from './rdf-xml-reader/frame.js';
import { DocumentFrame } from './rdf-xml-reader/frames.js';
import { Reading } from './rdf-xml-reader/reading.js';
import { entityTable, readEntities } from './xml-entities.js';

/** Deepest nesting of elements, a list of 6 000 members written out: saxes looks names up through all that are open. */
export const maxElementDepth = 13_000;

/**
 * Parses a whole RDF/XML text. The XML is saxes' work; the grammar of RDF/XML stands in `rdf-xml-reader/`
 * (docs/decisions/0002-our-own-reader-of-rdf-xml.md says why).
 * @throws Problem `bad-request` for a document type that is more than internal entities, or elements nested too deep;
 * `syntax-error`; both with the line
 */
export function parseRdfXml(text: string, base: string): Quad[] {
  const quads: Quad[] = [];
  const reading = new Reading(quad => quads.push(quad));
  const open: [Frame, ...Frame[]] = [new DocumentFrame(reading, outermost(base))];
  const last = () => open.at(-1) ?? open[0];
  const parser = new SaxesParser({ xmlns: true });
  parser.ENTITIES = entityTable(new Map(), text.length);
  parser.on('error', ({ message }) => {
    throw new Problem('syntax-error', sentence(message.replace(/^\d+:\d+: /, '')));
  });
  parser.on('doctype', doctype => {
    parser.ENTITIES = entityTable(readEntities(doctype), text.length);
  });
  parser.on('opentag', tag => {
    if (open.length > maxElementDepth) throw new Problem('bad-request', tooDeep, { limit: maxElementDepth });
    open.push(last().open(tag));
  });
  parser.on('closetag', () => open.pop()?.close());
  parser.on('text', text => last().text(text));
  parser.on('cdata', text => last().text(text));
  parser.on('comment', text => last().comment?.(text));
  parser.on('processinginstruction', ({ target, body }) => last().instruction?.(target, body));
  try {
    parser.write(text).close();
  } catch (error) {
    throw atLine(parser.line, error);
  }
  return quads;
}

const tooDeep = `Elements are nested deeper than ${maxElementDepth} levels. Flatten the text and send it again.`;

function sentence(message: string): string {
  return message.replace(/^./, first => first.toUpperCase()).replace(/\.?$/, '.');
}

function atLine(line: number, error: unknown): unknown {
  if (!(error instanceof Problem)) return error;
  return new Problem(error.kind, `Line ${line}: ${error.message}`, { ...error.members, line });
}
