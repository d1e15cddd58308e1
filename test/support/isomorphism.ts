import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { termToId, Writer, type Term as N3Term } from 'n3';
import type { Quad, Term } from '@rdfjs/types';

/** A colour for each blank node: what is known of it so far. */
type Colours = ReadonlyMap<string, string>;

/** Both are the same graph or dataset, but for the labels of blank nodes (RDF 1.1 Concepts section 3.6). */
export function assertIsomorphic(actual: Iterable<Quad>, expected: Iterable<Quad>, note = ''): void {
  const [left, right] = [[...actual], [...expected]];
  if (isomorphic(left, right)) return;
  assert.equal(nquads(left), nquads(right), `not isomorphic ${note}`);
  assert.fail(`not isomorphic, though alike line by line ${note}`);
}

/** Whether a bijection of blank nodes turns one set of quads into the other. */
export function isomorphic(left: readonly Quad[], right: readonly Quad[]): boolean {
  return match([left, start(left)], [right, start(right)]);
}

/** Refines both until blank nodes differ; of those still alike, one is told apart on either side, each way in turn. */
function match(
  [left, leftStart]: [readonly Quad[], Colours],
  [right, rightStart]: [readonly Quad[], Colours],
): boolean {
  const leftColours = refine(left, leftStart);
  const rightColours = refine(right, rightStart);
  if (written(left, leftColours) !== written(right, rightColours)) return false;
  const [twin] = [...leftColours].filter(([, colour]) => sharers(leftColours, colour).length > 1);
  if (!twin) return true;
  const [label, colour] = twin;
  return sharers(rightColours, colour).some(other =>
    match(
      [left, new Map([...leftColours, [label, 'chosen']])],
      [right, new Map([...rightColours, [other, 'chosen']])],
    ),
  );
}

const sharers = (colours: Colours, colour: string) =>
  [...colours].filter(([, other]) => other === colour).map(([label]) => label);

function start(quads: readonly Quad[]): Colours {
  return new Map(
    quads
      .flatMap(terms)
      .filter(isBlank)
      .map(({ value }) => [value, '']),
  );
}

const terms = ({ subject, predicate, object, graph }: Quad): Term[] => [subject, predicate, object, graph];
const isBlank = ({ termType }: Term) => termType === 'BlankNode';

/** Colours that tell apart what the quads around a blank node tell apart, step by step, until no step tells more. */
function refine(quads: readonly Quad[], colours: Colours): Colours {
  const around = quadsAround(quads);
  let [refined, kinds] = [colours, 0];
  while (new Set(refined.values()).size > kinds) {
    const known = refined;
    kinds = new Set(known.values()).size;
    refined = new Map(
      [...known].map(([label, colour]) => [label, hash(colour + written(around.get(label)!, known, label))]),
    );
  }
  return refined;
}

/** The quads of each blank node. */
function quadsAround(quads: readonly Quad[]): ReadonlyMap<string, readonly Quad[]> {
  const around = new Map<string, Quad[]>();
  for (const item of quads)
    for (const label of new Set(
      terms(item)
        .filter(isBlank)
        .map(({ value }) => value),
    ))
      around.set(label, [...(around.get(label) ?? []), item]);
  return around;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The set of quads with colours for blank nodes, one of which may be called itself, as one text. */
function written(quads: readonly Quad[], colours: Colours, itself?: string): string {
  const colourOf = (label: string) => (label === itself ? 'itself' : (colours.get(label) ?? ''));
  const key = (term: Term) =>
    isBlank(term) ? `_:${colourOf(term.value)}` : JSON.stringify(termToId(term as N3Term));
  return [...new Set(quads.map(item => terms(item).map(key).join(' ')))].sort().join('\n');
}

function nquads(quads: readonly Quad[]): string {
  const lines = new Writer({ format: 'N-Quads' }).quadsToString([...quads]).split('\n');
  return [...new Set(lines)].sort().join('\n');
}
