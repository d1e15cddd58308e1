import type { SaxesTagNS } from '@rubensworks/saxes';
import type { NamedNode, Quad } from '@rdfjs/types';
import { Problem } from '../../errors.js';
import type { Scope } from './attributes.js';
import type { Names } from './reading.js';

/** What may stand in an element that is open, and what is made of it (RDF 1.1 XML Syntax section 7.2). */
export interface Frame {
  /** An element in it begins. @returns what may stand in that */
  open(tag: SaxesTagNS): Frame;
  /** Text in it, pieces of which may come one by one. */
  text(text: string): void;
  comment?(text: string): void;
  instruction?(target: string, body: string): void;
  close(): void;
}

/** Where a property says what, and what its statement is called. */
export interface Property {
  readonly subject: Quad['subject'];
  readonly predicate: NamedNode;
  readonly names: Names;
  readonly scope: Scope;
}

/** Text beside elements is blanks only. @throws Problem `syntax-error` for any other */
export function assertBlank(text: string): void {
  if (/[^ \t\r\n]/.test(text))
    throw new Problem('syntax-error', `The text "${text.trim().slice(0, 40)}" cannot stand beside elements.`);
}
