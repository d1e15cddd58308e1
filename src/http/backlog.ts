import type { Request, RequestHandler, Response } from 'express';

/** How many are answered at a time. */
const together = 2;
/** For so long after a restart, what clients asked while there was no server is still coming. */
export const backlogMs = 5_000;

/** What takes longest for the first who asks: words are looked for in an index that is made first, or much code is loaded. */
const slowPaths = /^\/(?:api|queries|search)\b/;

interface Waiting {
  readonly isSlow: boolean;
  enter(): void;
}

/**
 * Just after a restart, answers those who waited for it in the order in which they came: all at once, with code that is run
 * for the first time, the first answer would come with the last. Of what is slow the first time there is one at a time, so
 * that others go past it.
 */
export function backlogInOrder(): RequestHandler {
  const waiting: Waiting[] = [];
  const answering = { all: 0, slow: 0 };
  let isOver = false;
  setTimeout(() => {
    isOver = true;
    for (const { enter } of waiting.splice(0)) enter();
  }, backlogMs).unref();

  const mayEnter = (isSlow: boolean) => answering.all < together && !(isSlow && answering.slow > 0);
  const letIn = () => {
    const at = waiting.findIndex(({ isSlow }) => mayEnter(isSlow));
    if (at >= 0) waiting.splice(at, 1)[0]?.enter();
  };
  const enter = (isSlow: boolean, response: Response, next: () => void) => {
    count(answering, isSlow, 1);
    response.once('close', () => {
      count(answering, isSlow, -1);
      letIn();
    });
    next();
  };
  return (request, response, next) => {
    const isSlow = isSlowAtFirst(request);
    if (isOver) next();
    else if (mayEnter(isSlow)) enter(isSlow, response, next);
    else
      waiting.push({
        isSlow,
        enter: () => {
          // Whoever left is not waited for.
          if (response.closed) letIn();
          else enter(isSlow, response, next);
        },
      });
  };
}

function count(answering: { all: number; slow: number }, isSlow: boolean, one: number): void {
  answering.all += one;
  if (isSlow) answering.slow += one;
}

function isSlowAtFirst({ path, query }: Request): boolean {
  return slowPaths.test(path) || query['q'] !== undefined;
}
