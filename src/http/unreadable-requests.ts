import { IncomingMessage, ServerResponse, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { Problem } from '../errors.js';
import { problemDocument } from './problem-document.js';
import { setSecureHeaders } from './security.js';

/** What Node's parser tells of a request that it cannot read. */
interface ParseFailure extends Error {
  readonly code?: string;
  /** What it was reading. */
  readonly rawPacket?: Buffer;
}

/** Bytes of the first line of a request and its headers together. */
export const mostHeaderBytes = 16_384;

/** How long a client that was refused may go on sending: one that is cut at once may not read why. */
const lingerMs = 1_000;

/**
 * Answers what Node's parser refuses as everything else is refused, with a problem document that other sites may read:
 * left to itself, Node answers with a status alone.
 */
export function answerUnreadable(server: Server): void {
  const underWay = new WeakMap<Socket, Set<ServerResponse>>();
  const refused = new WeakSet<Socket>();
  const note = ({ socket }: IncomingMessage, response: ServerResponse): void => {
    const answers = underWay.get(socket) ?? new Set();
    underWay.set(socket, answers.add(response));
    response.once('close', () => answers.delete(response));
  };
  for (const event of ['request', 'checkContinue', 'checkExpectation']) server.on(event, note);
  server.on('clientError', (failure: ParseFailure, connection) => {
    const socket = connection as Socket;
    // The parser fails again on each packet that follows.
    if (refused.has(socket)) return;
    refused.add(socket);
    const answers = [...(underWay.get(socket) ?? [])];
    // Nobody reads a hang-up, and what comes within an answer would look like a part of it.
    if (failure.code === 'ECONNRESET' || !socket.writable || answers.some(({ headersSent }) => headersSent))
      socket.destroy();
    else refuse(failure, socket, answers[0] ?? answerOn(socket));
  });
}

function answerOn(socket: Socket): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(socket));
  response.assignSocket(socket);
  return response;
}

/** @param response that has the connection: that to a request whose body is at fault, if its head was in order */
function refuse(failure: ParseFailure, socket: Socket, response: ServerResponse): void {
  const problem = problemOf(failure);
  const { body, language } = problemDocument(problem, languageNamedIn(failure));
  response.shouldKeepAlive = false;
  setSecureHeaders(response);
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.setHeader('Content-Language', language);
  response.setHeader('Cache-Control', 'no-store');
  response.statusCode = problem.status;
  response.once('finish', () => socket.end());
  response.end(body);
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

function problemOf({ code, rawPacket }: ParseFailure): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return isWithinAddress(rawPacket) ? tooLongAddress() : tooLargeHeaders();
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Problem('request-timeout', {
        en: 'The request did not come whole in the time that it has. Send it again, faster.',
        fr: "La demande n'est pas arrivée entière dans le temps imparti. Renvoyez-la plus vite.",
      });
    default:
      return new Problem('bad-request', {
        en: 'The request is not HTTP as it can be read here. Look at its first line, its headers and its length.',
        fr: "La demande n'est pas du HTTP lisible ici. Vérifiez sa première ligne, ses en-têtes et sa longueur.",
      });
  }
}

/** One bound holds for the first line and the headers together; the address is at fault where its line has no end. */
function isWithinAddress(packet: Buffer | undefined): boolean {
  if (packet === undefined || !/^[A-Z]+ /.test(packet.toString('latin1', 0, 20))) return false;
  const end = packet.indexOf('\n');
  return end < 0 || end >= mostHeaderBytes;
}

function tooLongAddress(): Problem {
  return new Problem('uri-too-long', {
    en: 'The address is longer than 16 kB. Send a long query to /sparql with POST.',
    fr: "L'adresse dépasse 16 ko. Envoyez une longue requête à /sparql par POST.",
  });
}

function tooLargeHeaders(): Problem {
  return new Problem('headers-too-large', {
    en: 'The headers of the request are larger than 16 kB together. Send fewer or shorter ones.',
    fr: 'Les en-têtes de la demande dépassent 16 ko en tout. Envoyez-en moins, ou de plus courts.',
  });
}

function languageNamedIn({ rawPacket }: ParseFailure): 'en' | 'fr' {
  return /\naccept-language: ?fr/i.test(rawPacket?.toString('latin1') ?? '') ? 'fr' : 'en';
}
