import { setTimeout } from 'node:timers/promises';
import { BroadcastChannel, isMainThread } from 'node:worker_threads';

/**
 * Loaded with `--import` into every thread of a server that runs with `--expose-gc`: on SIGUSR2, the main thread asks
 * each thread what it holds after a garbage collection, and prints a line of JSON for each.
 */
const asking = new BroadcastChannel('memory-asked');
const telling = new BroadcastChannel('memory-told');

/** Buffers are let go some time after the collection that found nobody holds them. */
async function held(): Promise<{ heapUsed: number }> {
  for (let collection = 0; collection < 3; collection += 1) {
    globalThis.gc?.();
    await setTimeout(200);
  }
  return { heapUsed: process.memoryUsage().heapUsed };
}

function print(thread: string, usage: object): void {
  process.stdout.write(`${JSON.stringify({ thread, ...usage })}\n`);
}

if (isMainThread) {
  telling.onmessage = ({ data }) => {
    print('worker', data as object);
  };
  process.on('SIGUSR2', () => {
    asking.postMessage('now');
    void held().then(usage => {
      print('main', usage);
    });
  });
} else {
  asking.onmessage = () => {
    void held().then(usage => {
      telling.postMessage(usage);
    });
  };
}
// Neither keeps its thread from ending.
asking.unref();
telling.unref();
