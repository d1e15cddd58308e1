#!/usr/bin/env node
import { isSupervised } from './supervisor/is-supervised.js';

const args = process.argv.slice(2);

// Each is loaded alone: a supervisor is to take as little time and memory as it can.
if (isSupervised(args, process.env)) {
  const { Supervisor } = await import('./supervisor/supervisor.js');
  process.exitCode = await new Supervisor(args).run();
} else {
  const { run } = await import('./main.js');
  process.exitCode = await run(process.argv);
}
