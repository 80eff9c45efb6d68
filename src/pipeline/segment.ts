/**
 * A segment: a file of records that only ever grows. Each record carries its lengths and a checksum, so that
 * what a killed process left half-written is recognized and passed over, and the records before it hold.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

export interface SegmentRecord {
  /** What it is, as JSON. */
  readonly head: Buffer;
  /** Where its body stands in the file. */
  readonly offset: number;
  readonly length: number;
}

export interface NewRecord {
  readonly head: string;
  readonly body: Uint8Array;
}

const MAGIC = 'rawabit segment 1 ';
/** Lengths of head and body, checksum of both. */
const FRAME = 12;
/** Nothing that is longer was written by this program. */
const LONGEST = 2 ** 30;

export interface SegmentWriter {
  readonly path: string;
  /** Appends records; returns where their bodies stand. */
  append(records: readonly NewRecord[]): Promise<readonly number[]>;
  /** Brings all to the disk and closes the file. */
  close(): Promise<void>;
}

/** Starts a segment. `maker` names the program and settings whose work it holds. */
export async function createSegment(path: string, maker: string): Promise<SegmentWriter> {
  const file = await open(path, 'wx');
  const opening = Buffer.from(`${MAGIC}${maker}\n`);
  await file.writeFile(opening);
  let size = opening.length;
  return {
    path,
    async append(records) {
      const pieces: Uint8Array[] = [];
      const offsets: number[] = [];
      for (const { head, body } of records) {
        const name = Buffer.from(head);
        const frame = Buffer.alloc(FRAME);
        frame.writeUInt32LE(name.length, 0);
        frame.writeUInt32LE(body.length, 4);
        frame.writeUInt32LE(crc32(body, crc32(name)), 8);
        pieces.push(frame, name, body);
        offsets.push(size + FRAME + name.length);
        size += FRAME + name.length + body.length;
      }
      await file.writeFile(Buffer.concat(pieces));
      return offsets;
    },
    async close() {
      await file.sync();
      await file.close();
    },
  };
}

/** The whole records of a segment of this maker; none where it is another's or no segment at all. */
export async function* readSegment(path: string, maker?: string): AsyncGenerator<SegmentRecord> {
  const file = await open(path, 'r');
  try {
    const reader = bufferedReader(file);
    const opening = await reader.take(MAGIC.length);
    if (opening?.toString() !== MAGIC) return;
    let named = '';
    for (let byte = await reader.take(1); byte?.[0] !== 0x0a; byte = await reader.take(1)) {
      if (byte === undefined || named.length > 200) return;
      named += byte.toString('latin1');
    }
    if (maker !== undefined && named !== maker) return;
    while (true) {
      const frame = await reader.take(FRAME);
      if (frame === undefined) return;
      const [headLength, length, checksum] = [0, 4, 8].map(at => frame.readUInt32LE(at)) as [
        number,
        number,
        number,
      ];
      if (headLength + length > LONGEST) return;
      const head = await reader.take(headLength);
      const offset = reader.position();
      const body = await reader.take(length);
      if (head === undefined || body === undefined || crc32(body, crc32(head)) !== checksum) return;
      yield { head, offset, length };
    }
  } finally {
    await file.close();
  }
}

interface Reader {
  /** The next bytes, or nothing where the file ends before them. */
  take(length: number): Promise<Buffer | undefined>;
  position(): number;
}

function bufferedReader(file: FileHandle): Reader {
  let buffer: Buffer = Buffer.alloc(0);
  let start = 0;
  let taken = 0;
  return {
    async take(length) {
      if (buffer.length - start < length) {
        const rest = buffer.subarray(start);
        const next = Buffer.allocUnsafe(Math.max(length, 1 << 20));
        rest.copy(next);
        let filled = rest.length;
        while (filled < length) {
          const { bytesRead } = await file.read(next, filled, next.length - filled, taken + filled);
          if (bytesRead === 0) return undefined;
          filled += bytesRead;
        }
        buffer = next.subarray(0, filled);
        start = 0;
      }
      const bytes = buffer.subarray(start, start + length);
      start += length;
      taken += length;
      return bytes;
    },
    position: () => taken,
  };
}

/** A body in a file that is open. All threads of a process can read it. */
export interface Body {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

/** Without promises: it is done once for each article, for tens of thousands. */
export function readBody({ file, offset, length }: Body): Buffer {
  const body = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(file, body, filled, length - filled, offset + filled);
    if (count === 0) throw new Error(`a segment ends before ${offset + length}`);
    filled += count;
  }
  return body;
}

export interface OpenSegments {
  /** Opens a segment, which from then on can be read even where another process removes it. */
  open(path: string): number;
  close(): void;
}

export function createOpenSegments(): OpenSegments {
  const files = new Map<string, number>();
  return {
    open(path) {
      const file = files.get(path) ?? openSync(path, 'r');
      files.set(path, file);
      return file;
    },
    close() {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
}
