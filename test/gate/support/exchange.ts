import type { Agent } from 'node:http';
import { request, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/** A request as it goes out: nothing in its path is normalised. */
export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface From {
  readonly port: number;
  /** Address of this machine that the request comes from: any of 127.0.0.0/8. */
  readonly address?: string;
  /** Connections to use again; without it, the request has one of its own. */
  readonly agent?: Agent;
  /** When the client gives up, in milliseconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** How an answer ended: as it should, before its end, or not at all within the client's time. */
export type Ending = 'whole' | 'cut' | 'late' | 'none';

/** What came back. Of a large body the start, the end and its size are kept. */
export interface Reply {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly head: string;
  readonly tail: string;
  readonly bytes: number;
  /** Line feeds in the body. */
  readonly lines: number;
  readonly ending: Ending;
  /** What the system said when there was no answer, or only a part. */
  readonly error?: string;
  /** From the call to the last byte, or to the fault. */
  readonly ms: number;
}

const kept = { head: 64_000, tail: 1_000 };

/** One exchange over a real socket. It always settles: faults are told in the reply. */
export async function exchange(sent: Sent, from: From): Promise<Reply> {
  const started = performance.now();
  const first = await attempt(sent, from, started);
  // The server may close a kept connection just as it is used again: every client asks once more then (RFC 9110 section 9.2.2).
  return first.again ? (await attempt(sent, from, started)).reply : first.reply;
}

interface Attempt {
  readonly reply: Reply;
  readonly again: boolean;
}

function attempt(sent: Sent, from: From, started: number): Promise<Attempt> {
  return new Promise(resolve => {
    const body = new Body();
    let response: IncomingMessage | undefined;
    const settle = (ending: Ending, error?: string) => {
      clearTimeout(timer);
      const again = response === undefined && ending === 'none' && asked.reusedSocket;
      const reply = { ...headOf(response), ...body.told(), ending, ms: performance.now() - started };
      resolve({ reply: error === undefined ? reply : { ...reply, error }, again });
    };
    const asked = open(sent, from);
    const timer = setTimeout(() => {
      settle('late', 'the client gave up');
      asked.destroy();
    }, from.timeoutMs ?? 45_000);
    asked.on('error', ({ message }) => {
      settle(response ? 'cut' : 'none', message);
    });
    asked.on('response', answer => {
      response = answer;
      answer.on('data', (part: Buffer) => {
        body.add(part);
      });
      answer.on('error', ({ message }) => {
        settle('cut', message);
      });
      answer.on('end', () => {
        settle(answer.complete ? 'whole' : 'cut');
      });
    });
    asked.end(sent.body);
  });
}

function open({ method = 'GET', path, headers = {}, body }: Sent, from: From): ClientRequest {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return request({
    host: '127.0.0.1',
    port: from.port,
    path,
    method,
    headers: { ...headers, ...length },
    agent: from.agent ?? false,
    ...(from.address === undefined ? {} : { localAddress: from.address }),
    ...(from.signal ? { signal: from.signal } : {}),
  });
}

function headOf(response: IncomingMessage | undefined): Pick<Reply, 'status' | 'headers'> {
  return { status: response?.statusCode ?? 0, headers: response?.headers ?? {} };
}

/** The start, the end and the size of what comes. */
class Body {
  #head = Buffer.alloc(0);
  #tail = Buffer.alloc(0);
  #bytes = 0;
  #lines = 0;

  add(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#head.length < kept.head) this.#head = Buffer.concat([this.#head, part.subarray(0, kept.head)]);
    this.#tail = Buffer.concat([this.#tail, part.subarray(-kept.tail)]).subarray(-kept.tail);
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) this.#lines += 1;
  }

  told(): Pick<Reply, 'head' | 'tail' | 'bytes' | 'lines'> {
    return {
      head: this.#head.toString('utf8'),
      tail: this.#tail.toString('utf8'),
      bytes: this.#bytes,
      lines: this.#lines,
    };
  }
}
