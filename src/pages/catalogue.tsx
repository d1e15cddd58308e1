import type { ComponentChildren } from 'preact';
import type { Text } from '../register/text.js';
import type { Format } from '../register/views.js';
import { Breadcrumb } from './breadcrumb.js';
import { Formats } from './formats.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { fileHref } from './links.js';
import { say } from './messages.js';
import type { Page } from './page.js';
import { StructuredData } from './structured-data.js';
import { ShowDate, ShowText } from './text.js';

/** A file of a dataset; paths are relative to the base IRI. */
export interface FileView extends Format {
  /** Absent when it was not made yet. */
  readonly bytes?: number;
}

export interface DatasetView {
  /** Its anchor, without the underscore that all of ours begin with. */
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly modified?: string;
  readonly licence: { readonly name: string; readonly href: string };
  /** The page that shows the same data. */
  readonly path: string;
  readonly files: readonly FileView[];
  /** The description of the columns of the CSV file. */
  readonly columns: string;
}

export interface ServiceView {
  readonly name: string;
  readonly title: Text;
  readonly description: Text;
  readonly endpoint: string;
  readonly path: string;
}

export interface CatalogueView {
  readonly datasets: readonly DatasetView[];
  readonly services: readonly ServiceView[];
  readonly formats: readonly Format[];
  /** For search engines. */
  readonly structured: Readonly<Record<string, unknown>>;
}

/** What can be downloaded, queried and harvested. */
export function CataloguePage({ page }: { readonly page: Page<CatalogueView> }) {
  const { lang, view } = page;
  return (
    <Layout
      page={page}
      title={say(lang, 'catalogueTitle')}
      description={say(lang, 'catalogueDescription')}
      formats={view.formats}
    >
      <Breadcrumb steps={[]} />
      <h1>{say(lang, 'catalogueTitle')}</h1>
      <p class="lead">{say(lang, 'catalogueDescription')}</p>
      <section aria-labelledby="_datasets">
        <h2 id="_datasets">{say(lang, 'datasetsTitle')}</h2>
        {view.datasets.map(dataset => (
          <Dataset key={dataset.name} dataset={dataset} />
        ))}
      </section>
      <section aria-labelledby="_services">
        <h2 id="_services">{say(lang, 'servicesTitle')}</h2>
        {view.services.map(service => (
          <Service key={service.name} service={service} />
        ))}
      </section>
      <section aria-labelledby="_harvest">
        <h2 id="_harvest">{say(lang, 'harvestTitle')}</h2>
        <p>{say(lang, 'harvestText')}</p>
        <Formats formats={view.formats} />
      </section>
      <StructuredData data={view.structured} />
    </Layout>
  );
}

interface EntryProps {
  readonly entry: Pick<DatasetView, 'name' | 'title' | 'description'>;
  readonly children: ComponentChildren;
}

function Entry({ entry: { name, title, description }, children }: EntryProps) {
  return (
    <article class="term" id={`_${name}`}>
      <h3>
        <ShowText text={title} />
      </h3>
      <p>
        <ShowText text={description} />
      </p>
      {children}
    </article>
  );
}

function Dataset({ dataset }: { readonly dataset: DatasetView }) {
  const { say, to } = useHere();
  const { title, modified, licence, path } = dataset;
  return (
    <Entry entry={dataset}>
      <p>
        <a href={to(path)}>{say('datasetPage', { title: title.value })}</a>
      </p>
      <dl class="facts">
        {modified !== undefined && (
          <div>
            <dt>{say('datasetModified')}</dt>
            <dd>
              <ShowDate iso={modified} />
            </dd>
          </div>
        )}
        <div>
          <dt>{say('datasetLicence')}</dt>
          <dd>
            <a href={licence.href}>{licence.name}</a>
          </dd>
        </div>
        <div>
          <dt>{say('datasetFiles')}</dt>
          <dd>
            <Files dataset={dataset} />
          </dd>
        </div>
      </dl>
    </Entry>
  );
}

/** A file is called by its own name: two formats of two datasets may well be of the same size. */
function Files({ dataset: { files, columns } }: { readonly dataset: DatasetView }) {
  const { base, say, countOf } = useHere();
  return (
    <ul class="values">
      {files.map(({ name, mediaType, path, bytes }) => (
        <li key={path}>
          <a href={fileHref(base, path)} type={mediaType}>
            {fileName(path)}
          </a>{' '}
          <span class="note">
            {bytes === undefined ? name : say('fileFacts', { format: name, size: sizeWords(bytes, countOf) })}
          </span>
          {mediaType === 'text/csv' && (
            <>
              {' · '}
              <a href={fileHref(base, columns)} type="application/csvm+json">
                {say('csvColumns', { file: fileName(path) })}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** « 24 ko », « 1,8 Mo »: the decimal units of the International System. */
function sizeWords(bytes: number, countOf: ReturnType<typeof useHere>['countOf']): string {
  return bytes < 1_000_000
    ? countOf('kilobytes', Math.ceil(bytes / 1_000))
    : countOf('megabytes', Math.round(bytes / 100_000) / 10);
}

function Service({ service }: { readonly service: ServiceView }) {
  const { base, say, to } = useHere();
  const { title, endpoint, path } = service;
  return (
    <Entry entry={service}>
      <p>
        {say('serviceAddress')} <code class="address">{new URL(fileHref(base, endpoint), base).href}</code>
      </p>
      <p>
        <a href={to(path)}>{say('servicePage', { title: title.value })}</a>
      </p>
    </Entry>
  );
}
