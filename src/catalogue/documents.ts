import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Quad } from '@rdfjs/types';
import type { Identifiers, RecordName } from '../register/identifiers.js';
import type { Register } from '../register/read.js';
import type { DumpName, RegisterPart } from './datasets.js';

/** A document of the register that a dump holds: a record, the ontology, a vocabulary. */
export interface DumpedDocument {
  readonly iri: string;
  readonly record?: RecordName;
  readonly quads: readonly Quad[];
}

/**
 * The documents of a dump, by IRI; what is entailed from them is in none. The event loop turns between two of them,
 * so that a walk over the register holds nobody up.
 */
export async function* documentsOf(name: DumpName, register: Register): AsyncGenerator<DumpedDocument> {
  for (const iri of await documentNames(name, register)) {
    await nextTurn();
    const record = register.identifiers.ofDocument(iri);
    const quads = await register.store.graph(iri);
    yield { iri, quads, ...(record ? { record } : {}) };
  }
}

async function documentNames(name: DumpName, register: Register): Promise<readonly string[]> {
  const { identifiers } = register;
  const all = await register.derive('graph names', () => register.store.graphNames());
  return all.filter(iri => {
    const part = partOf(iri, identifiers);
    return part !== undefined && (part === name || (name === 'register' && part !== 'vocabulary'));
  });
}

/** The part of the register that a document belongs to: its kind, or the vocabulary; undefined for what no dump holds. */
export function partOf(iri: string, identifiers: Identifiers): RegisterPart | undefined {
  if (iri === identifiers.ontologyGraph || iri.startsWith(identifiers.vocabulary(''))) return 'vocabulary';
  return identifiers.ofDocument(iri)?.kind;
}
