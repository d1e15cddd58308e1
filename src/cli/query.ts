import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { openHouse } from './house.js';
import { graphFormats } from '../rdf/formats.js';
import { decodeUtf8 } from '../rdf/utf8.js';
import { explanationFormats, solutionFormats } from '../sparql/formats.js';
import { Problem } from '../errors.js';
import { readText } from './data-files.js';
import { withSettings } from './settings.js';

/** `communaux query`: asks one SPARQL query of the register, without a server, and prints the answer. */
export function queryCommand(): Command {
  const formats = [...solutionFormats, ...graphFormats].map(({ id }) => id);
  return withSettings(new Command('query'))
    .description('ask a SPARQL query of the register and print the answer')
    .argument('[query]', 'the query; left out, it is read from --file or from standard input')
    .option('-f, --file <path>', 'read the query from a file')
    .option('-o, --output <format>', `${formats.join(', ')}; default: tsv for tables, turtle for graphs`)
    .option(
      '--explain',
      'print how the query is evaluated instead of the answer: text, or with --output json',
    )
    .option('--plan', 'print how the query would be evaluated, without evaluating it')
    .action(async (text: string | undefined, flags: Record<string, unknown>) => {
      const asked =
        flags['explain'] === true || flags['plan'] === true
          ? explained(flags)
          : { formats: chosen(flags['output']) };
      const query = { text: text ?? (await readQuery(flags['file'])), ...asked };
      const house = await openHouse(flags);
      try {
        const { body } = await house.publicEngine.answer(query);
        await pipeline(body, process.stdout, { end: false });
      } finally {
        await house.close();
      }
    });
}

async function readQuery(file: unknown): Promise<string> {
  if (typeof file === 'string')
    return readText(file).catch((error: unknown) => {
      throw error instanceof Problem
        ? error
        : new Problem('bad-request', `The file "${file}" cannot be read.`);
    });
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return decodeUtf8(Buffer.concat(parts));
}

function explained({ plan, output: wanted = 'text' }: Record<string, unknown>) {
  const format = explanationFormats.find(({ id }) => id === wanted)?.id;
  if (!format) throw new Problem('bad-request', `An explanation has no format "${String(wanted)}".`);
  return { formats: {}, explain: format, ...(plan === true ? { planOnly: true as const } : {}) };
}

function chosen(wanted: unknown) {
  if (wanted === undefined) return { solutions: 'tsv', graph: 'turtle' } as const;
  const solutions = solutionFormats.find(({ id }) => id === wanted)?.id;
  const graph = graphFormats.find(({ id }) => id === wanted)?.id;
  if (!solutions && !graph) throw new Problem('bad-request', `There is no format "${String(wanted)}".`);
  return { ...(solutions ? { solutions } : {}), ...(graph ? { graph } : {}) };
}
