import { incomingOf, maxIncoming } from '../../register/incoming.js';
import type { RecordName } from '../../register/identifiers.js';
import type { Register } from '../../register/read.js';
import { languages, type Language, type Text } from '../../register/text.js';

/** A text by the tag of its language. */
type Texts = Record<string, string>;

/** What other records say of a thing, by one relation: a property, or the role of an involvement. */
export interface Incoming {
  /** Its prefixed name: `dct:spatial`, `role:user`. */
  readonly relation: string;
  /** How it reads from the side of the thing. */
  readonly label: Texts;
  readonly member: readonly { readonly id: string; readonly kind: string; readonly title: Texts }[];
  /** Where there are more than are told here; the lists of the register have them all. */
  readonly more?: true;
}

interface Relation {
  readonly label: Texts;
  readonly members: Map<string, { readonly kind: string; readonly title: Texts }>;
}

/**
 * What other records say of a thing, which nothing in its own record tells. The context maps their key to null: to a
 * JSON-LD processor, it is those records that say so.
 * @param language the one that names are wanted in; undefined for all
 */
export async function incomingRelations(
  name: RecordName,
  language: Language | undefined,
  register: Register,
): Promise<Incoming[]> {
  const relations = new Map<string, Relation>();
  for (const spoken of language === undefined ? languages : [language])
    for (const { name: relation, label, values } of await incomingOf(name, spoken, register)) {
      const known = relations.get(relation) ?? { label: {}, members: new Map() };
      relations.set(relation, known);
      say(known.label, label, spoken);
      for (const value of values) {
        if (value.type !== 'record') continue;
        const member = known.members.get(value.path) ?? { kind: value.kind, title: {} };
        known.members.set(value.path, member);
        say(member.title, value.text, spoken);
      }
    }
  const { base } = register.identifiers;
  return [...relations].map(([relation, { label, members }]) => ({
    relation,
    label,
    member: [...members].map(([path, member]) => ({ id: `${base}/id/${path}`, ...member })),
    ...(members.size < maxIncoming ? {} : { more: true as const }),
  }));
}

/** Under its own language: who asked for another is given the one that there is. */
function say(texts: Texts, { value, lang }: Text, spoken: Language): void {
  texts[lang ?? spoken] = value;
}
