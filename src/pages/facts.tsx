import type { Property, Value } from '../register/views.js';
import { FoldedList } from './folded-list.js';
import { groupByRole, Inline, Statement, type RoleGroup } from './statements.js';
import { ShowText } from './text.js';
import { ValueList } from './values.js';

interface Cited {
  /** The sources of the record, where these are the facts of the page's own record. */
  readonly cited?: readonly string[] | undefined;
}

/** Properties and their values. Statements (who takes part, how actions bear on one another) are listed by role. */
export function Facts({ properties, cited }: Cited & { readonly properties: readonly Property[] }) {
  return (
    <dl class="facts">
      {properties.map(property => (
        <Fact key={property.name} property={property} cited={cited} />
      ))}
    </dl>
  );
}

function Fact({ property, cited }: Cited & { readonly property: Property }) {
  const { groups, others } = groupByRole(property.values);
  return (
    <>
      {groups.map((group, index) => (
        <RoleFact key={index} group={group} cited={cited} />
      ))}
      {others.length > 0 && <PlainFact property={property} values={others} />}
    </>
  );
}

function RoleFact({ group, cited }: Cited & { readonly group: RoleGroup }) {
  return (
    <div>
      <dt>
        <Inline values={group.roles} />
      </dt>
      <dd>
        <FoldedList
          className="statements"
          label={group.name}
          items={group.statements.map(node => (
            <Statement node={node} cited={cited} />
          ))}
        />
      </dd>
    </div>
  );
}

function PlainFact({ property, values }: { readonly property: Property; readonly values: readonly Value[] }) {
  return (
    <div>
      <dt>
        <ShowText text={property.label} />
      </dt>
      <dd>
        <ValueList property={{ ...property, values }} />
      </dd>
    </div>
  );
}
