import type { Format } from '../register/views.js';
import { useHere } from './here.js';
import { formatHref, withMore, type Query } from './links.js';

interface FormatsProps {
  readonly formats: readonly Format[];
  /** What the page was asked for, where the formats are of that; absent where they are of a whole document. */
  readonly query?: Query;
}

/** The formats in which what the page shows can be had, each with its media type. */
export function Formats({ formats, query }: FormatsProps) {
  const here = useHere();
  return (
    <ul class="formats">
      {formats.map(({ name, mediaType, path, query: more }) => (
        <li key={name}>
          <a href={formatHref(here, path, more ? withMore(query, more) : query)} type={mediaType}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
