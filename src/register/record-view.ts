import { Store } from 'n3';
import type { Quad } from '@rdfjs/types';
import { graphFormats } from '../rdf/formats.js';
import { iri, shorten } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import type { RecordName } from './identifiers.js';
import { incomingOf } from './incoming.js';
import type { Presentation } from './presentation.js';
import type { Register } from './read.js';
import { structuredData } from './schema-org/structured-data.js';
import { describingProperties, namingProperties, typeProperties } from './common-properties.js';
import { firstObjects } from './entries.js';
import { pickText, type Language, type Text } from './text.js';
import { propertiesOf, valuesOf, type Showing } from './values.js';
import type { Format, Group, Property, Provenance, RecordView, Value } from './views.js';

const definition = iri('skos', 'definition');

/** Shown in the page's head, so not among the facts again, but for names in languages that no page is in. */
const headed = new Set([...describingProperties, ...namingProperties].map(shorten));

/** Shortcuts of links between actions; the link itself says more: why, on what evidence. */
const shortcuts = [
  'reinforces',
  'complements',
  'overlaps',
  'hampers',
  'dependsOn',
  'coordinatedWith',
  'succeeds',
].map(name => iri('pac', name));

/** Everything known of a record, for a reader of the language given. */
export async function recordView(
  name: RecordName,
  quads: readonly Quad[],
  language: Language,
  register: Register,
): Promise<RecordView> {
  const { identifiers } = register;
  const thing = namedNode(identifiers.thing(name));
  const document = namedNode(identifiers.document(name));
  const [labels, incoming, presentation, { recordQuery }] = await Promise.all([
    labelsIn(quads, register),
    incomingOf(name, language, register),
    register.presentation(name.kind),
    // It writes queries with a library that takes a while to load.
    import('./sparql-links.js'),
  ]);
  const record = new Store([...quads]);
  const showing: Showing = { record, labels, presentation, identifiers, language };
  const linked = record.countQuads(thing, namedNode(iri('dcat', 'qualifiedRelation')), null, null) > 0;
  const hidden = new Set(linked ? shortcuts : []);
  const text = pickText(firstObjects(record, thing, describingProperties), language);
  const title = pickText(firstObjects(record, thing, namingProperties), language) ?? { value: name.slug };
  const subject = { name, record, title: title.value, description: text?.value };
  const structured = await structuredData(subject, language, register);
  return {
    kind: name.kind,
    path: identifiers.path(name),
    iri: thing.value,
    title,
    ...(text ? { description: text } : {}),
    types: typeProperties.flatMap(property => valuesOf(thing, property, showing)).flatMap(conceptText),
    groups: grouped(withoutHead(propertiesOf(thing, showing, hidden), [title, text]), presentation, language),
    incoming,
    provenance: provenance(document.value, showing),
    ...(structured ? { structured } : {}),
    formats: formatsOf(identifiers.path(name)),
    sparql: recordQuery(name, identifiers),
  };
}

/** What all that a record speaks of is called, and what its concepts mean. */
async function labelsIn(quads: readonly Quad[], { store }: Register): Promise<Store> {
  const spokenOf = new Set(
    quads.flatMap(({ object }) => (object.termType === 'NamedNode' ? [object.value] : [])),
  );
  const said = await Promise.all(
    [...spokenOf].map(iri => store.about(iri, [...namingProperties, definition])),
  );
  return new Store(said.flat());
}

/** The properties without the texts that stand in the page's head. */
function withoutHead(properties: readonly Property[], head: readonly (Text | undefined)[]): Property[] {
  const isInHead = (value: Value) =>
    value.type === 'text' &&
    head.some(text => text?.value === value.text.value && text.lang === value.text.lang);
  return properties.flatMap(property => {
    if (!headed.has(property.name)) return [property];
    const values = property.values.filter(value => !isInHead(value));
    return values.length > 0 ? [{ ...property, values }] : [];
  });
}

function conceptText(value: Value): Text[] {
  return value.type === 'concept' ? [value.text] : [];
}

/** The RDF formats of a document, at its path with an extension. */
export function formatsOf(path: string): Format[] {
  return graphFormats.map(({ label, mediaType, extension }) => ({
    name: label,
    mediaType,
    path: `${path}.${extension}`,
  }));
}

/** Properties come sorted by the shapes, so that a group's properties stand together. */
function grouped(properties: readonly Property[], presentation: Presentation, language: Language): Group[] {
  const other: Text = {
    value: language === 'fr' ? 'Autres informations' : 'Further information',
    lang: language,
  };
  const groups = new Map<string, { label: Text; properties: Property[] }>();
  for (const property of properties) {
    const label = presentation.group(property.name, language) ?? other;
    const group = groups.get(label.value) ?? { label, properties: [] };
    groups.set(label.value, group);
    group.properties.push(property);
  }
  return [...groups.values()];
}

function provenance(document: string, showing: Showing): Provenance {
  const subject = namedNode(document);
  const values = (property: string) => showing.record.getObjects(subject, namedNode(property), null);
  const first = (property: string) => values(property)[0]?.value;
  const [level] = valuesOf(subject, iri('pac', 'verificationLevel'), showing);
  const [status] = valuesOf(subject, iri('adms', 'status'), showing);
  const [issued, modified] = [first(iri('dct', 'issued')), first(iri('dct', 'modified'))];
  const note = pickText(values(iri('skos', 'editorialNote')), showing.language);
  return {
    level: level?.type === 'concept' ? level.text : { value: '?' },
    ...(level?.type === 'concept' && level.definition ? { levelDefinition: level.definition } : {}),
    sources: values(iri('dct', 'source')).map(({ value }) => value),
    seeAlso: values(iri('rdfs', 'seeAlso')).map(({ value }) => value),
    unsourced: values(iri('pac', 'unsourcedProperty')).map(({ value }) =>
      showing.presentation.label(value, showing.language),
    ),
    notes: note ? [note] : [],
    ...(status ? { status } : {}),
    ...(issued === undefined ? {} : { issued }),
    ...(modified === undefined ? {} : { modified }),
  };
}
