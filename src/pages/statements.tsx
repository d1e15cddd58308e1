import { Fragment } from 'preact';
import type { Value } from '../register/views.js';
import { useHere } from './here.js';
import { sourceAnchor } from './links.js';
import { Details, ShowValue } from './values.js';

type Node = Extract<Value, { type: 'node' }>;

/** The properties of a statement (an involvement, a link between actions), by the part they play in it. */
const parts = {
  role: ['prov:hadRole', 'dcat:hadRole'],
  target: ['pac:involvementIn', 'prov:agent', 'dct:relation'],
  level: ['pac:verificationLevel'],
  reason: ['dct:description'],
  evidence: ['dct:source'],
} as const;
const knownParts: readonly string[] = Object.values(parts).flat();

/** Statements that give the same role. */
export interface RoleGroup {
  readonly name: string;
  readonly roles: readonly Value[];
  readonly statements: readonly Node[];
}

/** Sorts the values of a property: statements grouped by role, in the order in which roles come, and the rest. */
export function groupByRole(values: readonly Value[]): {
  groups: readonly RoleGroup[];
  others: readonly Value[];
} {
  const groups = new Map<string, RoleGroup & { statements: Node[] }>();
  const others: Value[] = [];
  for (const value of values) {
    const roles = value.type === 'node' ? valuesOf(value, parts.role) : [];
    if (value.type !== 'node' || roles.length === 0) {
      others.push(value);
      continue;
    }
    const name = roles.map(role => ('text' in role ? role.text.value : '')).join(', ');
    const group = groups.get(name) ?? { name, roles, statements: [] };
    group.statements.push(value);
    groups.set(name, group);
  }
  return { groups: [...groups.values()], others };
}

interface StatementProps {
  readonly node: Node;
  /** The sources of the page's own record; absent where the statement belongs to another record. */
  readonly cited: readonly string[] | undefined;
}

/**
 * Who or what stands in a role, how far that is verified, and why. A statement of the page's own record has the
 * anchor of its hash IRI and its evidence; one of another record is shown in brief, for that record gives the rest.
 */
export function Statement({ node, cited }: StatementProps) {
  const { path } = useHere();
  const targets = valuesOf(node, parts.target).filter(
    value => value.type !== 'record' || value.path !== path,
  );
  const others = node.details.filter(({ name }) => !knownParts.includes(name));
  return (
    <li class="statement" id={cited && node.id.slice(node.id.lastIndexOf('#') + 1)}>
      <p>
        <Inline values={targets} />
        <Level values={valuesOf(node, parts.level)} />
      </p>
      {valuesOf(node, parts.reason).map((reason, index) => (
        <p key={index}>
          <ShowValue value={reason} />
        </p>
      ))}
      {others.length > 0 && <Details properties={others} />}
      {cited && <Evidence values={valuesOf(node, parts.evidence)} cited={cited} />}
    </li>
  );
}

/** Values one after the other, with commas. */
export function Inline({ values }: { readonly values: readonly Value[] }) {
  return (
    <>
      {values.map((value, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          <ShowValue value={value} />
        </Fragment>
      ))}
    </>
  );
}

function Level({ values }: { readonly values: readonly Value[] }) {
  if (values.length === 0) return null;
  return (
    <>
      {' '}
      <span class="level">
        <Inline values={values} />
      </span>
    </>
  );
}

/** The sources of a statement: by number where the record cites them too, else by their address. */
function Evidence({
  values,
  cited,
}: {
  readonly values: readonly Value[];
  readonly cited: readonly string[];
}) {
  const { say } = useHere();
  if (values.length === 0) return null;
  return (
    <p class="evidence">
      {say('evidence')}{' '}
      {values.map((value, index) => {
        const number = value.type === 'link' ? cited.indexOf(value.href) + 1 : 0;
        return (
          <Fragment key={index}>
            {index > 0 && ', '}
            {number > 0 ? <SourceNumber number={number} /> : <ShowValue value={value} />}
          </Fragment>
        );
      })}
    </p>
  );
}

function SourceNumber({ number }: { readonly number: number }) {
  const { say } = useHere();
  return <a href={`#${sourceAnchor(number)}`}>{say('sourceNumber', { number: String(number) })}</a>;
}

function valuesOf(node: Node, names: readonly string[]): readonly Value[] {
  return node.details.filter(({ name }) => names.includes(name)).flatMap(({ values }) => values);
}
