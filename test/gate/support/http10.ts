import { connect } from 'node:net';

/** An answer over HTTP/1.0, where the end of the connection may be all that tells the end of the body. */
export interface OldAnswer {
  /** 0 when there was none. */
  readonly status: number;
  /** What Content-Length says; absent when the end of the connection is the end of the body. */
  readonly length?: number;
  readonly bytes: number;
  readonly lines: number;
  /** Whether the connection ended in order, and not by a reset. */
  readonly isOrderly: boolean;
}

/** GET over HTTP/1.0 on a raw socket: what a proxy does that has no other orders. Settles after two minutes at most. */
export function askOverHttp10(port: number, path: string, accept: string): Promise<OldAnswer> {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.4' });
    let head: string | undefined;
    let start = '';
    let [bytes, lines] = [0, 0];
    const count = (text: string) => {
      bytes += text.length;
      lines += text.split('\n').length - 1;
    };
    const settle = (isOrderly: boolean) => {
      const length = /^content-length:\s*(\d+)/im.exec(head ?? '')?.[1];
      const status = Number(/^HTTP\/1\.[01] (\d+)/.exec(head ?? '')?.[1] ?? 0);
      resolve({
        status,
        bytes,
        lines,
        isOrderly,
        ...(length === undefined ? {} : { length: Number(length) }),
      });
      socket.destroy();
    };
    socket.setTimeout(120_000, () => {
      settle(false);
    });
    socket.setEncoding('latin1').on('data', (part: string) => {
      if (head !== undefined) {
        count(part);
        return;
      }
      start += part;
      const end = start.indexOf('\r\n\r\n');
      if (end < 0) return;
      head = start.slice(0, end);
      count(start.slice(end + 4));
    });
    socket.on('error', () => {
      settle(false);
    });
    socket.on('end', () => {
      settle(true);
    });
    socket.write(`GET ${path} HTTP/1.0\r\nHost: 127.0.0.1:${String(port)}\r\nAccept: ${accept}\r\n\r\n`);
  });
}

/** Whether a client takes an answer for a whole one. */
export function looksWhole({ status, length, bytes, isOrderly }: OldAnswer): boolean {
  return status === 200 && isOrderly && (length === undefined || length === bytes);
}
