import { Command, Option } from 'commander';
import type { Quad } from '@rdfjs/types';
import { projectPath } from '../project.js';
import { readSeedFile } from '../store/seed.js';
import { seedFiles } from '../store/seed-files.js';
import { Identifiers } from '../register/identifiers.js';
import { languages, type Language } from '../register/text.js';
import { validateFiles, type Report } from '../register/validate.js';
import { shippedValidator } from '../shacl/shipped-validator.js';
import { dataFiles } from './data-files.js';
import { progress } from './progress.js';
import { reportAsJson, reportAsText } from './validation-report.js';

interface Options {
  readonly lang: Language;
  readonly json?: true;
}

/** Records are checked as a new instance would load them. */
const base = 'http://localhost:3000';

/**
 * `communaux validate [paths…]`: says what is wrong in records and how to mend it; exit code 1 when something must be.
 * @throws Problem when there is nothing to check: no such path, no RDF file in a folder, no extension of an RDF format
 */
export function validateCommand(): Command {
  return new Command('validate')
    .description('check records against the shapes and say what to mend')
    .argument(
      '[paths...]',
      'RDF files or folders, each file at {kind}/{slug}.ttl, .jsonld …; default: the shipped data',
    )
    .addOption(
      new Option('--lang <lang>', 'language of the report').choices(languages).default(systemLanguage()),
    )
    .option('--json', 'report as JSON')
    .action(async (paths: string[], { lang, json }: Options) => {
      const report = await validate(paths.length > 0 ? paths : [projectPath('data')]);
      process.stdout.write(json ? reportAsJson(report) : reportAsText(report, lang));
      if (report.findings.some(({ severity }) => severity === 'violation')) process.exitCode = 1;
    });
}

/** Ontology, vocabularies, shipped and named records are loaded once, and checked in one pass. */
async function validate(paths: readonly string[]): Promise<Report> {
  const bar = progress('validate', 3);
  const { files, leftOut } = await dataFiles(paths);
  bar.advance();
  const { files: context } = await dataFiles([projectPath('data')]);
  const input = { files, leftOut, context, ontology: await readOntology(), ids: new Identifiers(base) };
  bar.advance();
  const report = await validateFiles(input, await shippedValidator());
  bar.end();
  return report;
}

async function readOntology(): Promise<Quad[]> {
  const paths = [projectPath('ontology', 'pac.ttl'), projectPath('ontology', 'vocabularies')];
  return (await Promise.all((await seedFiles(paths, base)).map(readSeedFile))).flat();
}

/** English for an English system, French for any other. */
function systemLanguage(): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const system = [LC_ALL, LC_MESSAGES, LANG].find(Boolean);
  return system?.startsWith('en') ? 'en' : 'fr';
}
