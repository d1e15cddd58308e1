import { DataFactory, Store } from 'n3';
import { Validator as Engine, type Result } from 'shacl-engine';
import type { DatasetCore, Quad } from '@rdfjs/types';
import { iri } from '../rdf/prefixes.js';
import { quad } from '../rdf/terms.js';
import type { Finding, Severity, Validator } from './validator.js';

const severities: Readonly<Record<string, Severity>> = {
  [iri('sh', 'Violation')]: 'violation',
  [iri('sh', 'Warning')]: 'warning',
  [iri('sh', 'Info')]: 'info',
};

/** Adapter over shacl-engine. The severity of each finding counts, never the report's `conforms`: it is false for a mere warning. */
export class ShaclEngineValidator implements Validator {
  readonly #engine: Engine;

  /** @param shapes the quads of all the shapes that apply */
  constructor(shapes: readonly Quad[]) {
    this.#engine = new Engine(new Store([...shapes]), { factory: DataFactory });
  }

  async validate(data: DatasetCore | Quad[]): Promise<Finding[]> {
    const report = await this.#engine.validate({ dataset: asOneGraph(data) });
    return withoutRepeats(report.results.map(toFinding));
  }
}

/** A data graph is one graph (SHACL section 1.5), whatever the graphs its triples were kept in. */
function asOneGraph(data: Iterable<Quad>): Store {
  const store = new Store();
  for (const { subject, predicate, object } of data) store.add(quad(subject, predicate, object));
  return store;
}

function toFinding(result: Result): Finding {
  const path = predicateOf(result);
  const value = result.value?.term?.value;
  return {
    severity: severities[result.severity.value] ?? 'violation',
    focus: result.focusNode.term?.value ?? '',
    ...(path === undefined ? {} : { path }),
    ...(value === undefined ? {} : { value }),
    shape: result.shape.ptr.term?.value ?? '',
    messages: result.message.map(({ language, value: text }) => ({ lang: language, value: text })),
  };
}

/** The property of a simple path; a longer path has no single place in a record. */
function predicateOf({ path }: Result): string | undefined {
  const [step] = path ?? [];
  return path?.length === 1 ? step?.predicates[0]?.value : undefined;
}

/** A value that breaks two constraints of one shape is told once: the shape has one message for both. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const byKey = new Map(
    findings.map(finding => [
      JSON.stringify([finding.shape, finding.focus, finding.path, finding.value]),
      finding,
    ]),
  );
  return [...byKey.values()];
}
