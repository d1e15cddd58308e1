/** Clauses of a query that bind variables, and the last of these variables. */
export interface Chain {
  readonly clauses: string;
  readonly last: string;
}

/** Variables ?v0 … ?vN, each made from the one before. */
export function chain(first: string, links: number, next: (before: string) => string): Chain {
  const clauses = [`BIND(${first} AS ?v0)`];
  for (let link = 1; link <= links; link += 1)
    clauses.push(`BIND(${next(`?v${String(link - 1)}`)} AS ?v${String(link)})`);
  return { clauses: clauses.join(' '), last: `?v${String(links)}` };
}

/** A text of 20 characters, doubled so many times: 2^n × 20 characters. */
export function doubled(times: number, twice = (v: string) => `CONCAT(${v},${v})`): Chain {
  return chain('"aaaaaaaaaaaaaaaaaaaa"', times, twice);
}

/** `times` copies of a text. */
export function repeat(times: number, text: string | ((number: number) => string), separator = ' '): string {
  return Array.from({ length: times }, (_, number) => (typeof text === 'string' ? text : text(number))).join(
    separator,
  );
}

/** VALUES clause of so many numbers. */
export function numbers(variable: string, count: number): string {
  return `VALUES ${variable} { ${repeat(count, String)} }`;
}
