import { Store } from 'n3';
import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { iri } from '../../rdf/prefixes.js';
import { namedNode, term } from '../../rdf/terms.js';
import { pickText } from '../../register/text.js';
import { withCommonProperties } from './common-schemas.js';
import { keysOf, valueSchema } from './context-keys.js';
import type { Schema } from './parameters.js';

/** A property as the shapes of a class have it. */
interface Shaped {
  readonly property: string;
  readonly title?: string;
  readonly description?: string;
  readonly required: boolean;
  /** Class of its values, where it is one that the register describes within records (an amount, a place). */
  readonly inner?: string;
}

/** Keys that are no term of the context: compacted IRIs of values that no key is for. */
const compactIri = '^[a-z0-9]+:[A-Za-z]+$';

/**
 * JSON Schemas of what the API answers, made from the SHACL shapes that the records are held to: their properties,
 * names, descriptions and minimal counts, under the keys of the JSON-LD context.
 */
export class ShapeSchemas {
  readonly #shapes: Store;

  /** @param inner names of the schemas of things within records, by class */
  constructor(
    shapes: Iterable<Quad>,
    readonly inner: Readonly<Record<string, string>>,
  ) {
    this.#shapes = new Store([...shapes]);
  }

  /**
   * The schema of the instances of a class.
   * @param kept the properties to describe, if not all
   */
  schemaOf(targetClass: string, kept?: ReadonlySet<string>): Schema {
    const shaped = this.#propertiesOf(targetClass).filter(({ property }) => !kept || kept.has(property));
    const properties = shaped.flatMap(({ property, title, description, inner }) =>
      keysOf(property).map(key => [
        key,
        { ...(title ? { title } : {}), ...(description ? { description } : {}), ...valueSchema(key, inner) },
      ]),
    );
    const required = shaped
      .filter(({ property, required: must }) => must && keysOf(property).length === 1)
      .flatMap(({ property }) => keysOf(property));
    return withCommonProperties({
      type: 'object',
      required: ['id', ...new Set(required)],
      properties: {
        id: { type: 'string', format: 'iri' },
        type: { type: 'array', items: { type: 'string' }, minItems: 1 },
        ...Object.fromEntries(properties),
      },
      patternProperties: { [compactIri]: true },
      additionalProperties: false,
    });
  }

  #propertiesOf(targetClass: string): Shaped[] {
    const nodes = this.#shapes.getSubjects(term('sh', 'targetClass'), namedNode(targetClass), null);
    const shapes = nodes.flatMap(node => this.#objects(node, 'property'));
    const byPath = new Map<string, Term[]>();
    for (const shape of shapes) {
      const [path] = this.#objects(shape, 'path');
      if (path?.termType !== 'NamedNode') continue;
      byPath.set(path.value, [...(byPath.get(path.value) ?? []), shape]);
    }
    return [...byPath].map(([property, all]) => this.#shaped(property, all));
  }

  /** One property may have several shapes: what must hold, what should. */
  #shaped(property: string, shapes: readonly Term[]): Shaped {
    const text = (name: string) =>
      pickText(
        shapes.flatMap(shape => this.#objects(shape, name)),
        'en',
      )?.value;
    const [title, description] = [text('name'), text('description')];
    const classes = shapes.flatMap(shape => this.#objects(shape, 'class')).map(({ value }) => value);
    const inner = classes.flatMap(value => this.inner[value] ?? [])[0];
    return {
      property,
      required: shapes.some(shape => this.#mustBeThere(shape)),
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(inner === undefined ? {} : { inner }),
    };
  }

  #mustBeThere(shape: Term): boolean {
    const counts = [...this.#objects(shape, 'minCount'), ...this.#objects(shape, 'qualifiedMinCount')];
    const [severity] = this.#objects(shape, 'severity');
    return counts.some(({ value }) => Number(value) > 0) && severity?.value === iri('sh', 'Violation');
  }

  #objects(subject: Term, name: string): Term[] {
    return this.#shapes.getObjects(subject as NamedNode, term('sh', name), null);
  }
}
