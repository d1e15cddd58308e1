import type { Text } from '../register/text.js';
import { Breadcrumb } from './breadcrumb.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { fileHref } from './links.js';
import { apiTopicWords, say } from './messages.js';
import type { Page } from './page.js';
import { ShowText } from './text.js';
import type { apiTopics } from './texts/api.js';

interface ParameterView {
  readonly name: string;
  readonly description: Text;
  readonly required: boolean;
  readonly example: string;
  /** All values that it takes, where they are few; else none. */
  readonly values: readonly string[];
}

interface ParameterProps {
  readonly parameter: ParameterView;
}

interface OperationView {
  readonly id: string;
  /** As OpenAPI writes it: `/api/{kind}/{slug}`. */
  readonly path: string;
  readonly summary: Text;
  readonly parameters: readonly ParameterView[];
  readonly mediaTypes: readonly string[];
  /** Requests to try, as paths with their parameters. */
  readonly examples: readonly string[];
}

export interface ApiView {
  readonly topics: readonly {
    readonly name: keyof typeof apiTopics;
    readonly operations: readonly OperationView[];
  }[];
}

/** More values than this make a parameter's row too long to read. */
const maxShown = 12;

/** What can be asked of the register by programs, for the people who write them. */
export function ApiPage({ page }: { readonly page: Page<ApiView> }) {
  const { lang, view } = page;
  return (
    <Layout page={page} title={say(lang, 'apiTitle')} description={say(lang, 'apiDescription')}>
      <Breadcrumb steps={[]} />
      <h1>{say(lang, 'apiTitle')}</h1>
      <p class="lead">{say(lang, 'apiDescription')}</p>
      <Start />
      <Rules />
      {view.topics.map(topic => (
        <Topic key={topic.name} topic={topic} />
      ))}
    </Layout>
  );
}

const firstSteps = [
  'api/action',
  'api/commons/openstreetmap',
  'api/event?sort=date&size=5',
  'api/search?q=adresse',
  'api/commons?q=adresse',
];

function Start() {
  const { say } = useHere();
  return (
    <section aria-labelledby="_start">
      <h2 id="_start">{say('apiStartTitle')}</h2>
      <p>{say('apiStartText')}</p>
      <ul>
        {firstSteps.map(path => (
          <li key={path}>
            <Address path={`/${path}`} mediaType="application/ld+json" />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rules() {
  const { base, say } = useHere();
  const rules = [
    'apiRuleJson',
    'apiRuleNames',
    'apiRuleDates',
    'apiRulePaging',
    'apiRuleErrors',
    'apiRuleCors',
  ] as const;
  return (
    <section aria-labelledby="_rules">
      <h2 id="_rules">{say('apiRulesTitle')}</h2>
      <ul>
        {rules.map(rule => (
          <li key={rule}>{say(rule)}</li>
        ))}
      </ul>
      <p>
        <a href={fileHref(base, 'api/openapi.json')} type="application/vnd.oai.openapi+json">
          {say('apiOpenApi')}
        </a>
        <br />
        <a href={fileHref(base, 'context/v1.jsonld')} type="application/ld+json">
          {say('apiContext')}
        </a>
      </p>
    </section>
  );
}

function Topic({ topic: { name, operations } }: { readonly topic: ApiView['topics'][number] }) {
  const { lang, say, to } = useHere();
  const { title, introduction } = apiTopicWords(lang, name);
  return (
    <section aria-labelledby={`_${name}`}>
      <h2 id={`_${name}`}>{title}</h2>
      <p>{introduction}</p>
      {operations.map(operation => (
        <Operation key={operation.id} operation={operation} />
      ))}
      {name === 'questions' && (
        <p>
          <a href={to('queries')}>{say('apiQuestions')}</a>
        </p>
      )}
    </section>
  );
}

function Operation({ operation }: { readonly operation: OperationView }) {
  const { say } = useHere();
  const { path, summary, parameters, mediaTypes, examples } = operation;
  return (
    <details>
      <summary>
        <code>{path}</code> <ShowText text={summary} />
      </summary>
      <p>
        {say('apiMediaTypes')} <code>{mediaTypes.join(', ')}</code>
      </p>
      {examples.map(example => (
        <p key={example}>
          {say('apiTry')} <Address path={example} mediaType={mediaTypes[0]} />
        </p>
      ))}
      {parameters.length > 0 && <Parameters operation={operation} />}
    </details>
  );
}

function Parameters({ operation: { path, parameters } }: { readonly operation: OperationView }) {
  const { say } = useHere();
  return (
    <table>
      <caption>{say('apiParameters', { path })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('apiParameter')}</th>
          <th scope="col">{say('apiMeaning')}</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(parameter => (
          <Parameter key={parameter.name} parameter={parameter} />
        ))}
      </tbody>
    </table>
  );
}

function Parameter({ parameter: { name, description, required, example, values } }: ParameterProps) {
  const { say, countOf } = useHere();
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        {required && ` (${say('apiRequired')})`}
      </th>
      <td>
        <ShowText text={description} />
        {values.length > maxShown && ` (${countOf('apiValueCount', values.length)})`}
        <br />
        {values.length > 0 && values.length <= maxShown ? (
          <>
            {say('apiValues')} <code>{values.join(', ')}</code>
          </>
        ) : (
          <>
            {say('apiExample')} <code class="address">{example}</code>
          </>
        )}
      </td>
    </tr>
  );
}

interface AddressProps {
  readonly path: string;
  /** Of the answer. */
  readonly mediaType: string | undefined;
}

/** A request as a link: its path, with its parameters. */
function Address({ path, mediaType }: AddressProps) {
  const { base } = useHere();
  const [plain = '', parameters] = path.slice(1).split('?', 2);
  const href = fileHref(base, plain) + (parameters === undefined ? '' : `?${parameters}`);
  return (
    <a href={href} type={mediaType} rel="nofollow">
      <code>{path}</code>
    </a>
  );
}
