import type { Quad } from '@rdfjs/types';
import type { Finding, Message, Severity, Validator } from '../shacl/validator.js';
import { lineOf, lineOfNameless, spotsOf, type Spot } from './locate.js';
import type { Identifiers } from './identifiers.js';
import { inTurn } from './in-turn.js';
import type { CheckName } from './record-check-texts.js';
import { faultsOf, leftOutFault, misplacedFault, type Fault } from './record-checks.js';
import { announcedBy, readRecordFile, type DataFile, type RecordFile } from './record-file.js';

export interface ValidationInput {
  /** The files to report on. */
  readonly files: readonly DataFile[];
  /** Other records, which serve to resolve references only. One that is also in `files` is left out. */
  readonly context: readonly DataFile[];
  /** Paths of files in the place of records that are passed over. */
  readonly leftOut?: readonly string[];
  /** The ontology and the vocabularies. */
  readonly ontology: readonly Quad[];
  readonly ids: Identifiers;
}

/** Something wrong, with where to find it. `messages` say what is wrong and how to mend it, a language each. */
export interface ReportedFinding {
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  /** The IRI of the record (document); absent, as is `focus`, when the file announces none. */
  readonly record?: string;
  readonly focus?: string;
  readonly path?: string;
  readonly value?: string;
  /** The shape's IRI, or the name of a check that is no shape. */
  readonly rule: string;
  readonly messages: readonly Message[];
}

export interface Report {
  /** How many files were looked at. */
  readonly files: number;
  /** In the order of the files, then of their lines. */
  readonly findings: readonly ReportedFinding[];
}

/**
 * Validates files as records, all in one pass: against the shapes, and for what only files can get wrong.
 * @throws Problem `unsupported-media-type` for a file whose extension is that of no format
 */
export async function validateFiles(input: ValidationInput, validator: Validator): Promise<Report> {
  const { ids, leftOut = [] } = input;
  const files = await readAll(input.files, ids);
  const records = files.flatMap(({ record }) => record ?? []);
  const documents = new Set(records.map(({ document }) => document));
  const others = await readAll(
    input.context.filter(({ path }) => !documents.has(documentOf(path, ids))),
    ids,
  );
  const asked = records.flatMap(({ quads }) => quads);
  const context = others.flatMap(({ record }) => record?.quads ?? []).concat(input.ontology);

  const subjects = new Set([...asked, ...context].map(({ subject }) => subject.value));
  const found = await validator.validate([...asked, ...referredTo(asked, context)]);
  const findings = groupByDocument(found, ids);
  const known = { base: ids.base, subjects };
  const reports = await inTurn(files, ({ file, record }) =>
    record
      ? reportOn(record, faultsOf(record, known), findings.get(record.document) ?? [])
      : [onFile(file.path, misplacedFault())],
  );
  const passedOver = leftOut.map(path => onFile(path, leftOutFault()));
  return { files: files.length, findings: [...reports.flat(), ...passedOver] };
}

/** What the quads given refer to, and no more: shapes look one step away (a class, a scheme), never further. */
function referredTo(quads: readonly Quad[], context: readonly Quad[]): Quad[] {
  const named = new Set(quads.map(({ object }) => object.value));
  return context.filter(({ subject }) => named.has(subject.value));
}

/** A file, and the record it is, if it is one. */
interface Read {
  readonly file: DataFile;
  readonly record: RecordFile | undefined;
}

function readAll(files: readonly DataFile[], ids: Identifiers): Promise<Read[]> {
  return inTurn(files, async file => {
    const name = announcedBy(file.path);
    return { file, record: name && (await readRecordFile(file, name, ids)) };
  });
}

function documentOf(path: string, ids: Identifiers): string {
  const name = announcedBy(path);
  return name ? ids.document(name) : '';
}

/** Shapes find faults in all the data; here they are by the record they belong to. */
function groupByDocument(findings: readonly Finding[], ids: Identifiers): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = ids.ofThing(finding.focus) ?? ids.ofDocument(finding.focus);
    // A focus outside of the register is nobody's record: the checks tell it as a stray subject.
    if (name) groups.set(ids.document(name), [...(groups.get(ids.document(name)) ?? []), finding]);
  }
  return groups;
}

async function reportOn(
  record: RecordFile,
  faults: readonly Fault[],
  findings: readonly Finding[],
): Promise<ReportedFinding[]> {
  if (faults.length + findings.length === 0) return [];
  const text = record.unreadable ? undefined : await record.file.turtle();
  const spots = text === undefined ? [] : spotsOf(text, record.document);
  const broken = new Set(
    faults.filter(isOfValue).map(({ at }) => JSON.stringify([at.focus, at.path, at.value])),
  );
  const reported = [
    ...faults.map(fault => fromFault(record, fault, spots)),
    // What is told once is not told again by the shapes that it breaks: a reference that leads nowhere has no class.
    ...findings
      .filter(({ focus, path, value }) => !broken.has(JSON.stringify([focus, path, value])))
      .map(finding => fromFinding(record, finding, spots)),
  ];
  return reported.sort((a, b) => a.line - b.line);
}

/** Checks that say all there is to say of a value. */
const ofValues: ReadonlySet<CheckName> = new Set(['broken-reference', 'wrong-topic', 'ill-formed']);

function isOfValue({ check }: Fault): boolean {
  return ofValues.has(check);
}

/** A fault of a file as a whole, which no record has. */
function onFile(path: string, fault: Fault): ReportedFinding {
  return { severity: fault.severity, file: path, line: 1, ...told(fault) };
}

function fromFault(record: RecordFile, fault: Fault, spots: readonly Spot[]): ReportedFinding {
  const found = fault.check === 'blank-node' ? lineOfNameless(spots) : lineOf(spots, fault.at);
  const line = record.unreadable?.line ?? found;
  return { ...onFile(record.file.path, fault), line, record: record.document, ...fault.at };
}

function told({ check, messages }: Fault): Pick<ReportedFinding, 'rule' | 'messages'> {
  return { rule: check, messages };
}

function fromFinding(record: RecordFile, finding: Finding, spots: readonly Spot[]): ReportedFinding {
  const { shape: rule, ...rest } = finding;
  return { file: record.file.path, line: lineOf(spots, finding), record: record.document, ...rest, rule };
}
