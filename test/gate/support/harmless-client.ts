import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Plan, Sample } from './open-loop.js';
import { tracked } from './started.js';

const program = fileURLToPath(new URL('./harmless-process.js', import.meta.url));

/** A harmless client in a process of its own: what attackers do in this one cannot make it late. */
export class HarmlessClient {
  private constructor(
    private readonly child: ChildProcess,
    private readonly samples: Promise<Sample[]>,
  ) {}

  static start(plan: Plan): HarmlessClient {
    const child = fork(program, { detached: true, serialization: 'advanced' });
    tracked(child);
    child.send(plan);
    const samples = Promise.race([
      once(child, 'message').then(([told]) => told as Sample[]),
      once(child, 'exit').then(() => {
        throw new Error('The harmless client ended before it told what it saw.');
      }),
    ]);
    // Asked for when it is told to stop; until then nobody listens.
    samples.catch(() => undefined);
    return new HarmlessClient(child, samples);
  }

  /** Sends nothing more, and waits for the answers that are due. */
  async stop(): Promise<Sample[]> {
    if (this.child.connected) this.child.send('stop');
    const samples = await this.samples;
    if (this.child.connected) this.child.disconnect();
    return samples;
  }
}
