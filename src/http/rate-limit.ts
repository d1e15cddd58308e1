import type { Response } from 'express';
import type { Budget } from './budget.js';

/**
 * Tells a client what it may still use (draft-ietf-httpapi-ratelimit-headers-10): `q` and `r` in milliseconds of
 * processor time, `w` and `t` in seconds until all of it is there again.
 * @param policy name of the budget
 */
export function tellStanding(response: Response, policy: string, budget: Budget, client: string): void {
  const { burstMs, refillMs } = budget;
  const { leftMs, fullInMs } = budget.standingOf(client);
  const window = Math.ceil(burstMs / refillMs);
  response.setHeader('RateLimit-Policy', `"${policy}";q=${burstMs};w=${window};qu="cpu-ms"`);
  response.setHeader('RateLimit', `"${policy}";r=${Math.floor(leftMs)};t=${Math.ceil(fullInMs / 1_000)}`);
}
