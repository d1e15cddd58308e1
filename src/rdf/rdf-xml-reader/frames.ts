import type { SaxesTagNS } from '@rubensworks/saxes';
import type { Quad } from '@rdfjs/types';
import { Problem } from '../../errors.js';
import { literal, term } from '../terms.js';
import { attributesOf, type Attributes, type Scope } from './attributes.js';
import { assertBlank, type Frame, type Property } from './frame.js';
import { EmptyFrame, XmlFrame } from './leaf-frames.js';
import { assertName, namespaces } from './names.js';
import type { Reading } from './reading.js';
import { assertOnly, namedBy, namesOf, stateAttributes } from './said-by-attributes.js';

type Subject = Quad['subject'];

const nil = () => term('rdf', 'nil');

/** The document itself: rdf:RDF, or a single node (production doc). */
export class DocumentFrame implements Frame {
  constructor(
    private readonly reading: Reading,
    private readonly scope: Scope,
  ) {}

  open(tag: SaxesTagNS): Frame {
    if (tag.uri !== namespaces.rdf || tag.local !== 'RDF')
      return openNode(tag, this.scope, this.reading).frame;
    return new NodesFrame(this.reading, attributesOf(tag, this.scope).scope);
  }

  text(): void {
    // Outside of the root element, the XML parser lets blanks stand only.
  }

  close(): void {
    // Nothing is left to say.
  }
}

/** Inside of rdf:RDF: nodes (production nodeElementList). */
class NodesFrame implements Frame {
  readonly text = assertBlank;

  constructor(
    private readonly reading: Reading,
    private readonly scope: Scope,
  ) {}

  open(tag: SaxesTagNS): Frame {
    return openNode(tag, this.scope, this.reading).frame;
  }

  close(): void {
    // Each node has spoken for itself.
  }
}

/** Begins a node (production nodeElement). */
function openNode(tag: SaxesTagNS, outer: Scope, reading: Reading): { subject: Subject; frame: Frame } {
  assertName(tag.uri, tag.local, 'node');
  const attributes = attributesOf(tag, outer);
  assertOnly(attributes, ['about', 'ID', 'nodeID', 'version']);
  const subject = namedBy(attributes, 'about', reading) ?? reading.blank();
  if (tag.uri !== namespaces.rdf || tag.local !== 'Description')
    reading.state([subject, term('rdf', 'type'), reading.name(tag.uri + tag.local)]);
  stateAttributes(subject, attributes, reading);
  return { subject, frame: new PropertiesFrame(reading, subject, attributes.scope) };
}

/** Inside of a node: its properties (production propertyEltList). */
class PropertiesFrame implements Frame {
  readonly text = assertBlank;
  #members = 0;

  constructor(
    private readonly reading: Reading,
    private readonly subject: Subject,
    private readonly scope: Scope,
  ) {}

  open(tag: SaxesTagNS): Frame {
    assertName(tag.uri, tag.local, 'property');
    const attributes = attributesOf(tag, this.scope);
    const isMember = tag.uri === namespaces.rdf && tag.local === 'li';
    const predicate = isMember ? term('rdf', `_${++this.#members}`) : this.reading.name(tag.uri + tag.local);
    const names = namesOf(attributes, this.reading);
    return openProperty(
      { subject: this.subject, predicate, names, scope: attributes.scope },
      attributes,
      this.reading,
    );
  }

  close(): void {
    // Each property has spoken for itself.
  }
}

/** Attributes that name a statement, and say nothing of its object. */
const naming = ['ID', 'annotation', 'annotationNodeID', 'version'];

/** What the kinds of rdf:parseType make of the content of a property. Any other is read as Literal (section 7.2.20). */
const parseTypes: Readonly<Record<string, (property: Property, reading: Reading) => Frame>> = {
  Resource({ subject, predicate, names, scope }, reading) {
    const object = reading.blank();
    reading.state([subject, predicate, object], names);
    return new PropertiesFrame(reading, object, scope);
  },
  Collection: (property, reading) => new CollectionFrame(reading, property),
  Triple: (property, reading) => new TripleFrame(reading, property),
};

