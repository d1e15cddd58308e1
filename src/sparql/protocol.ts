import { Problem, type Words } from '../errors.js';
import { isAbsoluteIri } from '../rdf/absolute-iri.js';
import { formatsCalled } from './format-names.js';
import type { DatasetClause } from './dataset.js';
import { noUpdates } from './no-updates.js';

/** A query operation as the SPARQL 1.1 Protocol carries it (section 2.1). */
export interface ProtocolQuery {
  readonly text: string;
  readonly dataset?: DatasetClause;
  /** `format=csv`, or what else clients call that parameter: a wish that wins over the Accept header. */
  readonly format?: string;
  /** How the query is evaluated is asked for, instead of its answer. */
  readonly explain?: Explaining;
}

/** `explain=1` runs a query and tells what was done; `explain=plan` tells what would be. */
export type Explaining = 'run' | 'plan';

const explaining: ReadonlyMap<string, Explaining> = new Map([
  ['1', 'run'],
  ['plan', 'plan'],
]);

/** The three ways to send a query. The body is a form's text for `form`, the query itself for `direct`. */
export interface ProtocolRequest {
  readonly via: 'get' | 'form' | 'direct';
  readonly url: URLSearchParams;
  readonly body: string;
}

/** Names of the parameter that asks for a format by name: ours, and those that SPARQLWrapper and others send besides. */
const formatParameters = ['format', 'output', 'results'];

/**
 * Reads a query operation. Parameters of other endpoints (`timeout`, `debug`) are left alone, as everywhere else.
 * @throws Problem `bad-request` when there is not exactly one query; `refused` for an update
 */
export function readProtocol({ via, url, body }: ProtocolRequest): ProtocolQuery {
  const all = via === 'form' ? new URLSearchParams([...url, ...new URLSearchParams(body)]) : url;
  if (all.has('update')) throw noUpdates();
  const texts = via === 'direct' ? [body, ...all.getAll('query')] : all.getAll('query');
  const [text] = texts;
  if (text === undefined)
    throw parameterProblem('query', {
      en: 'The parameter "query" is missing. Put a SPARQL query in it.',
      fr: 'Le paramètre « query » manque. Mettez-y une requête SPARQL.',
    });
  // Section 2.1: "exactly 1" query string.
  if (texts.length > 1)
    throw parameterProblem('query', {
      en: 'There is more than one query. Send exactly one.',
      fr: "Il y a plus d'une requête. Envoyez-en une seule.",
    });
  const dataset = { default: graphs(all, 'default-graph-uri'), named: graphs(all, 'named-graph-uri') };
  const format = askedFormat(all);
  const explain = asksToExplain(all);
  return {
    text,
    ...(dataset.default.length + dataset.named.length > 0 ? { dataset } : {}),
    ...(format === undefined ? {} : { format }),
    ...(explain ? { explain } : {}),
  };
}

/**
 * What `explain` asks for; undefined when it is not among the parameters.
 * @throws Problem `bad-request` for another value, or more than one
 */
export function asksToExplain(parameters: URLSearchParams): Explaining | undefined {
  const [value, ...others] = parameters.getAll('explain');
  if (value === undefined) return undefined;
  const asked = explaining.get(value);
  if (asked === undefined || others.length > 0)
    throw parameterProblem('explain', {
      en: 'The parameter "explain" takes, once, 1 (how the query is evaluated is told) or plan (without running it).',
      fr: 'Le paramètre « explain » attend, une fois, 1 (dire comment la requête est évaluée) ou plan (sans la lancer).',
    });
  return asked;
}

/** The format that is asked for by name. What only others' parameters ask for is obeyed if it is known. */
function askedFormat(parameters: URLSearchParams): string | undefined {
  const [name, value] =
    formatParameters
      .map(known => [known, parameters.get(known)?.trim()] as const)
      .find(([, given]) => given !== undefined && given !== '') ?? [];
  if (value === undefined || name === 'format') return value;
  const { solutions, graph } = formatsCalled(value);
  return (solutions ?? graph) ? value : undefined;
}

/** The graphs that a parameter names. A form that was left empty sends it without a value. */
function graphs(parameters: URLSearchParams, name: string): string[] {
  const values = parameters.getAll(name).filter(value => value !== '');
  const faulty = values.find(value => !isAbsoluteIri(value));
  if (faulty !== undefined)
    throw parameterProblem(name, {
      en: `"${faulty}" is not an absolute IRI. Name a graph of this register.`,
      fr: `« ${faulty} » n'est pas un IRI absolu. Nommez un graphe de ce registre.`,
    });
  return values;
}

function parameterProblem(parameter: string, detail: Words): Problem {
  return new Problem('bad-request', detail, { parameter });
}
