import { iri } from '../../rdf/prefixes.js';
import { classOf, kinds, type Kind } from '../../register/kinds.js';
import type { Register } from '../../register/read.js';
import { cardProperties, cardRecordProperties } from '../../register/record-graph.js';
import { withDates } from './common-schemas.js';
import { reference } from './context-keys.js';
import type { Schema } from './parameters.js';
import { ShapeSchemas } from './shape-schemas.js';

/** What records describe within themselves, by class, and the name of its schema. */
const innerSchemas = {
  [iri('pac', 'Involvement')]: 'Involvement',
  [iri('pac', 'ActionLink')]: 'ActionLink',
  [iri('schema', 'MonetaryAmount')]: 'MonetaryAmount',
  [iri('schema', 'Place')]: 'Place',
  [iri('adms', 'Identifier')]: 'Identifier',
};

/** Addresses that people wrote may hold accents, so it is `iri`, not `uri` (JSON Schema validation section 7.3.5). */
const url = { type: 'string', format: 'iri' } as const;
const texts = (description: string) => ({
  type: 'object',
  description,
  additionalProperties: { type: 'string' },
});

/** What others are called, who may not say in which language. */
const names: Schema = { anyOf: [texts('Names by language.'), { type: 'string' }] };

/** Schemas that no shape tells. */
const general: Readonly<Record<string, Schema>> = {
  Reference: {
    description: 'Another thing: its IRI alone, or with the names that the register knows it by.',
    oneOf: [
      url,
      {
        type: 'object',
        required: ['id'],
        properties: {
          id: url,
          title: names,
          name: names,
          prefLabel: names,
          label: names,
        },
        additionalProperties: true,
      },
    ],
  },
  Context: {
    description: 'The JSON-LD context: its address, or the context itself.',
    type: ['string', 'object', 'array'],
    items: { type: ['string', 'object'] },
  },
  Incoming: {
    type: 'object',
    description: 'What other records say of the thing, by one relation.',
    required: ['relation', 'label', 'member'],
    properties: {
      relation: { type: 'string', description: 'Prefixed name of a property or of a role.' },
      label: texts('How the relation reads from this side, by language.'),
      member: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['id', 'kind', 'name'],
          properties: {
            id: url,
            kind: { type: 'string', enum: [...kinds] },
            name: texts('Its name by language.'),
          },
          additionalProperties: false,
        },
      },
      more: { const: true, description: 'There are more; the lists have them.' },
    },
    additionalProperties: false,
  },
  View: {
    type: 'object',
    description: 'Where this page stands among the others (Hydra core).',
    required: ['id', 'type', 'first', 'last'],
    properties: {
      id: url,
      type: { const: 'PartialCollectionView' },
      first: url,
      previous: url,
      next: url,
      last: url,
    },
    additionalProperties: false,
  },
  EntryPoint: {
    type: 'object',
    required: ['@context', 'title', 'documentation', 'collection'],
    properties: {
      '@context': reference('Context'),
      title: { type: 'string' },
      description: { type: 'string' },
      documentation: url,
      context: url,
      search: url,
      sparql: url,
      catalog: url,
      collection: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'type', 'kind', 'name', 'totalItems'],
          properties: {
            id: url,
            type: { const: 'Collection' },
            kind: { type: 'string', enum: [...kinds] },
            name: texts('Its name by language.'),
            totalItems: { type: 'integer', minimum: 0 },
          },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
  Problem: {
    type: 'object',
    description: 'What went wrong and what to mend (RFC 9457).',
    required: ['type', 'title', 'status', 'detail'],
    properties: {
      type: url,
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      parameter: { type: 'string', description: 'The parameter that is at fault.' },
    },
  },
};

/** Name of the schema of a kind's records; cards and lists add a word. */
export function schemaName(kind: Kind, word: '' | 'Card' | 'List' = ''): string {
  return `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}${word}`;
}

/** Every schema of the API's answers, by name, made from the shapes in the register. */
export async function schemasOf(register: Register): Promise<Record<string, Schema>> {
  const files = [...kinds, 'record', 'involvement', 'action-link'];
  const graphs = files.map(name => register.store.graph(register.identifiers.shapes(name)));
  const shapes = new ShapeSchemas((await Promise.all(graphs)).flat(), innerSchemas);
  const catalogRecord = iri('dcat', 'CatalogRecord');
  const schemas: Record<string, Schema> = { ...general, Record: shapes.schemaOf(catalogRecord) };
  for (const [innerClass, name] of Object.entries(innerSchemas)) schemas[name] = shapes.schemaOf(innerClass);
  schemas['CardRecord'] = shapes.schemaOf(catalogRecord, cardRecordProperties);
  for (const kind of kinds) {
    const incoming = { incoming: { type: 'array', items: reference('Incoming') } };
    schemas[schemaName(kind)] = withRecord(shapes.schemaOf(classOf(kind)), 'Record', incoming);
    const told = new Set([...cardProperties, iri('pac', 'hasInvolvement')]);
    schemas[schemaName(kind, 'Card')] = withRecord(shapes.schemaOf(classOf(kind), told), 'CardRecord');
    schemas[schemaName(kind, 'List')] = listSchema(reference(schemaName(kind, 'Card')));
  }
  schemas['SearchList'] = listSchema({ anyOf: kinds.map(kind => reference(schemaName(kind, 'Card'))) });
  return schemas;
}

/** A thing comes with its record, and at the top of an answer with a context. */
function withRecord(schema: Schema, record: string, more: Readonly<Record<string, Schema>> = {}): Schema {
  const { properties, required, ...others } = withDates(schema);
  return {
    ...others,
    required: [...(required as string[]), 'type', 'record'],
    properties: {
      '@context': reference('Context'),
      ...(properties as Readonly<Record<string, Schema>>),
      record: reference(record),
      ...more,
    },
  };
}

function listSchema(card: Schema): Schema {
  return {
    type: 'object',
    required: ['@context', 'totalItems', 'view', 'member'],
    properties: {
      '@context': reference('Context'),
      totalItems: { type: 'integer', minimum: 0, description: 'Records in the list, on all pages.' },
      view: reference('View'),
      member: { type: 'array', items: card },
    },
    additionalProperties: false,
  };
}
