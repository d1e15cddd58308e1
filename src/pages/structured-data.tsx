interface StructuredDataProps {
  readonly data: Readonly<Record<string, unknown>>;
}

/** Characters that could end the script element or be read as markup, as JSON escapes. */
const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON-LD for search engines. A data block, which no browser runs. */
export function StructuredData({ data }: StructuredDataProps) {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, character => escapes[character] ?? '');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
