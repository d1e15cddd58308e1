interface Reference {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

/** Resolves an IRI reference against a base (RFC 3986 section 5.2, for IRIs as RFC 3987 section 6.5 says). */
export function resolveIri(text: string, base: string): string {
  const reference = split(text);
  if (reference.scheme !== undefined) return recompose({ ...reference, path: withoutDots(reference.path) });
  const from = split(base);
  if (reference.authority !== undefined)
    return recompose({ ...reference, scheme: from.scheme, path: withoutDots(reference.path) });
  const query = reference.path === '' ? (reference.query ?? from.query) : reference.query;
  const path = reference.path === '' ? from.path : withoutDots(merge(reference.path, from));
  return recompose({ ...from, path, query, fragment: reference.fragment });
}

/** Appendix B's regular expression. */
function split(text: string): Reference {
  const match = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/isu.exec(text);
  const [, scheme, authority, path = '', query, fragment] = match ?? [];
  return { scheme, authority, path, query, fragment };
}

/** Section 5.2.3. */
function merge(path: string, base: Reference): string {
  if (path.startsWith('/')) return path;
  if (base.authority !== undefined && base.path === '') return `/${path}`;
  return base.path.slice(0, base.path.lastIndexOf('/') + 1) + path;
}

/** Section 5.2.4; the path of a URN has no such segments. */
function withoutDots(path: string): string {
  if (!path.startsWith('/')) return path;
  const kept: string[] = [];
  const segments = path.split('/');
  for (const [place, segment] of segments.entries()) {
    const isLast = place === segments.length - 1;
    if (segment === '..' && kept.length > 1) kept.pop();
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else if (isLast) kept.push('');
  }
  return kept.join('/');
}

/** Section 5.3. */
function recompose({ scheme, authority, path, query, fragment }: Reference): string {
  return [
    scheme === undefined ? '' : `${scheme}:`,
    authority === undefined ? '' : `//${authority}`,
    path,
    query === undefined ? '' : `?${query}`,
    fragment === undefined ? '' : `#${fragment}`,
  ].join('');
}
