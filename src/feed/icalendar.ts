import ical, {
  ICalCalendarMethod,
  ICalEventTransparency,
  foldLines,
  type ICalEventData,
  type ICalLocation,
} from 'ical-generator';
import type { Entry } from '../register/entries.js';
import { labelOf } from '../register/labels.js';
import { inTurn } from '../register/in-turn.js';
import type { Register } from '../register/read.js';
import type { Language } from '../register/text.js';
import { timesOf } from './event-times.js';
import { placesOf, type Place } from './places.js';
import { factsOf, type RecordFacts } from './record-facts.js';

const dayInMs = 86_400_000;
const calendarEnd = 'END:VCALENDAR';
/** How often programs that subscribed should ask again (RFC 7986 section 5.7), in seconds. */
const refreshEvery = 86_400;
/** A town's centre tells where to go; that of a country does not. */
const preciseLevel = 'municipality';

const names = {
  fr: {
    name: 'Communaux : rencontres',
    description:
      "Les rencontres des administrations et des communautés qui font vivre les communs numériques. Celles dont le jour n'est pas connu n'y figurent pas.",
    page: 'En savoir plus :',
    organizers: 'Organisation :',
  },
  en: {
    name: 'Communaux: meetings',
    description:
      'Meetings of the public bodies and communities that keep digital commons alive. Those whose day is not known are left out.',
    page: 'Read more:',
    organizers: 'Organised by:',
  },
} as const satisfies Record<Language, object>;

/** What events are written with. */
interface Writing {
  readonly language: Language;
  readonly register: Register;
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Events as a calendar (RFC 5545), but for those whose day is not known.
 * @param source address of the calendar itself
 */
export async function toCalendar(
  entries: readonly Entry[],
  source: string,
  language: Language,
  register: Register,
): Promise<string> {
  const { name, description } = names[language];
  const calendar = ical({
    prodId: { company: 'communaux', product: 'agenda', language: language.toUpperCase() },
    name,
    description,
    method: ICalCalendarMethod.PUBLISH,
    source,
    ttl: refreshEvery,
  });
  const writing = { language, register, places: await placesOf(register) };
  const events = await inTurn(entries, entry =>
    register.derive(`event ${language} ${entry.path}`, () => eventText(entry, writing)),
  );
  const [head = '', end = ''] = calendar.toString().split(calendarEnd);
  return [head, ...events, calendarEnd, end, '\r\n'].join('');
}

/** An event as lines of a calendar; none when its day is not known. Folding lines takes a while, so that it is kept. */
async function eventText(entry: Entry, writing: Writing): Promise<string> {
  const [facts] = await factsOf([entry], writing.register);
  const event = facts && (await toEvent(facts, writing));
  return event ? foldLines(ical().createEvent(event).toString()) : '';
}

async function toEvent(facts: RecordFacts, writing: Writing): Promise<ICalEventData | undefined> {
  const { language } = writing;
  const [start, end] = [facts.date('schema:startDate'), facts.date('schema:endDate')];
  const times = timesOf(start, end);
  if (times === undefined) return undefined;
  const modified = facts.date('dct:modified', facts.document)?.instant ?? 0;
  const issued = facts.date('dct:issued', facts.document)?.instant ?? modified;
  const location = await locationOf(facts, writing);
  return {
    // The thing's IRI is unique in the world and never changes (RFC 5545 section 3.8.4.7).
    id: facts.thing,
    // It must grow with each change (section 3.8.7.4): the days since the record was first published do.
    sequence: Math.max(0, Math.round((modified - issued) / dayInMs)),
    stamp: new Date(modified),
    lastModified: new Date(modified),
    ...times,
    summary: facts.text(['dct:title'], language) ?? facts.entry.slug,
    description: await descriptionOf(facts, writing),
    url: facts.document,
    // Knowing of a meeting is not being busy.
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(location ? { location } : {}),
    categories: (await labels(facts.values('schema:superEvent'), writing)).map(name => ({ name })),
  };
}

async function descriptionOf(facts: RecordFacts, writing: Writing): Promise<string> {
  const { page, organizers } = names[writing.language];
  const organisers = await labels(facts.values('schema:organizer'), writing);
  return [
    facts.text(['dct:description'], writing.language),
    organisers.length > 0 ? `${organizers} ${organisers.join(', ')}` : undefined,
    ...facts.values('foaf:page').map(url => `${page} ${url}`),
  ]
    .filter(line => line !== undefined)
    .join('\n');
}

/** The name of the place, then the territory unless the name has it. */
async function locationOf(facts: RecordFacts, writing: Writing): Promise<ICalLocation | undefined> {
  const places = facts
    .values('schema:location')
    .map(node => facts.text(['schema:name'], writing.language, node))
    .filter(name => name !== undefined);
  const territories = await labels(facts.entry.territories, writing);
  const title = [...places, ...territories.filter(name => !places.some(place => place.includes(name)))].join(
    ', ',
  );
  if (title === '') return undefined;
  const precise = facts.entry.territories
    .map(iri => writing.places.get(iri))
    .filter(place => place?.level === preciseLevel);
  const [point, ...others] = precise;
  if (!point || others.length > 0) return { title };
  const { latitude: lat, longitude: lon } = point.centroid;
  return { title, geo: { lat, lon } };
}

async function labels(iris: readonly string[], { language, register }: Writing): Promise<string[]> {
  const found = await Promise.all(iris.map(iri => labelOf(iri, language, register)));
  return found.flatMap(label => label?.value ?? []);
}
