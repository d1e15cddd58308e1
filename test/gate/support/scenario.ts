import { setTimeout } from 'node:timers/promises';
import { program } from 'commander';
import { wholeNumber } from '../../bench/whole-number.js';
import { endAll } from './started.js';

/** A line of what must hold, with what was measured. */
export interface Finding {
  readonly line: string;
  readonly measured: string;
  readonly asked: string;
  readonly holds: boolean;
}

/** How scenarios are run. */
export interface GateOptions {
  /** Seconds of the scenarios that go on for a time. */
  readonly seconds: number;
  /** How often the process that runs queries is killed. */
  readonly kills: number;
  /** Only the hostile requests whose name matches. */
  readonly only: RegExp;
  /** By how much the bounds of times are stretched: 1 is what is asked. */
  readonly patience: number;
  /** Tells what was seen on the way. */
  readonly print: (text: string) => void;
  /** More settings of the server, by their name in the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Aborted when nobody waits for the findings any more. */
  readonly signal?: AbortSignal;
}

/** A part of the gate: it starts what it needs, and stops it. */
export interface Scenario {
  readonly name: string;
  readonly summary: string;
  /** After which it is given up, in minutes. */
  readonly mostMinutes: number;
  readonly run: (options: GateOptions) => Promise<Finding[]>;
}

/** What is asked by default. */
export const defaults: GateOptions = {
  seconds: 180,
  kills: 50,
  only: /./,
  patience: 1,
  environment: {},
  print: text => process.stdout.write(`${text}\n`),
};

/** The findings of a scenario; one that fails or takes too long is a finding too, and all that it started is ended. */
export async function findingsOf(scenario: Scenario, options: GateOptions): Promise<Finding[]> {
  const over = new AbortController();
  const minutes = scenario.mostMinutes;
  const gaveUp = setTimeout(minutes * 60_000, undefined, { signal: over.signal }).then(() => {
    throw new Error(`given up after ${String(minutes)} minutes`);
  });
  const running = scenario.run({ ...options, signal: over.signal });
  try {
    return await Promise.race([running, gaveUp]);
  } catch (error) {
    options.print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return [{ line: 'the scenario comes to its end', measured: String(error), asked: '', holds: false }];
  } finally {
    over.abort();
    endAll();
    // Of the two, the one that was not waited for fails now, which says nothing more.
    await Promise.allSettled([gaveUp]);
    running.catch(() => undefined);
  }
}

/** The options of the command line, for one scenario or all. */
export function readOptions(name: string, description: string): { options: GateOptions; names: string[] } {
  const parsed = program
    .name(name)
    .description(description)
    .argument('[scenarios...]', 'which to run, of those listed; all of them when none is named')
    .option(
      '--seconds <number>',
      'seconds of the scenarios that go on for a time',
      wholeNumber,
      defaults.seconds,
    )
    .option(
      '--kills <number>',
      'how often the process that runs queries is killed',
      wholeNumber,
      defaults.kills,
    )
    .option(
      '--only <pattern>',
      'only the hostile requests whose name matches',
      text => new RegExp(text, 'i'),
      defaults.only,
    )
    .option(
      '--patience <number>',
      'by how much bounds of times are stretched',
      wholeNumber,
      defaults.patience,
    )
    .parse();
  return { options: { ...defaults, ...parsed.opts<Partial<GateOptions>>() }, names: parsed.args };
}

/** Runs a scenario alone, when it is the program that was started. */
export async function runAlone(meta: ImportMeta, scenario: Scenario): Promise<void> {
  if (process.argv[1] !== meta.filename) return;
  const { options } = readOptions(scenario.name, scenario.summary);
  const findings = await findingsOf(scenario, options);
  options.print(findingsTable(findings));
  process.exit(findings.every(({ holds }) => holds) ? 0 : 1);
}

/** A table of findings in Markdown. */
export function findingsTable(findings: readonly Finding[]): string {
  return table(
    ['what must hold', 'measured', 'asked', ''],
    findings.map(({ line, measured, asked, holds }) => [
      line,
      measured,
      asked,
      holds ? 'holds' : '**MISSED**',
    ]),
  );
}

/** A table in Markdown. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
