import type { RequestHandler, Response } from 'express';

/** How many are answered at a time. */
const together = 2;
/** For so long after a restart, what clients asked while there was no server is still coming. */
export const backlogMs = 5_000;

/**
 * Just after a restart, answers those who waited for it in the order in which they came: all at once, with code that is run
 * for the first time, the first answer would come with the last.
 */
export function backlogInOrder(): RequestHandler {
  const waiting: (() => void)[] = [];
  let answering = 0;
  let isOver = false;
  setTimeout(() => {
    isOver = true;
    for (const enter of waiting.splice(0)) enter();
  }, backlogMs).unref();

  const enter = (response: Response, next: () => void) => {
    answering += 1;
    response.once('close', () => {
      answering -= 1;
      if (answering < together) waiting.shift()?.();
    });
    next();
  };
  return (_request, response, next) => {
    if (isOver) next();
    else if (answering < together) enter(response, next);
    else
      waiting.push(() => {
        // Whoever left is not waited for.
        if (response.closed) waiting.shift()?.();
        else enter(response, next);
      });
  };
}
