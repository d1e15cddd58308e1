import { useHere } from './here.js';

export interface Step {
  readonly path: string;
  readonly label: string;
}

/** The way from the home page to this one, which is not in it: its title follows. */
export function Breadcrumb({ steps }: { readonly steps: readonly Step[] }) {
  const { say, to } = useHere();
  return (
    <nav class="breadcrumb" aria-label={say('breadcrumb')}>
      <ol>
        {[{ path: '', label: say('home') }, ...steps].map(({ path, label }) => (
          <li key={path}>
            <a href={to(path)}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
