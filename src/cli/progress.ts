/** How far long work has come, on standard error, for people only: nothing is written when it is not a terminal. */
export interface Progress {
  advance(): void;
  end(): void;
}

/** @param total number of steps that the work has */
export function progress(
  label: string,
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
): Progress {
  let done = 0;
  let shown = -1;
  const show = (text: string) => {
    if (stream.isTTY) stream.write(`\r${text}`);
  };
  return {
    advance: () => {
      done += 1;
      const percent = Math.floor((done / total) * 100);
      if (percent === shown) return;
      shown = percent;
      show(`${label} ${percent} %`);
    },
    end: () => {
      show(`${' '.repeat(label.length + 6)}\r`);
    },
  };
}
