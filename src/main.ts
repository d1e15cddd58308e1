import { Command } from 'commander';
import { exportCommand } from './cli/export.js';
import { queryCommand } from './cli/query.js';
import { serveCommand } from './cli/serve.js';
import { validateCommand } from './cli/validate.js';
import { Problem } from './errors.js';
import { freezePrototypes } from './freeze.js';

/**
 * The command `communaux`.
 * @returns the exit code: 0, or 1 when something was refused or went wrong
 */
export async function run(argv: readonly string[]): Promise<number> {
  freezePrototypes();
  const program = new Command('communaux')
    .description('The linked-data register of public action on digital commons')
    .addCommand(serveCommand())
    .addCommand(validateCommand())
    .addCommand(queryCommand())
    .addCommand(exportCommand());
  try {
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`communaux: ${error.message}\n`);
    return 1;
  }
}
