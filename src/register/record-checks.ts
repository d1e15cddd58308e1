import type { Term } from '@rdfjs/types';
import { iri, prefixes, shorten } from '../rdf/prefixes.js';
import type { Message, Severity } from '../shacl/validator.js';
import { kinds } from './kinds.js';
import { unknownTerms } from './foreign-terms.js';
import { isWellFormed } from './literal-forms.js';
import type { Wanted } from './locate.js';
import { checkTexts, warnings, type CheckName } from './record-check-texts.js';
import type { RecordFile } from './record-file.js';

/** What records may refer to. */
export interface Known {
  /** Base IRI of the register's own things. */
  readonly base: string;
  /** Everything that some record or vocabulary describes. */
  readonly subjects: ReadonlySet<string>;
}

/** A fault that shapes cannot tell, since they do not know files. */
export interface Fault {
  readonly check: CheckName;
  readonly severity: Severity;
  readonly at: Wanted;
  readonly messages: readonly Message[];
}

type Check = (file: RecordFile, known: Known) => Fault[];

const primaryTopic = iri('foaf', 'primaryTopic');

/** The checks that a well-formed file goes through. */
const checks: readonly Check[] = [
  noBlankNode,
  ownGraph,
  rightTopic,
  onlyItsOwn,
  knownTerms,
  termsOfOthers,
  knownReferences,
  wellFormed,
];

/** The faults of a record's file beyond its shapes. */
export function faultsOf(file: RecordFile, known: Known): Fault[] {
  if (file.unreadable)
    return [fault('unreadable', { focus: file.document }, { detail: file.unreadable.detail })];
  return checks.flatMap(check => check(file, known));
}

/** The fault of a file whose folder and name announce no record. */
export function misplacedFault(): Fault {
  return fault('misplaced', { focus: '' }, { kinds: kinds.join(', ') });
}

/** The fault of a file in the place of a record, which a seed passes over. */
export function leftOutFault(): Fault {
  return fault('left-out', { focus: '' }, {});
}

function noBlankNode({ quads, document }: RecordFile): Fault[] {
  const found = quads.some(({ subject, object }) => isBlank(subject) || isBlank(object));
  return found ? [fault('blank-node', { focus: document }, {})] : [];
}

/** Formats with graphs can put triples elsewhere than into the record. */
function ownGraph({ quads, document }: RecordFile): Fault[] {
  const others = new Set(quads.map(({ graph }) => graph.value).filter(graph => graph !== document));
  return [...others].map(graph => fault('other-graph', { focus: document }, { graph, document }));
}

function rightTopic({ quads, document, thing }: RecordFile): Fault[] {
  const topics = quads.filter(
    item => item.subject.value === document && item.predicate.value === primaryTopic,
  );
  const wrong = topics.filter(({ object }) => object.value !== thing);
  if (topics.length === 0) return [fault('no-topic', { focus: document }, { document, thing })];
  return wrong.map(({ object: { value } }) =>
    fault('wrong-topic', { focus: document, path: primaryTopic, value }, { value, thing }),
  );
}

/** A record speaks of its thing, of itself, and of the nodes within it; what it says elsewhere would be lost. */
function onlyItsOwn({ quads, document, thing }: RecordFile): Fault[] {
  const subjects = new Set(
    quads.filter(({ subject }) => !isBlank(subject)).map(({ subject }) => subject.value),
  );
  return [...subjects]
    .filter(subject => subject !== document && subject !== thing && !subject.startsWith(`${document}#`))
    .map(subject => fault('stray-subject', { focus: subject }, { subject, thing }));
}

/** Terms of our own namespace are all defined in the ontology: any other is a slip of the pen. */
function knownTerms({ quads }: RecordFile, { subjects }: Known): Fault[] {
  return quads.flatMap(({ subject, predicate, object }) => {
    const unknown = [predicate, object].find(
      ({ value }) => value.startsWith(prefixes.pac) && !subjects.has(value),
    );
    const at = { focus: subject.value, path: predicate.value, value: object.value };
    return unknown ? [fault('unknown-term', at, { term: shorten(unknown.value) })] : [];
  });
}

/** Vocabularies of others grow without us, so that a name which they do not have is a warning. */
function termsOfOthers({ quads }: RecordFile): Fault[] {
  const found = quads.flatMap(({ subject, predicate, object }) =>
    unknownTerms({ predicate, object }).map(({ as, term, nearest }) => {
      const value = as === 'property' ? {} : { value: object.value };
      const at = { focus: subject.value, path: predicate.value, ...value };
      return nearest === undefined
        ? fault(`unknown-${as}`, at, { term })
        : fault(`misspelt-${as}`, at, { term, nearest });
    }),
  );
  // A property is told once, however many values it has, and not again where the record names it as a value.
  const properties = new Set(quads.map(({ predicate }) => predicate.value));
  const told = found.filter(({ at }) => at.value === undefined || !properties.has(at.value));
  return [...new Map(told.map(item => [JSON.stringify([item.check, item.at]), item])).values()];
}

function knownReferences({ quads }: RecordFile, { base, subjects }: Known): Fault[] {
  return quads
    .filter(({ object }) => object.termType === 'NamedNode')
    .filter(({ object }) => object.value.startsWith(`${base}/id/`) && !subjects.has(object.value))
    .map(({ subject, predicate, object: { value } }) =>
      fault('broken-reference', { focus: subject.value, path: predicate.value, value }, { value }),
    );
}

/** Shapes look at the form of a value, not at the calendar; and at those properties only that they know. */
function wellFormed({ quads }: RecordFile): Fault[] {
  return quads.flatMap(({ subject, predicate, object }) => {
    if (object.termType !== 'Literal' || isWellFormed(object)) return [];
    const at = { focus: subject.value, path: predicate.value, value: object.value };
    return [fault('ill-formed', at, { value: object.value, datatype: shorten(object.datatype.value) })];
  });
}

function isBlank({ termType }: Term): boolean {
  return termType === 'BlankNode';
}

function fault(check: CheckName, at: Wanted, words: Readonly<Record<string, string>>): Fault {
  const messages = Object.entries(checkTexts[check]).map(([lang, text]) => ({
    lang,
    value: text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? ''),
  }));
  return { check, severity: warnings.has(check) ? 'warning' : 'violation', at, messages };
}
