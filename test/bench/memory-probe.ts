import { BroadcastChannel, isMainThread } from 'node:worker_threads';

/**
 * Loaded with `--import` into every thread of a server that runs with `--expose-gc`: on SIGUSR2, the main thread asks
 * each thread what it holds after a garbage collection, and prints a line of JSON for each.
 */
const asking = new BroadcastChannel('memory-asked');
const telling = new BroadcastChannel('memory-told');

function held(): { heapUsed: number; arrayBuffers: number; external: number } {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, external } = process.memoryUsage();
  return { heapUsed, arrayBuffers, external };
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
    print('main', held());
  });
} else {
  asking.onmessage = () => {
    telling.postMessage(held());
  };
}
// Neither keeps its thread from ending.
asking.unref();
telling.unref();
