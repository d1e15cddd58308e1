import { AlgebraFactory, type Algebra } from '@traqula/algebra-transformations-1-2';
import type { Literal, NamedNode, Quad, Term, Variable } from '@rdfjs/types';
import { Problem } from '../errors.js';
import { literal, quad, term as prefixed, variable } from '../rdf/terms.js';

/** A variable, and the term that stands for it. */
export interface Parameter {
  readonly name: string;
  readonly term: NamedNode | Literal;
}

const factory = new AlgebraFactory();

export function has(variables: readonly Variable[], { name }: Parameter): boolean {
  return variables.some(({ value }) => value === name);
}

const without = (variables: readonly Variable[], { name }: Parameter) =>
  variables.filter(({ value }) => value !== name);

/** A term with the parameter's in the place of its variable, inside triple terms too. */
function inTerm(part: Term, parameter: Parameter): Term {
  if (part.termType === 'Variable') return part.value === parameter.name ? parameter.term : part;
  if (part.termType !== 'Quad') return part;
  const [subject, predicate, object] = [part.subject, part.predicate, part.object].map(inner =>
    inTerm(inner, parameter),
  );
  return quad(subject as Quad['subject'], predicate as Quad['predicate'], object as Quad['object']);
}

export function inPattern(pattern: Algebra.Pattern, parameter: Parameter): Algebra.Pattern {
  const [subject, predicate, object, graph] = [
    pattern.subject,
    pattern.predicate,
    pattern.object,
    pattern.graph,
  ].map(part => inTerm(part, parameter)) as [Term, Term, Term, Term];
  return factory.createPattern(subject, predicate, object, graph);
}

export function inPath(path: Algebra.Path, parameter: Parameter): Algebra.Path {
  return {
    ...path,
    subject: inTerm(path.subject, parameter),
    object: inTerm(path.object, parameter),
    graph: inTerm(path.graph, parameter),
  };
}

/** No graph has a literal as its name: nothing is found there. */
export function inGraph(graph: Algebra.Graph, { name, term }: Parameter): Algebra.Operation {
  if (graph.name.termType !== 'Variable' || graph.name.value !== name) return graph;
  return term.termType === 'NamedNode' ? { ...graph, name: term } : factory.createValues([], []);
}

/** Rows with another term go; those that leave the variable open stay. */
export function inValues(values: Algebra.Values, parameter: Parameter): Algebra.Values {
  const { name, term } = parameter;
  const rows = values.bindings.filter(row => !row[name] || term.equals(row[name]));
  return {
    ...values,
    variables: without(values.variables, parameter),
    bindings: rows.map(row => Object.fromEntries(Object.entries(row).filter(([key]) => key !== name))),
  };
}

/** A literal has no description: what is left to describe may be nothing. */
export function inDescribe(describe: Algebra.Describe, parameter: Parameter): Algebra.Operation {
  const terms = describe.terms
    .map(term => inTerm(term, parameter))
    .filter(term => term.termType === 'NamedNode' || term.termType === 'Variable');
  return terms.length > 0 ? { ...describe, terms } : factory.createConstruct(describe.input, []);
}

/** @throws Problem `refused` when BIND or an aggregate would give the variable its value */
export function refuseTarget<T extends object>(
  binder: T & { readonly variable?: Variable },
  { name }: Parameter,
): T {
  if (binder.variable?.value === name)
    throw new Problem('refused', {
      en: `The query gives ?${name} a value of its own, so that it cannot be bound before. Use another name.`,
      fr: `La requête donne elle-même une valeur à ?${name}, qui ne peut donc pas être fixé avant. Prenez un autre nom.`,
    });
  return binder;
}

/** A key of GROUP BY stays one, with the same term in each solution. */
export function inGroup(group: Algebra.Group, parameter: Parameter): Algebra.Group {
  return has(group.variables, parameter) ? { ...group, input: withValue(group.input, parameter) } : group;
}

/** In the answer, the variable is a column; in a sub-query it stands for its term, and is none. */
export function inProjection(
  project: Algebra.Project,
  parameter: Parameter,
  isAnswer: boolean,
): Algebra.Project {
  if (!has(project.variables, parameter)) return project;
  if (!isAnswer) return { ...project, variables: without(project.variables, parameter) };
  return isKey(project.input, parameter)
    ? project
    : { ...project, input: underOrder(project.input, parameter) };
}

/** Whether solutions have the variable already, as a key of GROUP BY. */
function isKey(operation: Algebra.Operation, parameter: Parameter): boolean {
  if (operation.type === 'group') return has(operation.variables, parameter);
  if (operation.type === 'project' || !('input' in operation)) return false;
  return [operation.input].flat().some(input => isKey(input, parameter));
}

/** Solutions are in order, and perhaps cut short, after they have all their variables. */
function underOrder(operation: Algebra.Operation, parameter: Parameter): Algebra.Operation {
  return operation.type === 'orderby'
    ? { ...operation, input: underOrder(operation.input, parameter) }
    : withValue(operation, parameter);
}

function withValue(operation: Algebra.Operation, { name, term }: Parameter): Algebra.Extend {
  return factory.createExtend(operation, variable(name), factory.createTermExpression(term));
}

/** An expression by itself: those inside it are given one by one. */
export function inExpression(expression: Algebra.Expression, parameter: Parameter): Algebra.Expression {
  if (asksWhetherBound(expression, parameter))
    return factory.createTermExpression(literal('true', prefixed('xsd', 'boolean')));
  if (expression.subType === 'term') return { ...expression, term: inTerm(expression.term, parameter) };
  return refuseTarget(expression, parameter);
}

/** BOUND(?v) of the parameter's variable: what is asked is no value. */
export function asksWhetherBound(expression: Algebra.Expression, { name }: Parameter): boolean {
  if (expression.subType !== 'operator' || expression.operator !== 'bound') return false;
  const [asked] = expression.args;
  return asked?.subType === 'term' && asked.term.termType === 'Variable' && asked.term.value === name;
}
