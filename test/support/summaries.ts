import type { Kind } from '../../src/register/kinds.js';
import type { Register } from '../../src/register/read.js';
import type { Language } from '../../src/register/text.js';
import type { Summary } from '../../src/register/views.js';

/** Every record of a kind as a line of its list, by path, in the order of the list. */
export async function summariesOf(
  register: Register,
  kind: Kind,
  language: Language,
): Promise<ReadonlyMap<string, Summary>> {
  const { items } = await register.list(kind, language, { pageSize: 100_000 });
  return new Map(items.map(item => [item.path, item]));
}
