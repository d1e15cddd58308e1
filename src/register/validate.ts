import type { Quad } from '@rdfjs/types';
import type { Finding, Message, Severity, Validator } from '../shacl/validator.js';
import { lineOf, lineOfNameless, spotsOf, type Spot } from './locate.js';
import type { Identifiers } from './identifiers.js';
import { faultsOf, misplacedFault, type Fault } from './record-checks.js';
import { readRecordFile, type DataFile, type RecordFile } from './record-file.js';

export interface ValidationInput {
  /** The files to report on. */
  readonly files: readonly DataFile[];
  /** Other records, which serve to resolve references only. One that is also in `files` is left out. */
  readonly context: readonly DataFile[];
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

/** Validates files as records, all in one pass: against the shapes, and for what only files can get wrong. */
export async function validateFiles(input: ValidationInput, validator: Validator): Promise<Report> {
  const files = await readAll(input.files, input.ids);
  const records = files.flatMap(({ record }) => record ?? []);
  const documents = new Set(records.map(({ document }) => document));
  const others = (await readAll(input.context, input.ids)).flatMap(({ record }) => record ?? []);
  const asked = records.flatMap(({ quads }) => quads);
  const context = others
    .filter(({ document }) => !documents.has(document))
    .flatMap(({ quads }) => quads)
    .concat(input.ontology);

  const subjects = new Set([...asked, ...context].map(({ subject }) => subject.value));
  const found = await validator.validate([...asked, ...referredTo(asked, context)]);
  const findings = groupByDocument(found, input.ids);
  const known = { base: input.ids.base, subjects };
  const report = ({ file, record }: Read): ReportedFinding[] =>
    record
      ? reportOn(record, faultsOf(record, known), findings.get(record.document) ?? [])
      : [{ severity: 'violation', file: file.path, line: 1, ...told(misplacedFault()) }];
  return { files: files.length, findings: files.flatMap(report) };
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
  return Promise.all(files.map(async file => ({ file, record: await readRecordFile(file, ids) })));
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

function reportOn(
  file: RecordFile,
  faults: readonly Fault[],
  findings: readonly Finding[],
): ReportedFinding[] {
  if (faults.length + findings.length === 0) return [];
  const spots = file.syntaxError ? [] : spotsOf(file.text, file.document);
  const broken = new Set(
    faults.filter(isReference).map(({ at }) => JSON.stringify([at.focus, at.path, at.value])),
  );
  const reported = [
    ...faults.map(fault => fromFault(file, fault, spots)),
    // A reference that leads nowhere is told as such, once; that its target has no class follows from it.
    ...findings
      .filter(({ focus, path, value }) => !broken.has(JSON.stringify([focus, path, value])))
      .map(finding => fromFinding(file, finding, spots)),
  ];
  return reported.sort((a, b) => a.line - b.line);
}

function isReference({ check }: Fault): boolean {
  return check === 'broken-reference' || check === 'wrong-topic';
}

function fromFault(file: RecordFile, fault: Fault, spots: readonly Spot[]): ReportedFinding {
  const found = fault.check === 'blank-node' ? lineOfNameless(spots) : lineOf(spots, fault.at);
  const line = file.syntaxError?.line ?? found;
  return { severity: 'violation', file: file.path, line, record: file.document, ...fault.at, ...told(fault) };
}

function told({ check, messages }: Fault): Pick<ReportedFinding, 'rule' | 'messages'> {
  return { rule: check, messages };
}

function fromFinding(file: RecordFile, finding: Finding, spots: readonly Spot[]): ReportedFinding {
  const { shape: rule, ...rest } = finding;
  return { file: file.path, line: lineOf(spots, finding), record: file.document, ...rest, rule };
}
