import { parseArgs } from 'node:util';

/**
 * Whether this command line starts a server that is to be kept running by a supervisor: `serve` does, unless the setting
 * `supervise` is "no". No other setting is read here, and nothing is checked: the server process does both.
 */
export function isSupervised(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const [command, ...flags] = args;
  if (command !== 'serve') return false;
  const options = { supervise: { type: 'string' } } as const;
  const { values } = parseArgs({ args: flags, options, strict: false });
  return (values.supervise ?? environment['COMMUNAUX_SUPERVISE']) !== 'no';
}
