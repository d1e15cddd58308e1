import fc from 'fast-check';
import type { BlankNode, NamedNode, Quad } from '@rdfjs/types';
import { blankNode, defaultGraph, quad } from '../../../../src/rdf/terms.js';
import type { DefaultGraph } from '../../../../src/sparql/dataset.js';
import { term } from './print-query.js';
import { among, few, weighted } from './weighted.js';
import {
  classes,
  graphNames,
  hasOtherForm,
  links,
  otherForms,
  properties,
  things,
  type,
  values,
} from './vocabulary.js';

/** Quads, and what a query without a dataset clause sees of them as its default graph. */
export interface TestData {
  readonly quads: readonly Quad[];
  readonly defaultGraph: DefaultGraph;
}

const blankNodes = ['x', 'y'].map(label => blankNode(label));

const resource = weighted<NamedNode | BlankNode>([
  [6, among(things)],
  [1, among(blankNodes)],
]);
/** Graphs that are described themselves, as a catalogue does with its records. */
const subject = weighted<NamedNode | BlankNode>([
  [12, resource],
  [1, among(graphNames)],
]);

function objectOf(wide: boolean) {
  const of = (kind: keyof typeof values) =>
    among<Quad['object']>(wide ? [...values[kind], ...otherForms[kind]] : values[kind]);
  const any = fc.oneof(of('odd'), of('numbers'), of('texts'), of('times'), resource);
  return { size: of('numbers'), label: of('texts'), when: of('times'), any };
}

/** What is said of one resource in one place: joins over a subject meet several of these. */
function description(wide: boolean) {
  const object = objectOf(wide);
  const through = (name: keyof typeof properties) => fc.tuple(fc.constant(properties[name]), object[name]);
  const said = weighted<readonly [NamedNode, Quad['object']]>([
    [6, fc.tuple(among(links), resource)],
    [3, fc.tuple(fc.constant(type), among(classes))],
    [3, through('size')],
    [3, through('label')],
    [1.5, through('when')],
    [2, through('any')],
  ]);
  return fc.tuple(subject, places, few(said, 2, 8));
}

/** Where a description stands: in one graph mostly, in several at times. */
const places = weighted<readonly Quad['graph'][]>([
  [5, fc.constant([defaultGraph()])],
  [3, among(graphNames).map(graph => [graph])],
  [2, fc.subarray([defaultGraph(), ...graphNames], { minLength: 2 })],
]);

const mostQuads = 60;

function quads(wide: boolean): fc.Arbitrary<Quad[]> {
  return few(description(wide), 1, 16).map(descriptions => {
    const all = descriptions.flatMap(([about, graphs, said]) =>
      said.flatMap(([predicate, object]) => graphs.map(graph => quad(about, predicate, object, graph))),
    );
    return [...new Map(all.map(item => [keyOf(item), item])).values()].slice(0, mostQuads);
  });
}

const keyOf = (item: Quad) => [item.subject, item.predicate, item.object, item.graph].map(term).join(' ');

/** Datasets of which one in six writes the same value in several lexical forms. */
export const anyData: fc.Arbitrary<TestData> = fc.record({
  quads: weighted([
    [5, quads(false)],
    [1, quads(true)],
  ]),
  defaultGraph: among<DefaultGraph>(['union', 'union', 'own']),
});

/** The objects of the data. */
export function objectsOf({ quads }: TestData): Quad['object'][] {
  return quads.map(({ object }) => object);
}

/** Whether some literal of the data has a lexical form that is not its value's canonical one. */
export function hasOtherForms(data: TestData): boolean {
  return objectsOf(data).some(hasOtherForm);
}

/** The data for people: TriG, one line a quad. */
export function printData({ quads, defaultGraph }: TestData): string {
  const lines = quads.map(item => {
    const text = `${term(item.subject)} ${term(item.predicate)} ${term(item.object)} .`;
    return item.graph.termType === 'DefaultGraph' ? text : `${term(item.graph)} { ${text} }`;
  });
  return [`# default graph: ${defaultGraph}`, ...lines].join('\n');
}
