import { relative } from 'node:path';
import { shorten } from '../rdf/prefixes.js';
import type { Language } from '../register/text.js';
import type { Report, ReportedFinding } from '../register/validate.js';
import type { Severity } from '../shacl/validator.js';

/** Names of the severities and of what is counted, singular then plural. */
const words = {
  fr: {
    violation: ['erreur', 'erreurs'],
    warning: ['avertissement', 'avertissements'],
    info: ['remarque', 'remarques'],
    file: ['notice vérifiée', 'notices vérifiées'],
    value: ['Valeur :', ''],
  },
  en: {
    violation: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    info: ['remark', 'remarks'],
    file: ['record checked', 'records checked'],
    value: ['Value:', ''],
  },
} as const satisfies Record<Language, Record<Severity | 'file' | 'value', readonly [string, string]>>;

/** For people: each finding with its place, what is wrong and how to mend it; then the count. */
export function reportAsText({ files, findings }: Report, language: Language): string {
  const counts = (['violation', 'warning', 'info'] as const)
    .map(severity => ({ severity, count: findings.filter(found => found.severity === severity).length }))
    .filter(({ severity, count }) => count > 0 || severity === 'violation')
    .map(({ severity, count }) => counted(severity, count, language));
  const summary = `${[counted('file', files, language), ...counts].join(', ')}.\n`;
  return findings.map(finding => `${findingAsText(finding, language)}\n\n`).join('') + summary;
}

/** For programs: the report as it is, with the place of each finding and its messages in every language. */
export function reportAsJson(report: Report): string {
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function findingAsText(finding: ReportedFinding, language: Language): string {
  const place = `${relative('', finding.file)}:${String(finding.line)}`;
  const heading = [
    place,
    words[language][finding.severity][0],
    ...(finding.path ? [shorten(finding.path)] : []),
  ];
  const message = finding.messages.find(({ lang }) => lang === language) ?? finding.messages[0];
  const value = finding.value === undefined ? [] : [`  ${words[language].value[0]} ${finding.value}`];
  return [heading.join('  '), `  ${message?.value ?? finding.rule}`, ...value].join('\n');
}

function counted(word: Severity | 'file', count: number, language: Language): string {
  const [one, many] = words[language][word];
  return `${String(count)} ${new Intl.PluralRules(language).select(count) === 'one' ? one : many}`;
}
