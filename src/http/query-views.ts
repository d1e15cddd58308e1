import type { QueriesView } from '../pages/queries.js';
import type { ParameterView, QuestionView } from '../pages/question-form.js';
import { graphFormats } from '../rdf/formats.js';
import { titleOf as nameOf } from '../register/summaries.js';
import { isKind } from '../register/kinds.js';
import type { Language, Text } from '../register/text.js';
import { solutionFormats } from '../sparql/formats.js';
import { queryTags, type QueryFile, type QueryParameter } from '../sparql/query-file.js';
import type { HttpContext } from './context.js';
import { readerOf, titleOf } from './examples.js';
import { readArguments } from './query-arguments.js';

/** The formats of a query's answer, each with its extension in URLs. */
export function fileFormats({ family }: QueryFile) {
  return family === 'graph'
    ? graphFormats
    : solutionFormats.map(format => ({ ...format, extension: format.id }));
}

/** Records that a form of the list of questions offers at most: longer choices are left to the question's own page. */
const maxListed = 40;

/** All questions by topic, each with the defaults of its parameters; those that give a graph come last. */
export async function topicsView(language: Language, context: HttpContext): Promise<QueriesView> {
  const queries = [...(await context.queries()).values()];
  const ordered = [...queries.filter(isTable), ...queries.filter(query => !isTable(query))];
  const topics = queryTags.map(async name => ({
    name,
    questions: await Promise.all(
      ordered
        .filter(({ header }) => header.tags.includes(name))
        .map(query => {
          const values = defaultsOf(query, language, context);
          return questionView(query, { language, context, values, maxChoices: maxListed });
        }),
    ),
  }));
  return { topics: (await Promise.all(topics)).filter(({ questions }) => questions.length > 0) };
}

interface Asking {
  readonly language: Language;
  readonly context: HttpContext;
  readonly values: Values;
  readonly maxChoices?: number;
}

/** One question with the values asked with, and the records that its parameters offer. */
export async function questionView(
  query: QueryFile,
  { language, context, values, maxChoices = Infinity }: Asking,
): Promise<QuestionView> {
  const { description = '', description_fr, parameters } = query.header;
  const views = Object.entries(parameters).map(async ([name, { kind, ...parameter }]) => {
    const view = toParameter(name, parameter, language, values[name]);
    const choices = kind === undefined ? [] : await choicesOf(kind, language, context);
    // A value that is no record of the register is asked for as it was written.
    const isKnown = choices.some(({ value }) => value === view.value);
    return isKnown && choices.length <= maxChoices ? { ...view, choices } : view;
  });
  return {
    name: query.name,
    title: titleOf(query, language),
    description: inLanguage(description, description_fr, language),
    parameters: await Promise.all(views),
  };
}

/** The questions as JSON, for programs: address, formats and parameters of each. */
export async function describeQueries({ queries, register }: HttpContext) {
  const { base } = register.identifiers;
  return [...(await queries()).values()].map(query => {
    const { summary, summary_fr, description, description_fr, tags, parameters } = query.header;
    return {
      name: query.name,
      url: `${base}/queries/${query.name}`,
      title: { fr: summary_fr, en: summary },
      description: { fr: description_fr, en: description },
      tags,
      parameters: Object.entries(parameters).map(([name, parameter]) => ({
        name,
        type: parameter.type,
        description: { fr: parameter.description_fr, en: parameter.description },
        ...(parameter.default === undefined ? {} : { default: parameter.default }),
        required: parameter.default === undefined && parameter.type !== 'language',
      })),
      formats: fileFormats(query).map(({ mediaType, extension }) => ({
        mediaType,
        url: `${base}/queries/${query.name}.${extension}`,
      })),
    };
  });
}

type Values = Readonly<Record<string, string>>;

function isTable({ family }: QueryFile): boolean {
  return family === 'solutions';
}

function toParameter(
  name: string,
  { type, description, description_fr }: QueryParameter,
  language: Language,
  value: string | undefined,
): ParameterView {
  const label = inLanguage(description, description_fr, language);
  return { name, type, label, ...(value === undefined ? {} : { value }) };
}

function inLanguage(english: string, french: string | undefined, language: Language): Text {
  return language === 'fr' && french !== undefined
    ? { value: french, lang: 'fr' }
    : { value: english, lang: 'en' };
}

/** A question that must be given a value has no defaults to show. */
function defaultsOf(query: QueryFile, language: Language, context: HttpContext): Values {
  const isComplete = Object.values(query.header.parameters).every(
    ({ type, default: value }) => value !== undefined || type === 'language',
  );
  return isComplete ? readArguments(query, new URLSearchParams(), readerOf(language, context)).values : {};
}

async function choicesOf(kind: string, language: Language, { register }: HttpContext) {
  if (!isKind(kind)) return [];
  return register.derive(`choices ${kind} ${language}`, async () =>
    (await register.matching(kind, language)).map(entry => ({
      value: entry.path,
      name: nameOf(entry, language)?.value ?? entry.slug,
    })),
  );
}
