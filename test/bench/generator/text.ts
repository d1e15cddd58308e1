import type { Random } from './random.js';
import { nouns, places, purposes, subjects, verbs, type Pair } from './words.js';

/** A title, `Données ouvertes pour Lyon, tome 12`, in both languages. */
export function title(random: Random): Pair {
  const [fr, en] = random.pick(nouns);
  const place = places[random.skewed(places.length)] ?? '';
  const volume = String(1 + random.below(400));
  return [`${capital(fr)} de ${place}, volet ${volume}`, `${capital(en)} of ${place}, part ${volume}`];
}

/** From one sentence to eight, most often two or three. */
export function description(random: Random): Pair {
  const count = 1 + random.skewed(8);
  const sentences = Array.from({ length: count }, () => sentence(random));
  return [sentences.map(([fr]) => fr).join(' '), sentences.map(([, en]) => en).join(' ')];
}

function sentence(random: Random): Pair {
  const [subject, verb, noun, purpose] = [subjects, verbs, nouns, purposes].map(list => random.pick(list));
  if (!subject || !verb || !noun || !purpose) return ['', ''];
  const place = places[random.skewed(places.length)] ?? '';
  const year = String(2010 + random.below(17));
  return [
    `${subject[0]} ${verb[0]} des ${noun[0]} ${purpose[0]} (« ${place} », ${year}).`,
    `${subject[1]} ${verb[1]} ${noun[1]} ${purpose[1]} ("${place}", ${year}).`,
  ];
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
