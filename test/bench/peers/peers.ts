import { CommunauxHttp } from './communaux-http.js';
import type { Peer } from './peer.js';
import { ProcessPeer } from './process-peer.js';
import { Virtuoso } from './virtuoso.js';
import { virtuosoIsInstalled } from './virtuoso-server.js';

/** This engine: in a process, and as a server. The others are compared to the one that is reached as they are. */
export const own = { process: 'communaux', http: 'communaux-http' } as const;

interface Maker {
  make(): Peer;
  /** Why the peer cannot take part on this machine. */
  missing?(): string | undefined;
}

/** Everything that can be compared, by name, in the order of the table. */
export const peers: Readonly<Record<string, Maker>> = {
  [own.process]: { make: () => new ProcessPeer(own.process) },
  [own.http]: { make: () => new CommunauxHttp() },
  oxigraph: { make: () => new ProcessPeer('oxigraph') },
  virtuoso: {
    make: () => new Virtuoso(),
    missing: () =>
      virtuosoIsInstalled() ? undefined : 'virtuoso-t is not installed (Debian: virtuoso-opensource).',
  },
  'comunica-rdf-stores': { make: () => new ProcessPeer('comunica-rdf-stores') },
  'comunica-n3': { make: () => new ProcessPeer('comunica-n3') },
};
