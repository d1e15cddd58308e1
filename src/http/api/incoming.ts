import { firstByName, incomingRelations, maxIncoming, nameOf } from '../../register/incoming.js';
import type { RecordName } from '../../register/identifiers.js';
import type { Register } from '../../register/read.js';
import { languages, pickText, type Language, type Text } from '../../register/text.js';

/** A text by the tag of its language. */
type Texts = Readonly<Record<string, string>>;

/** What other records say of a thing, by one relation: a property, or the role of an involvement. */
export interface Incoming {
  /** Its prefixed name: `dct:spatial`, `role:user`. */
  readonly relation: string;
  /** How it reads from the side of the thing. */
  readonly label: Texts;
  readonly member: readonly { readonly id: string; readonly kind: string; readonly name: Texts }[];
  /** Where there are more than are told here; the lists of the register have them all. */
  readonly more?: true;
}

/**
 * What other records say of a thing, which nothing in its own record tells. The context maps their key to null: to a
 * JSON-LD processor, it is those records that say so.
 * @param language the one that names are wanted in; undefined for all
 */
export async function incomingIn(
  name: RecordName,
  language: Language | undefined,
  register: Register,
): Promise<Incoming[]> {
  const spoken = language === undefined ? languages : [language];
  const [first] = spoken;
  const { base } = register.identifiers;
  return (await incomingRelations(name, register)).map(({ name: relation, labels, records }) => ({
    relation,
    label: textsIn(spoken, each => pickText(labels, each) ?? { value: relation }),
    member: firstByName(records, first).map(record => ({
      id: `${base}/id/${record.path}`,
      kind: record.kind,
      name: textsIn(spoken, each => nameOf(record, each)),
    })),
    ...(records.length > maxIncoming ? { more: true } : {}),
  }));
}

/** Each under its own language: who asked for another is given the one that there is. */
function textsIn(spoken: readonly Language[], textIn: (language: Language) => Text): Texts {
  return Object.fromEntries(
    spoken.map(language => {
      const { value, lang = language } = textIn(language);
      return [lang, value];
    }),
  );
}
