import { Fragment } from 'preact';
import type { Property, Value } from '../register/views.js';
import { compactNode } from './compact-node.js';
import { FoldedList } from './folded-list.js';
import { useHere } from './here.js';
import { followableUrl, readableUrl } from './links.js';
import { ShowDate, ShowText } from './text.js';

/** One value of a property. */
export function ShowValue({ value }: { readonly value: Value }) {
  const { to } = useHere();
  switch (value.type) {
    case 'text':
      return <ShowText text={value.text} />;
    case 'date':
      return <ShowDate iso={value.iso} />;
    case 'record':
    case 'concept':
      return (
        <a href={to(value.path)}>
          <ShowText text={value.text} />
        </a>
      );
    case 'link':
      return <ShowLink value={value} />;
    case 'node':
      return <ShowNode details={value.details} />;
  }
}

/** The values of a property: one alone as it is, several as a list. */
export function ValueList({ property }: { readonly property: Property }) {
  const { label, values } = property;
  const [only] = values;
  if (only && values.length === 1) return <ShowValue value={only} />;
  const items = values.map(value => (
    <li>
      <ShowValue value={value} />
    </li>
  ));
  return <FoldedList className="values" label={label.value} items={items} />;
}

/** The facts of an inner node. */
export function Details({ properties }: { readonly properties: readonly Property[] }) {
  return (
    <dl class="details">
      {properties.map(property => (
        <div key={property.name}>
          <dt>
            <ShowText text={property.label} />
          </dt>
          <dd>
            <ValueList property={property} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A link that is called by its own address; the address as text when it cannot be followed safely. */
export function WebLink({ href }: { readonly href: string }) {
  if (!followableUrl(href)) return <span class="address">{href}</span>;
  return (
    <a class="address" href={href}>
      <Breakable address={readableUrl(href)} />
    </a>
  );
}

/** An address that may go on to the next line after each of its slashes. */
function Breakable({ address }: { readonly address: string }) {
  return (
    <>
      {address.split(/(?<=\/)/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

function ShowLink({ value }: { readonly value: Extract<Value, { type: 'link' }> }) {
  const { base } = useHere();
  const { href, text } = value;
  if (text.value === href) return <WebLink href={href} />;
  const url = followableUrl(href);
  if (!url) return <ShowText text={text} />;
  const isExternal = url.host !== '' && url.host !== new URL(base).host;
  return (
    <a href={href}>
      <ShowText text={text} />
      {isExternal && <span class="host"> ({url.host})</span>}
    </a>
  );
}

/** An inner node: in one phrase where it has one, its only value where it has one, else its facts. */
function ShowNode({ details }: { readonly details: readonly Property[] }) {
  const { lang } = useHere();
  const phrase = compactNode(details, lang);
  if (phrase !== undefined) return <>{phrase}</>;
  const [only] = details;
  return only && details.length === 1 ? <ValueList property={only} /> : <Details properties={details} />;
}
