import type { Logger } from '../log.js';
import type { Life } from './life.js';

/** What the supervisor has to tell. Its code is loaded when there may be something: most of the memory here would be its. */
export class SupervisorLog {
  /** Loads the code ahead: a machine in need of memory is no good time for it. */
  prepare(): void {
    void open();
  }

  /** @param restarts how often a process was started again before */
  async died({ pid, code, signal, livedMs, error }: Life, restarts: number, pauseMs: number): Promise<void> {
    const log = await open();
    const facts = { pid, code, signal, livedMs: Math.round(livedMs), restarts, pauseMs };
    if (error) log.error({ ...facts, err: error }, 'the server process cannot be started; it is tried again');
    else if (code === 0) log.warn(facts, 'the server process ended unasked; it is started again');
    else log.error(facts, 'the server process died; it is started again');
  }

  async stuck(pid: number | undefined): Promise<void> {
    (await open()).error({ pid }, 'the server process does not answer any more; it is killed');
  }

  async notStopped(pid: number | undefined): Promise<void> {
    (await open()).error({ pid }, 'the server process did not stop in time; it was killed');
  }
}

let opened: Logger | undefined;

async function open(): Promise<Logger> {
  return (opened ??= (await import('../log.js')).createLog());
}
