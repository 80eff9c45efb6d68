/** Writing files so that a reader never sees half of one. */
import { randomBytes } from 'node:crypto';
import { appendFile, type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.js';
import type { Chunks } from './exporter.js';

const BLOCK = 1 << 20;

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
    throw writeError(error, path);
  }
}

/** Files that belong together: none of them is put in place before all are whole. */
export interface StagedFiles {
  /** Writes a file aside; returns the number of bytes. It is brought to the disk while other work goes on. */
  write(name: string, chunks: Chunks): Promise<number>;
  /** A file to be written piece by piece while other work goes on. */
  open(name: string): Promise<StagedFile>;
  /** Puts all in place, one right after the other. */
  commit(): Promise<void>;
  /** Forgets what is not in place. */
  discard(): Promise<void>;
}

export interface StagedFile {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Stages files for a folder in a folder of their own inside `aside`, which must lie on the same disk. What a
 * process left there that was killed is swept away.
 */
export async function stageFiles(folder: string, aside: string): Promise<StagedFiles> {
  await sweep(aside);
  const temporary = join(aside, `${STAGE}${process.pid}-${randomBytes(6).toString('hex')}`);
  const names: string[] = [];
  const flushes: Promise<void>[] = [];
  try {
    await mkdir(temporary, { recursive: true });
  } catch (error) {
    throw writeError(error, aside);
  }
  const discard = async () => {
    await Promise.allSettled(flushes);
    await rm(temporary, { recursive: true, force: true });
  };
  const guard = <T>(name: string, work: Promise<T>): Promise<T> =>
    work.catch(error => {
      throw writeError(error, join(folder, name));
    });
  return {
    async write(name, chunks) {
      names.push(name);
      const file = await guard(name, open(join(temporary, name), 'wx'));
      try {
        return await guard(name, writeAll(file, chunks));
      } finally {
        const flush = file.sync().finally(() => file.close());
        flushes.push(guard(name, flush));
        // A failure is thrown where the files are put in place.
        flushes.at(-1)?.catch(() => undefined);
      }
    },
    async open(name) {
      const path = join(temporary, name);
      await guard(name, writeFile(path, '', { flag: 'wx' }));
      names.push(name);
      let pending = '';
      const flush = async () => {
        const text = pending;
        pending = '';
        if (text !== '') await guard(name, appendFile(path, text));
      };
      return {
        async write(text) {
          pending += text;
          if (pending.length >= 1 << 16) await flush();
        },
        close: flush,
      };
    },
    async commit() {
      await Promise.all(flushes);
      for (const name of names) {
        try {
          await rename(join(temporary, name), join(folder, name));
        } catch (error) {
          throw writeError(error, join(folder, name));
        }
      }
      await discard();
    },
    discard,
  };
}

const STAGE = 'stage-';

/** Removes the stages of processes that are no more. */
async function sweep(aside: string): Promise<void> {
  const names = await readdir(aside).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(STAGE) ? Number.parseInt(name.slice(STAGE.length), 10) : Number.NaN;
    if (!Number.isNaN(pid) && !isAlive(pid)) await rm(join(aside, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Joins small chunks. While a block is written the next one is made, but not the one after that. */
async function writeAll(file: FileHandle, chunks: Chunks): Promise<number> {
  const encoder = new TextEncoder();
  let [block, other] = [Buffer.allocUnsafe(BLOCK), Buffer.allocUnsafe(BLOCK)];
  let filled = 0;
  let bytes = 0;
  let writing: Promise<void> = Promise.resolve();
  const writeOut = async (data: Uint8Array) => {
    await writing;
    bytes += data.length;
    writing = file.writeFile(data);
    // A failure is thrown where the write is awaited.
    writing.catch(() => undefined);
  };
  const flush = async () => {
    if (filled > 0) await writeOut(block.subarray(0, filled));
    [block, other] = [other, block];
    filled = 0;
  };
  /** Whether the text found room in the block. A unit of UTF-16 takes three bytes at most. */
  const fits = (text: string): boolean => {
    if (text.length * 3 > BLOCK - filled) return false;
    filled += encoder.encodeInto(text, block.subarray(filled)).written;
    return true;
  };
  const take = async (chunk: string | Uint8Array) => {
    if (typeof chunk === 'string' && fits(chunk)) return;
    await flush();
    if (typeof chunk !== 'string') await writeOut(chunk);
    else if (!fits(chunk)) await writeOut(Buffer.from(chunk, 'utf8'));
  };
  if (Symbol.asyncIterator in chunks) {
    for await (const chunk of chunks) await take(chunk);
  } else {
    // No promise a chunk: a large graph has a million of them.
    for (const chunk of chunks) if (!fits(chunk)) await take(chunk);
  }
  await flush();
  await writing;
  return bytes;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Files that were there before are unchanged.',
  EFBIG: 'the file would be larger than this system allows. Files that were there before are unchanged.',
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

/** The failure to write to a place as a {@link UserError}, where the user can do something about it. */
export function writeError(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  const reason = REASONS[code];
  return reason === undefined ? error : new UserError(`Cannot write ${path}: ${reason}`, { cause: error });
}
