import { parseFeed } from 'feedsmith';
import { readAll } from '../bytes.js';
import { decode } from '../encoding.js';
import { type Format, IngestError, type RawRecord, type Source } from '../types.js';
import { isObject } from './jsonl.js';

export const feed: Format = {
  name: 'feed',
  extensions: ['rss', 'atom', 'rdf', 'xml'],
  matches: (_, text) =>
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/iu.test(
      text,
    ),
  async *read(source: Source, { options, limits }) {
    const bytes = await readAll(source, limits.fileBytes);
    const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
    const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/u.exec(start)?.[1];
    const xml = decode(
      bytes,
      options.encoding ?? (declared && !/^utf/iu.test(declared) ? declared : undefined),
    );
    // Feeds declare no entities of their own; whoever does so has something else in mind.
    if (/<!ENTITY/iu.test(xml)) throw new IngestError('unsafe', 'declares XML entities');
    yield* readFeed(xml);
  },
};

function* readFeed(xml: string): Generator<RawRecord> {
  const parsed = parseFeed(xml).feed as unknown;
  const channel = isObject(parsed) ? parsed : {};
  const entries = [channel.items, channel.entries].find(Array.isArray) ?? [];
  const site = plain(channel.title);
  for (const [index, entry] of entries.entries()) {
    if (!isObject(entry)) continue;
    const content = isObject(entry.content) ? (entry.content.encoded ?? entry.content.value) : entry.content;
    const url = plain(entry.link) ?? linkOf(entry.links) ?? plain(entry.url);
    const id = plain(entry.guid) ?? plain(entry.id);
    const source = plain(entry.source) ?? site;
    const date =
      plain(entry.pubDate) ?? plain(entry.published) ?? plain(entry.updated) ?? dublinCore(entry.dc);
    const title = plain(entry.title);
    const text =
      plain(content) ?? plain(entry.content_html) ?? plain(entry.description) ?? plain(entry.summary);
    yield {
      kind: 'record',
      place: `item ${index + 1}`,
      ...(title === undefined ? {} : { title }),
      ...(text === undefined ? {} : { text }),
      ...(url === undefined ? {} : { url }),
      ...(id === undefined ? {} : { id }),
      ...(source === undefined ? {} : { source }),
      ...(date === undefined ? {} : { date }),
    };
  }
}

function plain(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (value instanceof Date) return value.toISOString();
  if (isObject(value)) return plain(value.value ?? value.title ?? value.text);
  return undefined;
}

function linkOf(links: unknown): string | undefined {
  if (!Array.isArray(links)) return undefined;
  const list = links.filter(isObject);
  return plain((list.find(link => link.rel === undefined || link.rel === 'alternate') ?? list[0])?.href);
}

function dublinCore(dc: unknown): string | undefined {
  if (!isObject(dc)) return undefined;
  const dates = dc.dates ?? dc.date;
  return plain(Array.isArray(dates) ? dates[0] : dates);
}
