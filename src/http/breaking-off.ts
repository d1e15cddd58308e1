import type { Request } from 'express';

/** Received by HTTP/1.0, as a member of `Via` says it (RFC 9110 section 7.6.3). */
const receivedByOld = /^\s*(?:HTTP\/)?1\.0\s/i;

/**
 * Whether the client sees it when an answer of unknown length breaks off. HTTP/1.0 has no chunks: there, it ends as a whole
 * one does (RFC 9112 section 6.3), also where only the client of a proxy speaks it.
 */
export function seesBreakingOff({ httpVersionMajor, httpVersionMinor, headers }: Request): boolean {
  const isOld = httpVersionMajor === 1 && httpVersionMinor === 0;
  return !isOld && !(headers.via ?? '').split(',').some(member => receivedByOld.test(member));
}
