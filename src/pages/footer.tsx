import { useHere } from './here.js';
import { site } from './site.js';

/** The foot of every page: licence, source code, accessibility, formats. */
export function Footer() {
  const { say, to, licence } = useHere();
  return (
    <footer class="site-footer">
      <ul>
        <li>
          <a href={licence.href}>{say('dataLicence', { licence: licence.name })}</a>
        </li>
        <li>
          <a href={site.sourceCode}>{say('sourceCode')}</a>
        </li>
        <li>
          <a href={to('about#_accessibility')}>{say('accessibility')}</a>
        </li>
        <li>
          <a href={to('queries')}>{say('menuQueries')}</a>
        </li>
        <li>
          <a href={to('catalog')}>{say('footCatalogue')}</a>
        </li>
        <li>
          <a href={to('api')}>{say('footApi')}</a>
        </li>
        <li>
          <a href={to('about')}>{say('about')}</a>
        </li>
      </ul>
      <p>{say('everyFormat')}</p>
    </footer>
  );
}
