import { request, type IncomingHttpHeaders } from 'node:http';

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** As it came over the wire. */
  readonly body: Buffer;
}

/** One request on a connection of its own. The path goes out as it is written: nothing is normalised on the way. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(parts);
        const { statusCode = 0, headers: answered } = response;
        resolve({ status: statusCode, headers: answered, text: whole.toString('utf8'), body: whole });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The media type of an answer, without its parameters. */
export function mediaType({ headers }: Answered): string {
  return (headers['content-type'] ?? '').replace(/;.*/, '');
}

/** What browsers send as Accept for a page: Firefox, Chromium, Safari. */
export const browserAccepts = [
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
] as const;

/** The path of a query to the SPARQL endpoint. */
export function sparqlPath(query: string, parameters: Readonly<Record<string, string>> = {}): string {
  return `/sparql?${new URLSearchParams({ query, ...parameters }).toString()}`;
}
