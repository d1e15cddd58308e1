import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Time for a request that is just being sent, in milliseconds. */
const arrivalMs = 500;

/** The connections of a server and the answers under way on them, so that the server can stop without breaking one off. */
export class Drain {
  readonly #connections = new Set<Socket>();
  readonly #answers = new Set<ServerResponse>();
  #isStopping = false;

  /** To be made before any other listener for requests: these may send the head of an answer. */
  constructor(private readonly server: Server) {
    const note = (_: IncomingMessage, answer: ServerResponse): void => {
      this.#note(answer);
    };
    server.on('request', note).on('checkContinue', note).on('checkExpectation', note);
    server.on('connection', connection => {
      this.#connections.add(connection);
      connection.once('close', () => this.#connections.delete(connection));
    });
  }

  /** Takes no new connection, lets answers under way end, and cuts what is left after the grace given. */
  stop(graceMs: number): Promise<void> {
    this.#isStopping = true;
    for (const answer of this.#answers) endWith(answer);
    const timers = [
      setTimeout(() => {
        this.#cutUnused();
      }, arrivalMs),
      setTimeout(() => {
        this.server.closeAllConnections();
      }, graceMs),
    ];
    return new Promise(resolve => {
      this.server.close(() => {
        timers.forEach(clearTimeout);
        resolve();
      });
      this.server.closeIdleConnections();
    });
  }

  #note(answer: ServerResponse): void {
    this.#answers.add(answer);
    answer.once('close', () => this.#answers.delete(answer));
    if (this.#isStopping) endWith(answer);
  }

  /** Cuts connections without an answer under way: a browser opens some ahead of its requests. */
  #cutUnused(): void {
    const used = new Set([...this.#answers].map(({ req }) => req.socket));
    for (const connection of this.#connections) if (!used.has(connection)) connection.destroy();
  }
}

/** Ends the connection with this answer, and tells the client so as long as it can be told (RFC 9112 section 9.6). */
function endWith(answer: ServerResponse): void {
  if (answer.headersSent) answer.once('finish', () => answer.req.socket.end());
  else answer.setHeader('Connection', 'close');
}
