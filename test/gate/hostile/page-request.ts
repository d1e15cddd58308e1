import type { Sent } from '../support/exchange.js';
import type { HostileRequest } from './hostile-request.js';

/** A request to a page, the API or a file. */
export function page(
  name: string,
  attacks: string,
  sent: string | Sent,
  allowed: HostileRequest['allowed'] = ['refusal', 'whole'],
): HostileRequest {
  return { name, attacks, allowed, ...(typeof sent === 'string' ? { path: sent } : sent) };
}

/** `&name=value` for each of so many values. */
export function parameters(count: number, value: (number: number) => string): string {
  return Array.from({ length: count }, (_, number) => value(number)).join('&');
}

/** A short text for each number, of three letters and digits. */
export function short(number: number): string {
  return (number + 1_296).toString(36);
}
