/** A line on standard error that says how far long work is; only on a terminal, at most ten times a second. */
export interface Progress {
  update(text: string): void;
  /** Wipes the line. */
  end(): void;
}

const INTERVAL = 100;

export function createProgress(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (quiet || !stream.isTTY) return { update: () => undefined, end: () => undefined };
  let last = 0;
  let shown = false;
  return {
    update(text) {
      const now = Date.now();
      if (now - last < INTERVAL) return;
      last = now;
      shown = true;
      stream.write(`\r\u001b[K${text}`);
    },
    end() {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