function openProperty(property: Property, attributes: Attributes, reading: Reading): Frame {
  const { syntax, properties } = attributes;
  const parseType = syntax.get('parseType');
  if (parseType !== undefined) {
    assertOnly(attributes, [...naming, 'parseType']);
    if (properties.length > 0)
      throw new Problem(
        'syntax-error',
        'A property with rdf:parseType can have no attribute that states something.',
      );
    const open = Object.hasOwn(parseTypes, parseType) ? parseTypes[parseType] : undefined;
    return open?.(property, reading) ?? new XmlFrame(reading, property);
  }
  const named = namedBy(attributes, 'resource', reading);
  if (!named && properties.length === 0) {
    assertOnly(attributes, [...naming, 'datatype']);
    return new ValueFrame(reading, property, syntax.get('datatype'));
  }
  assertOnly(attributes, [...naming, 'resource', 'nodeID']);
  const object = named ?? reading.blank();
  reading.state([property.subject, property.predicate, object], property.names);
  stateAttributes(object, attributes, reading);
  return new EmptyFrame();
}

/** Inside of a property: a text, or one node (productions literalPropertyElt and resourcePropertyElt). */
class ValueFrame implements Frame {
  #text = '';
  #hasNode = false;

  constructor(
    private readonly reading: Reading,
    private readonly property: Property,
    private readonly datatype: string | undefined,
  ) {}

  open(tag: SaxesTagNS): Frame {
    if (this.#hasNode || this.datatype !== undefined)
      throw new Problem(
        'syntax-error',
        'A property has one value: a text, or a single node without rdf:datatype.',
      );
    assertBlank(this.#text);
    this.#hasNode = true;
    const { subject, predicate, names, scope } = this.property;
    const node = openNode(tag, scope, this.reading);
    this.reading.state([subject, predicate, node.subject], names);
    return node.frame;
  }

  text(text: string): void {
    if (this.#hasNode) assertBlank(text);
    this.#text += text;
  }

  close(): void {
    if (this.#hasNode) return;
    const { subject, predicate, names, scope } = this.property;
    const value =
      this.datatype === undefined
        ? this.reading.literal(this.#text, scope)
        : literal(this.#text, this.reading.iri(this.datatype, scope));
    this.reading.state([subject, predicate, value], names);
  }
}

/** Inside of rdf:parseType="Collection": the members of a list (section 7.2.19). */
class CollectionFrame implements Frame {
  readonly text = assertBlank;
  /** What the next member, or the end, is to be joined to. */
  #end: Property;

  constructor(
    private readonly reading: Reading,
    property: Property,
  ) {
    this.#end = property;
  }

  open(tag: SaxesTagNS): Frame {
    const { scope } = this.#end;
    const cell = this.reading.blank();
    this.#join(cell);
    this.#end = { subject: cell, predicate: term('rdf', 'rest'), names: {}, scope };
    const member = openNode(tag, scope, this.reading);
    this.reading.state([cell, term('rdf', 'first'), member.subject]);
    return member.frame;
  }

  close(): void {
    this.#join(nil());
  }

  #join(object: Subject): void {
    this.reading.state([this.#end.subject, this.#end.predicate, object], this.#end.names);
  }
}

/** Inside of rdf:parseType="Triple": one statement, which is not made but spoken of (RDF 1.2 XML Syntax). */
class TripleFrame implements Frame {
  readonly text = assertBlank;
  readonly #triples: Quad[] = [];
  readonly #sink: Reading['sink'];

  constructor(
    private readonly reading: Reading,
    private readonly property: Property,
  ) {
    this.#sink = reading.sink;
    reading.sink = triple => this.#triples.push(triple);
  }

  open(tag: SaxesTagNS): Frame {
    return openNode(tag, this.property.scope, this.reading).frame;
  }

  close(): void {
    this.reading.sink = this.#sink;
    const [triple, ...others] = this.#triples;
    if (!triple || others.length > 0)
      throw new Problem(
        'syntax-error',
        `rdf:parseType="Triple" holds one statement, not ${this.#triples.length}.`,
      );
    const { subject, predicate, names } = this.property;
    this.reading.state([subject, predicate, triple], names);
  }
}
