import type { Quad } from '@rdfjs/types';
import { Problem } from '../../errors.js';
import { term } from '../terms.js';
import type { Attributes } from './attributes.js';
import type { Names, Reading } from './reading.js';

/** The resource that attributes name, by reference, rdf:nodeID or, of a node, rdf:ID: one of them at most. */
export function namedBy(
  { syntax, scope }: Attributes,
  reference: 'about' | 'resource',
  reading: Reading,
): Quad['subject'] | undefined {
  const given = [reference, 'nodeID', ...(reference === 'about' ? ['ID'] : [])].filter(name =>
    syntax.has(name),
  );
  if (given.length > 1)
    throw new Problem(
      'syntax-error',
      `Only one of ${given.map(name => `rdf:${name}`).join(' and ')} can stand here.`,
    );
  const [name] = given;
  const value = syntax.get(name ?? '');
  if (value === undefined) return undefined;
  if (name === 'nodeID') return reading.nodeId(value);
  return name === 'ID' ? reading.id(value, scope) : reading.iri(value, scope);
}

/** Makes the statements of attributes about a resource. */
export function stateAttributes(
  subject: Quad['subject'],
  { properties, scope }: Attributes,
  reading: Reading,
): void {
  const type = term('rdf', 'type');
  for (const [iri, value] of properties)
    if (iri === type.value) reading.state([subject, type, reading.iri(value, scope)]);
    else reading.state([subject, reading.name(iri), reading.literal(value, scope)]);
}

/** What the statement of a property is called by its attributes. */
export function namesOf({ syntax, scope }: Attributes, reading: Reading): Names {
  const [id, annotation, label] = ['ID', 'annotation', 'annotationNodeID'].map(name => syntax.get(name));
  const reifier = label === undefined ? undefined : reading.nodeId(label);
  return {
    statement: id === undefined ? undefined : reading.id(id, scope),
    reifier: annotation === undefined ? reifier : reading.iri(annotation, scope),
  };
}

/** Refuses attributes of syntax but for those named. @throws Problem `syntax-error` */
export function assertOnly({ syntax }: Attributes, allowed: readonly string[]): void {
  for (const name of syntax.keys())
    if (!allowed.includes(name)) throw new Problem('syntax-error', `rdf:${name} cannot stand here.`);
}
