import { run } from './main.js';
import { SupervisorLink } from './supervisor/supervisor-link.js';

/** The command in the process that a supervisor starts for it, to which the supervisor would tie it for ever. */
process.exit(await run(process.argv, new SupervisorLink()));
