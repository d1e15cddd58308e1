import { pickText, type Language, type Text } from './text.js';
import type { Headline } from './entries.js';
import { labelOf } from './labels.js';
import type { Register } from './read.js';
import type { Summary } from './views.js';

/** An entry as a line of a list, in the reader's language. */
export async function toSummary(entry: Headline, language: Language, register: Register): Promise<Summary> {
  const { kind, slug, path, type, territories, date } = entry;
  const description = pickText(entry.descriptions, language);
  const typeLabel = type === undefined ? undefined : await labelOf(type, language, register);
  const places = await Promise.all(territories.map(territory => labelOf(territory, language, register)));
  return {
    kind,
    path,
    title: titleOf(entry, language) ?? { value: slug },
    ...(description ? { description } : {}),
    ...(typeLabel ? { type: typeLabel } : {}),
    territories: places.filter((place): place is Text => place !== undefined),
    ...(date === undefined ? {} : { date }),
  };
}

export function titleOf({ titles }: Headline, language: Language): Text | undefined {
  return pickText(titles, language);
}
