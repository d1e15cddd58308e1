import type { Provenance, RecordView } from '../register/views.js';
import { Formats } from './formats.js';
import { useHere } from './here.js';
import { sourceAnchor } from './links.js';
import { site } from './site.js';
import { ShowDate, ShowText } from './text.js';
import { ShowValue, WebLink } from './values.js';

/** What stands beside a record: how sure it is, its sources, its dates, its identifier and formats. */
export function AboutRecord({ view }: { readonly view: RecordView }) {
  return (
    <div class="notes">
      <Reliability provenance={view.provenance} />
      <Sources sources={view.provenance.sources} />
      <SeeAlso pages={view.provenance.seeAlso} />
      <ThisRecord view={view} />
    </div>
  );
}

function Reliability({ provenance }: { readonly provenance: Provenance }) {
  const { say, countOf } = useHere();
  const { level, levelDefinition, unsourced, notes } = provenance;
  return (
    <section>
      <h2>{say('verificationTitle')}</h2>
      <p>
        {say('verificationLevel')}{' '}
        <strong>
          <ShowText text={level} />
        </strong>
      </p>
      {levelDefinition && (
        <p>
          <ShowText text={levelDefinition} />
        </p>
      )}
      {unsourced.length > 0 && (
        <>
          <p>{countOf('unsourced', unsourced.length)}</p>
          <ul>
            {unsourced.map((property, index) => (
              <li key={index}>
                <ShowText text={property} />
              </li>
            ))}
          </ul>
        </>
      )}
      {notes.map((note, index) => (
        <p key={index}>
          <ShowText text={note} />
        </p>
      ))}
    </section>
  );
}

function SeeAlso({ pages }: { readonly pages: readonly string[] }) {
  const { say } = useHere();
  if (pages.length === 0) return null;
  return (
    <section>
      <h2>{say('seeAlsoTitle')}</h2>
      <ul>
        {pages.map(page => (
          <li key={page}>
            <WebLink href={page} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sources({ sources }: { readonly sources: readonly string[] }) {
  const { say } = useHere();
  return (
    <section>
      <h2>{say('sourcesTitle')}</h2>
      {sources.length === 0 ? (
        <p>{say('noSource')}</p>
      ) : (
        <ol>
          {sources.map((source, index) => (
            <li key={source} id={sourceAnchor(index + 1)}>
              <WebLink href={source} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function ThisRecord({ view }: { readonly view: RecordView }) {
  const { say, to } = useHere();
  const { status, issued, modified } = view.provenance;
  return (
    <section>
      <h2>{say('recordTitle')}</h2>
      <dl class="details">
        {status && (
          <div>
            <dt>{say('recordStatus')}</dt>
            <dd>
              <ShowValue value={status} />
            </dd>
          </div>
        )}
        {issued && <DateFact label={say('issued')} iso={issued} />}
        {modified && <DateFact label={say('modified')} iso={modified} />}
        <div>
          <dt>{say('identifier')}</dt>
          <dd>
            <a class="address" href={view.iri}>
              {view.iri}
            </a>
          </dd>
        </div>
        <div>
          <dt>{say('formatsTitle')}</dt>
          <dd>
            <Formats formats={view.formats} />
          </dd>
        </div>
      </dl>
      <p>
        <a href={to('sparql', { edit: '1', query: view.sparql })} rel="nofollow">
          {say('recordSparql')}
        </a>
      </p>
      <p>
        <a href={site.issues}>{say('correction')}</a>
      </p>
    </section>
  );
}

function DateFact({ label, iso }: { readonly label: string; readonly iso: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <ShowDate iso={iso} />
      </dd>
    </div>
  );
}
