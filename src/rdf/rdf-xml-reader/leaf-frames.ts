import type { SaxesTagNS } from '@rubensworks/saxes';
import { Problem } from '../../errors.js';
import { literal, term } from '../terms.js';
import { assertBlank, type Frame, type Property } from './frame.js';
import type { Reading } from './reading.js';
import { XmlWriter } from './xml-literal.js';

/** Inside of a property whose attributes have said all (production emptyPropertyElt). */
export class EmptyFrame implements Frame {
  readonly text = assertBlank;

  open(): Frame {
    throw new Problem(
      'syntax-error',
      'A property whose attributes name its value can have no element in it.',
    );
  }

  close(): void {
    // Its attributes have said all.
  }
}

/** Inside of rdf:parseType="Literal": XML, kept as it is (section 7.2.17). */
export class XmlFrame implements Frame {
  readonly #xml: XmlWriter;

  constructor(
    private readonly reading: Reading,
    private readonly property: Property | undefined,
    xml = new XmlWriter(),
  ) {
    this.#xml = xml;
  }

  open(tag: SaxesTagNS): Frame {
    this.#xml.open(tag);
    return new XmlFrame(this.reading, undefined, this.#xml);
  }

  text(text: string): void {
    this.#xml.characters(text);
  }

  comment(text: string): void {
    this.#xml.comment(text);
  }

  instruction(target: string, body: string): void {
    this.#xml.instruction(target, body);
  }

  close(): void {
    if (!this.property) {
      this.#xml.close();
      return;
    }
    const { subject, predicate, names } = this.property;
    this.reading.state([subject, predicate, literal(this.#xml.text, term('rdf', 'XMLLiteral'))], names);
  }
}
