import type { Language } from '../register/text.js';
import type { Property } from '../register/views.js';

type Phrasing = (lang: Language, first: string, second: string) => string | undefined;

/** Nodes that read better as one phrase than as two facts, by the names of their two properties. */
const phrasings: readonly { readonly names: readonly [string, string]; readonly phrase: Phrasing }[] = [
  { names: ['schema:value', 'schema:currency'], phrase: formatMoney },
  {
    names: ['skos:notation', 'adms:schemaAgency'],
    phrase: (_lang, notation, agency) => `${notation} (${agency})`,
  },
];

/** « 40 000 € » for an amount, « 130 025 265 (INSEE) » for an identifier; undefined for any other node. */
export function compactNode(details: readonly Property[], lang: Language): string | undefined {
  if (details.length !== 2) return undefined;
  for (const { names, phrase } of phrasings) {
    const [first, second] = names.map(name => singleText(details, name));
    if (first !== undefined && second !== undefined) return phrase(lang, first, second);
  }
  return undefined;
}

function singleText(details: readonly Property[], name: string): string | undefined {
  const values = details.find(detail => detail.name === name)?.values;
  const [value] = values ?? [];
  return values?.length === 1 && value?.type === 'text' ? value.text.value : undefined;
}

function formatMoney(lang: Language, value: string, currency: string): string | undefined {
  const amount = Number(value);
  // A currency is a code of ISO 4217; Intl throws on anything else.
  if (!Number.isFinite(amount) || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  return new Intl.NumberFormat(lang, options).format(amount);
}
