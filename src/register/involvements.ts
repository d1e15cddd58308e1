import type { Term } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';
import { namedNode } from '../rdf/terms.js';
import type { ObjectIndex } from './descriptions.js';

/** Who takes part in a thing, and as what: short names of an actor and of a role. */
export interface Involvement {
  readonly actor: string;
  /** Absent where it is not stated. */
  readonly role?: string;
}

/** Facets that are told of one involvement: together they ask for an actor in a role, not for the two apart. */
const partners = { actor: 'role', role: 'actor' } as const;

/** The facet that is told of the same involvement; undefined for any other facet. */
export function partnerOf(facet: string): keyof Involvement | undefined {
  return facet === 'actor' || facet === 'role' ? partners[facet] : undefined;
}

/**
 * The involvements of a thing.
 * @param namespaces what stands before the short names of actors and of roles
 */
export function involvementsOf(
  found: ObjectIndex,
  subject: Term,
  namespaces: Readonly<Record<keyof Involvement, string>>,
): Involvement[] {
  const objects = (node: Term, property: string) =>
    found.getObjects(node, namedNode(property), null).map(({ value }) => value);
  const short = (value: string | undefined, namespace: string) =>
    value?.startsWith(namespace) === true ? value.slice(namespace.length) : undefined;
  return objects(subject, iri('pac', 'hasInvolvement')).flatMap(node => {
    const roles = objects(namedNode(node), iri('prov', 'hadRole'));
    return objects(namedNode(node), iri('prov', 'agent')).flatMap(agent => {
      const actor = short(agent, namespaces.actor);
      if (actor === undefined) return [];
      const role = short(roles[0], namespaces.role);
      return [role === undefined ? { actor } : { actor, role }];
    });
  });
}
