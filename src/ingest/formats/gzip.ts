import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Format, IngestError, type Limits, type Source } from '../types.js';

/** Bytes that may be unpacked before the ratio to the packed ones counts. */
const UNMEASURED = 16 * 2 ** 20;

export const gzip: Format = {
  name: 'gzip',
  extensions: ['gz', 'gzip'],
  matches: head => head[0] === 0x1f && head[1] === 0x8b && head[2] === 0x08,
  async *read(source: Source, { limits }) {
    if (source.depth >= limits.archiveDepth) {
      throw new IngestError('unsafe', `is an archive more than ${limits.archiveDepth} archives deep`);
    }
    const inner = (source.hint ?? source.name).replace(/\.gz(?:ip)?$/iu, '').replace(/\.tgz$/iu, '.tar');
    yield {
      kind: 'source',
      source: { name: source.name, hint: inner, depth: source.depth + 1, open: () => unpack(source, limits) },
    };
  },
};

async function* unpack(source: Source, limits: Limits): AsyncGenerator<Uint8Array> {
  let packed = 0;
  const counted = async function* () {
    for await (const chunk of source.open()) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const input = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip();
  input.on('error', error => gunzip.destroy(error));
  let unpacked = 0;
  try {
    for await (const chunk of input.pipe(gunzip) as AsyncIterable<Uint8Array>) {
      unpacked += chunk.length;
      checkUnpacked(unpacked, packed, limits);
      yield chunk;
    }
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}

/** @throws an `IngestError` where an archive unpacks to more than the limits allow */
export function checkUnpacked(unpacked: number, packed: number, limits: Limits): void {
  if (unpacked > limits.archiveBytes) {
    throw new IngestError('too-large', `unpacks to more than ${limits.archiveBytes} bytes`);
  }
  if (unpacked > UNMEASURED && unpacked > packed * limits.archiveRatio) {
    throw new IngestError('unsafe', `unpacks to more than ${limits.archiveRatio} times its size`);
  }
}
