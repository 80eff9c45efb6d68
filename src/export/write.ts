/** Writing files so that a reader never sees half of one. */
import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.js';
import type { Chunks } from './exporter.js';

const BLOCK = 1 << 17;

/**
 * Writes the chunks into a temporary file beside `path`, brings them to the disk, and puts the file in place.
 * When anything fails, what stood at `path` before is still there, whole, and the temporary file is gone.
 * The folder is made if it is missing. Returns the number of bytes.
 *
 * Throws a {@link UserError} where the disk is full or the place cannot be written to.
 */
export async function writeAtomically(path: string, chunks: Chunks): Promise<number> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, 'wx');
    let bytes: number;
    try {
      bytes = await writeAll(file, chunks);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return bytes;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw asUserError(error, path);
  }
}

/** Joins small chunks, and waits for each block to be written before it asks for more. */
async function writeAll(file: FileHandle, chunks: Chunks): Promise<number> {
  let bytes = 0;
  let pending = '';
  const flush = async () => {
    if (pending === '') return;
    const block = Buffer.from(pending, 'utf8');
    pending = '';
    bytes += block.length;
    await file.writeFile(block);
  };
  const take = async (chunk: string | Uint8Array) => {
    if (typeof chunk === 'string') {
      pending += chunk;
      if (pending.length >= BLOCK) await flush();
    } else {
      await flush();
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
  };
  if (Symbol.asyncIterator in chunks) {
    for await (const chunk of chunks) await take(chunk);
  } else {
    // No promise a chunk: a large graph has a million of them.
    for (const chunk of chunks) {
      pending += chunk;
      if (pending.length >= BLOCK) await flush();
    }
  }
  await flush();
  return bytes;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. What was there before is unchanged.',
  EDQUOT: 'the disk quota is used up. What was there before is unchanged.',
  EACCES: 'there is no permission to write here.',
  EPERM: 'there is no permission to write here.',
  EROFS: 'the file system is read-only.',
  ENOENT: 'the folder does not exist and cannot be made.',
  ENOTDIR: 'a part of the path is a file, not a folder.',
  EEXIST: 'a part of the path is a file, not a folder.',
  EISDIR: 'a folder stands at this place.',
  ENOTEMPTY: 'a folder stands at this place.',
  ENAMETOOLONG: 'the name is too long.',
};

function asUserError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  const reason = REASONS[code];
  return reason === undefined ? error : new UserError(`Cannot write ${path}: ${reason}`, { cause: error });
}
