import { InvalidArgumentError, Option, program } from 'commander';
import { peers } from './peers/peers.js';
import { wholeNumber, wholeNumbers } from './whole-number.js';

export interface Options {
  readonly records: number;
  readonly runs: number;
  readonly limit: number;
  readonly queries: RegExp;
  readonly peers: readonly string[];
  readonly json?: string;
  readonly growth: boolean;
  readonly sizes: readonly number[];
}

/** What the command line asks for. Prints a message and ends the process when it makes no sense. */
export function readOptions(argv: readonly string[]): Options {
  return program
    .name('npm run bench --')
    .description(
      'Compares this engine with others on a generated register: the same data, the same questions, the same rows.',
    )
    .option('--records <number>', 'records in the register', wholeNumber, 50_000)
    .option('--runs <number>', 'measured runs of each query, after one to warm up', wholeNumber, 5)
    .option('--limit <seconds>', 'longest time that a query may take', wholeNumber, 60)
    .addOption(
      new Option('--queries <pattern>', 'only queries whose name matches this regular expression')
        .argParser(pattern)
        .default(/./, 'all'),
    )
    .addOption(
      new Option('--peers <names>', `what to compare, by commas: ${Object.keys(peers).join(', ')}`)
        .argParser(names)
        .default(Object.keys(peers), 'all'),
    )
    .option('--json <file>', 'write the figures to this file too')
    .option('--growth', 'instead, load and ask registers of growing sizes', false)
    .option(
      '--sizes <numbers>',
      'records of the growing registers, by commas',
      wholeNumbers,
      [1_000, 10_000, 50_000, 500_000],
    )
    .parse([...argv])
    .opts<Options>();
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch {
    throw new InvalidArgumentError('It must be a regular expression.');
  }
}

function names(text: string): string[] {
  const wanted = text.split(',');
  const unknown = wanted.filter(name => !Object.hasOwn(peers, name));
  if (unknown.length > 0)
    throw new InvalidArgumentError(
      `There is no ${unknown.join(', ')}; there are ${Object.keys(peers).join(', ')}.`,
    );
  return wanted;
}
