import 'node:child_process';

/**
 * What Node's own cluster shares a port with, on every version that is supported: its types leave it out, as its
 * documentation does. `net.BoundSocket` of Node 24 does the same and is documented.
 */
declare module 'net' {
  /** A socket that is bound to an address and does not listen, so that nobody takes its connections here. */
  interface BoundSocket {
    /** @returns 0; or the number of the system's error that binding met */
    getsockname(name: object): number;
    close(): void;
  }

  /** @returns the socket, or the number of the system's error */
  function _createServerHandle(address: string, port: number, addressType: 4 | 6): BoundSocket | number;
}

declare module 'child_process' {
  import type { BoundSocket } from 'node:net';

  interface ChildProcess {
    send(message: Serializable, socket: BoundSocket, callback: (error: Error | null) => void): boolean;
  }
}
