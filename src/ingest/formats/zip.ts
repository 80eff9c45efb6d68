import { promisify } from 'node:util';
import yauzl, { type Entry, type Options, type ZipFile } from 'yauzl';
import { readAll } from '../bytes.js';
import { decode } from '../encoding.js';
import { type Format, IngestError, type Limits, type RawItem, type Source } from '../types.js';
import { checkUnpacked } from './gzip.js';

/** Names are decoded here, and nothing is ever written to the disk: an unsafe name costs that entry only. */
const OPTIONS: Options = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: false,
  validateEntrySizes: true,
};
/** Office documents other than Word's are archives of XML, not of articles. */
const OFFICE = '[Content_Types].xml';

export const zip: Format = {
  name: 'zip',
  extensions: ['zip'],
  matches: head =>
    head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && (head[3] ?? 0) < 8,
  async *read(source: Source, { limits }) {
    if (source.depth >= limits.archiveDepth) {
      throw new IngestError('unsafe', `is an archive more than ${limits.archiveDepth} archives deep`);
    }
    const archive = source.path
      ? await open(source.path)
      : await openBytes(await readAll(source, limits.fileBytes));
    try {
      const entries = await collect(archive, limits);
      if (entries.some(entry => entry.name === OFFICE)) {
        throw new IngestError('format', 'is an Office document that is not read');
      }
      let unpacked = 0;
      const count = (bytes: number) => {
        unpacked += bytes;
        checkUnpacked(unpacked, Number.POSITIVE_INFINITY, limits);
      };
      for (const entry of entries) yield* readEntry(archive, entry, source, limits, count);
    } finally {
      archive.close();
    }
  },
};

interface Named {
  readonly name: string;
  readonly entry: Entry;
}

/**
 * The names of an archive's entries.
 *
 * @throws an `IngestError` where they are too many, or would unpack to more than the limits allow
 */
export async function listEntries(bytes: Buffer, limits: Limits): Promise<readonly string[]> {
  const archive = await openBytes(bytes);
  const entries = await collect(archive, limits);
  archive.close();
  const unpacked = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  checkUnpacked(unpacked, bytes.length, limits);
  return entries.map(entry => entry.name);
}

const open = (path: string): Promise<ZipFile> =>
  promisify<string, Options, ZipFile>(yauzl.open)(path, OPTIONS).catch(broken);
const openBytes = (bytes: Buffer): Promise<ZipFile> =>
  promisify<Buffer, Options, ZipFile>(yauzl.fromBuffer)(bytes, OPTIONS).catch(broken);

function broken(error: Error): never {
  throw new IngestError('broken', `is a damaged archive: ${error.message}`);
}

/** All entries that are files, sorted by name, so that the order in the archive does not matter. */
function collect(archive: ZipFile, limits: Limits): Promise<readonly Named[]> {
  return new Promise((resolve, reject) => {
    const entries: Named[] = [];
    archive.on('entry', (entry: Entry) => {
      const name = nameOf(entry);
      if (!name.endsWith('/')) entries.push({ name, entry });
      if (entries.length > limits.archiveEntries) {
        reject(new IngestError('too-large', `holds more than ${limits.archiveEntries} files`));
      } else archive.readEntry();
    });
    archive.on('end', () =>
      resolve(entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))),
    );
    archive.on('error', (error: Error) =>
      reject(new IngestError('broken', `is a damaged archive: ${error.message}`)),
    );
    archive.readEntry();
  });
}

async function* readEntry(
  archive: ZipFile,
  { name, entry }: Named,
  source: Source,
  limits: Limits,
  count: (bytes: number) => void,
): AsyncGenerator<RawItem> {
  if (/(?:^|\/)(?:__MACOSX\/|\.)/u.test(name) && !name.includes('..')) return;
  const skip = (reason: 'unsafe' | 'encrypted', message: string): RawItem => ({
    kind: 'skipped',
    place: name,
    reason,
    message,
  });
  if (/^(?:\/|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/iu.test(name) || name.includes('\0')) {
    yield skip('unsafe', 'has a name that points outside of the archive');
    return;
  }
  if (entry.isEncrypted()) {
    yield skip('encrypted', 'is encrypted');
    return;
  }
  yield {
    kind: 'source',
    source: {
      name: `${source.name}/${name}`,
      depth: source.depth + 1,
      open: () => unpack(archive, entry, limits, count),
    },
  };
}

async function* unpack(
  archive: ZipFile,
  entry: Entry,
  limits: Limits,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  let unpacked = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    unpacked += chunk.length;
    count(chunk.length);
    checkUnpacked(unpacked, entry.compressedSize, limits);
    yield chunk;
  }
}

/** Names are UTF-8 where the archive says so; old Windows tools write those of their own code page. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  return ((entry.generalPurposeBitFlag & 0x800) !== 0 ? decode(raw, 'utf-8') : decode(raw)).replace(
    /\\/gu,
    '/',
  );
}
