import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { IngestError, type Source } from './types.js';

/** Bytes by which a format is recognized. */
export const HEAD_BYTES = 65_536;

/**
 * Reads a file of the disk in chunks. Only what it held when it was opened is read, so that a file that
 * grows meanwhile (a log, a pipe's target) ends.
 *
 * @throws an `IngestError` where the system refuses it
 */
export async function* readFileChunks(path: string): AsyncGenerator<Uint8Array> {
  // Without blocking: a named pipe that nobody writes to must not hang the program.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: Error) => {
    throw new IngestError('unreadable', `cannot be read: ${systemMessage(error)}`);
  });
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new IngestError('unreadable', 'is not a regular file');
    let left = status.size;
    while (left > 0) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(Math.min(left, 1 << 20)));
      if (bytesRead === 0) break;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError('unreadable', `broke off: ${systemMessage(error)}`);
  } finally {
    await handle.close();
  }
}

/**
 * Reads the first bytes of a source and gives them back together with the source, unread. `close` lets go
 * of a source that is not read after all.
 */
export async function peek(
  source: Source,
): Promise<{ head: Uint8Array; source: Source; close: () => Promise<void> }> {
  const iterator = source.open()[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const start = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  const reopen = async function* () {
    try {
      if (start.length > 0) yield start;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  const close = async () => {
    await iterator.return?.();
  };
  return { head: start.subarray(0, HEAD_BYTES), source: { ...source, open: reopen }, close };
}

/**
 * All bytes of a source.
 *
 * @throws an `IngestError` where they are more than `limit`
 */
export async function readAll(source: Source, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source.open()) {
    length += chunk.length;
    if (length > limit) throw new IngestError('too-large', `is larger than ${megabytes(limit)}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function megabytes(bytes: number): string {
  return bytes < 2 ** 20 ? `${bytes} bytes` : `${Math.round(bytes / 2 ** 20)} MB`;
}

/** The system's reason without its path. */
export function systemMessage(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOENT') return 'it is gone';
  if (code === 'ELOOP') return 'its links form a loop';
  if (code === 'EISDIR') return 'it is a folder';
  return code ?? (error instanceof Error ? error.message : String(error));
}
