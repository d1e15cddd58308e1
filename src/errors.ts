/** What a problem document says besides its type, title, status and detail (RFC 9457 section 3.2). */
export type ProblemMembers = Readonly<Record<string, unknown>>;

/** The kinds of refusal, each with its HTTP status and a short title (RFC 9457 sections 3.1.2 and 3.1.3). */
export const problemKinds = {
  'bad-request': [400, 'Bad request'],
  /** Told to nobody: there is no one left to tell. */
  gone: [400, 'Client gone'],
  'syntax-error': [400, 'Syntax error'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'not-acceptable': [406, 'Not acceptable'],
  'request-timeout': [408, 'Request timeout'],
  'too-large': [413, 'Too large'],
  'uri-too-long': [414, 'Address too long'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  'range-not-satisfiable': [416, 'Range not satisfiable'],
  refused: [422, 'Understood, but refused'],
  'token-limit': [422, 'Too long a word'],
  'pattern-limit': [422, 'Too many patterns'],
  'path-limit': [422, 'Too long a path'],
  'regex-limit': [422, 'Too large a regular expression'],
  'text-limit': [422, 'Too long a text'],
  'number-limit': [422, 'Too long a number'],
  'group-limit': [422, 'Too large a group'],
  'product-limit': [422, 'Too large a product'],
  'memory-limit': [422, 'Too much memory'],
  'too-many-requests': [429, 'Too many requests'],
  'too-many-queries': [429, 'Too many queries at once'],
  'too-many-pages': [429, 'Too many pages'],
  'headers-too-large': [431, 'Headers too large'],
  internal: [500, 'Internal error'],
  overloaded: [503, 'Busy'],
  'time-limit': [503, 'Time limit reached'],
  'size-limit': [503, 'Size limit reached'],
  unavailable: [503, 'Not available yet'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemKind = keyof typeof problemKinds;

/** A text for people in the languages of the pages. */
export type Words = Readonly<Record<'en' | 'fr', string>>;

/**
 * A refusal that a person can act on. `message` is its detail in English: what went wrong and what to mend. What
 * readers of pages meet most is told in their language too.
 */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly words: Pick<Words, 'en'> & Partial<Words>;

  constructor(
    readonly kind: ProblemKind,
    detail: string | Problem['words'],
    readonly members: ProblemMembers = {},
  ) {
    super(typeof detail === 'string' ? detail : detail.en);
    this.words = typeof detail === 'string' ? { en: detail } : detail;
    this.name = 'Problem';
    [this.status, this.title] = problemKinds[kind];
  }
}

/** For whoever worked for a client that left, so that they stop: no fault, and nothing to note. */
export function clientGone(): Problem {
  return new Problem('gone', 'The client left before the answer was complete.');
}
