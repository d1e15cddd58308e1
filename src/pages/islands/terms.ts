export interface Term {
  readonly iri: string;
  readonly sort: 'class' | 'property' | 'concept';
  readonly label?: string;
}

/** What /sparql/terms answers. */
export interface Terms {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly Term[];
}

const none: Terms = { prefixes: {}, terms: [] };

/** The register's prefixes and terms. The editor works without them: when they do not come, it suggests nothing. */
export class TermSource {
  /** What has come so far. */
  loaded: Terms = none;
  #loading: Promise<Terms> | undefined;

  constructor(private readonly address: string) {}

  load(): Promise<Terms> {
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  async #fetch(): Promise<Terms> {
    try {
      const response = await fetch(this.address, { headers: { Accept: 'application/json' } });
      if (response.ok) this.loaded = (await response.json()) as Terms;
    } catch {
      this.#loading = undefined;
    }
    return this.loaded;
  }
}

/** `pac:Need` for an IRI that one of the prefixes shortens. */
export function prefixed(iri: string, prefixes: Terms['prefixes']): string | undefined {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && /^[\w-]+$/.test(local)) return `${prefix}:${local}`;
  }
  return undefined;
}
