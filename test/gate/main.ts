import { loadavg } from 'node:os';
import { machine } from '../bench/machine.js';
import { scenarios } from './scenarios.js';
import { findingsOf, findingsTable, readOptions, type Finding } from './support/scenario.js';

/**
 * The gate: what outsiders may send, against the compiled command over real sockets.
 *
 *     npm run gate -- survives hostile-mix --seconds 60
 */
const list = scenarios.map(({ name, summary }) => `  ${name.padEnd(14)} ${summary}`).join('\n');
const { options, names } = readOptions(
  'npm run gate --',
  `Attacks the server that npm run build made, and says whether what must hold holds.\n\nScenarios:\n${list}`,
);
const unknown = names.filter(name => !scenarios.some(scenario => scenario.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no scenario ${unknown.join(', ')}. There are:\n${list}\n`);
  process.exit(2);
}

const wanted = scenarios.filter(({ name }) => names.length === 0 || names.includes(name));
const all: Finding[] = [];
for (const scenario of wanted) {
  options.print(`\n## ${scenario.name}: ${scenario.summary}\n`);
  const started = performance.now();
  const findings = await findingsOf(scenario, options);
  all.push(...findings.map(one => ({ ...one, line: `${scenario.name}: ${one.line}` })));
  const minutes = (performance.now() - started) / 60_000;
  options.print(`\n${findingsTable(findings)}\n\n${minutes.toFixed(1)} minutes, ${loadText()}`);
}
options.print(`\n## All, on ${machine()}, ${loadText()}\n\n${findingsTable(all)}`);
// A scenario that was given up may have left something running.
process.exit(all.every(({ holds }) => holds) ? 0 : 1);

/** How many wanted a processor of late: with more than there are, beside what is measured, times say little. */
function loadText(): string {
  return `load ${(loadavg()[0] ?? 0).toFixed(1)}`;
}
