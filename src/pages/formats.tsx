import type { Format } from '../register/views.js';
import { useHere } from './here.js';
import { fileHref } from './links.js';

/** The formats in which what the page shows can be had, each with its media type. */
export function Formats({ formats }: { readonly formats: readonly Format[] }) {
  const { base } = useHere();
  return (
    <ul class="formats">
      {formats.map(({ name, mediaType, path }) => (
        <li key={path}>
          <a href={fileHref(base, path)} type={mediaType}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
