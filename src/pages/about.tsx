import type { ComponentChildren } from 'preact';
import type { TermView } from '../register/views.js';
import { Breadcrumb } from './breadcrumb.js';
import { useHere } from './here.js';
import { Layout } from './layout.js';
import { say } from './messages.js';
import type { Page } from './page.js';
import { site } from './site.js';
import { ShowText } from './text.js';

export interface AboutView {
  /** The concepts of the scheme `verification-level`, the least sure first. */
  readonly levels: readonly Pick<TermView, 'id' | 'label' | 'definition'>[];
}

/** Who keeps the register, under which licences, what records are worth, how to report a mistake. */
export function AboutPage({ page }: { readonly page: Page<AboutView> }) {
  const { lang, view } = page;
  return (
    <Layout page={page} title={say(lang, 'aboutTitle')} description={say(lang, 'aboutDescription')}>
      <Breadcrumb steps={[]} />
      <div class="prose">
        <h1>{say(lang, 'aboutTitle')}</h1>
        <Section id="_who" title={say(lang, 'whoTitle')}>
          <p>{say(lang, 'whoOrigin')}</p>
          <p>{say(lang, 'whoToday')}</p>
          <p>
            <a href={site.origin}>{say(lang, 'originLink')}</a>
          </p>
        </Section>
        <Licences />
        <Levels view={view} />
        <Section id="_correct" title={say(lang, 'correctTitle')}>
          <p>{say(lang, 'correctText')}</p>
          <p>
            <a href={site.issues}>{say(lang, 'correctLink')}</a>
          </p>
        </Section>
        <Section id="_personal" title={say(lang, 'personalTitle')}>
          <p>{say(lang, 'personalText')}</p>
        </Section>
        <Section id="_accessibility" title={say(lang, 'accessibilityTitle')}>
          <p>{say(lang, 'accessibilityText')}</p>
        </Section>
      </div>
    </Layout>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Section({ id, title, children }: SectionProps) {
  return (
    <section>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Licences() {
  const { say, licence } = useHere();
  const licences = [
    { what: say('licenceData'), ...licence },
    { what: say('licenceCode'), name: 'EUPL-1.2', href: site.codeLicence },
    { what: say('licenceOntology'), name: 'CC-BY-4.0', href: site.ontologyLicence },
  ];
  return (
    <Section id="_licences" title={say('licencesTitle')}>
      <dl class="facts">
        {licences.map(({ what, name, href }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <a href={href}>{name}</a>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Levels({ view }: { readonly view: AboutView }) {
  const { say, to } = useHere();
  return (
    <Section id="_levels" title={say('levelsTitle')}>
      <p>{say('levelsIntroduction')}</p>
      <dl class="facts">
        {view.levels.map(({ id, label, definition }) => (
          <div key={id}>
            <dt>
              <a href={to(`vocabulary/verification-level#${id}`)}>
                <ShowText text={label} />
              </a>
            </dt>
            <dd>{definition && <ShowText text={definition} />}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
