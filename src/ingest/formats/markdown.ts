import { inferDate } from '../article-date.js';
import { readAll } from '../bytes.js';
import { decode } from '../encoding.js';
import { fieldsOf } from '../fields.js';
import { unwrap } from '../scraped.js';
import type { Format, RawRecord, Source } from '../types.js';

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;

export const markdown: Format = {
  name: 'markdown',
  extensions: ['md', 'markdown'],
  matches: (_, head) => FRONT_MATTER.test(head),
  async *read(source: Source, { options, limits }) {
    const content = decode(await readAll(source, limits.fileBytes), options.encoding).replace(
      /\r\n?/gu,
      '\n',
    );
    const parts = splitArticles(content);
    for (const [index, part] of parts.entries()) {
      const record = toRecord(part, options.fields ?? {}, parts.length === 1 ? source.name : undefined);
      if (parts.length === 1) yield record;
      else yield { ...record, place: `article ${index + 1}` };
    }
  },
};

/** A file with several first-level headings holds several articles. */
function splitArticles(content: string): string[] {
  if (FRONT_MATTER.test(content)) return [content];
  const starts = [...content.matchAll(/^# +\S/gmu)].map(match => match.index);
  if (starts.length < 2) return [content];
  return starts.map((start, index) => content.slice(index === 0 ? 0 : start, starts[index + 1]));
}

function toRecord(
  content: string,
  names: Parameters<typeof fieldsOf>[1],
  address: string | undefined,
): RawRecord {
  const front = FRONT_MATTER.exec(content);
  const fields = fieldsOf(front ? readFrontMatter(front[1] ?? '') : {}, names);
  const body = front ? content.slice(front[0].length) : content;
  const heading = /^#[ \t]+(.+?)[ \t#]*$/mu.exec(body) ?? /^(\S.*)\n=+[ \t]*$/mu.exec(body);
  const isTitle = heading !== null && body.slice(0, heading.index).trim() === '';
  const prose = isTitle ? body.slice(heading.index + heading[0].length) : body;
  const paragraphs = unwrap(plain(prose))
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  const date = fields.date ?? inferDate(paragraphs, fields.url ?? address);
  return {
    kind: 'record',
    ...fields,
    title: fields.title ?? (isTitle ? plain(heading[1] ?? '').trim() : ''),
    text: paragraphs.join('\n'),
    ...(date === undefined ? {} : { date }),
  };
}

function readFrontMatter(front: string): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  for (const line of front.split('\n')) {
    const match = /^([\p{L}_][\p{L}\p{N}_ -]*?)\s*:\s*(.*?)\s*$/u.exec(line);
    if (match?.[1] && match[2]) values[match[1]] = match[2].replace(/^(["'])(.*)\1$/u, '$2');
  }
  return values;
}

/** Markdown as the text that a reader sees. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```[\s\S]*?^```/gmu, '')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/^\s{0,3}(?:[-*_]\s*){3,}$/gmu, '')
    .replace(/^\s{0,3}#{1,6}[ \t]+(.*?)[ \t#]*$/gmu, '$1')
    .replace(/^\s{0,3}(?:>[ \t]?)+/gmu, '')
    .replace(/^\s{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+/gmu, '')
    .replace(/!\[([^\]\n]{0,500})\]\([^()\n]{0,2000}\)/gu, '$1')
    .replace(/\[([^\]\n]{1,500})\]\([^()\n]{0,2000}\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])[*_](?=\S)([^\n*_]*\S)[*_](?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`([^`\n]+)`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!])/gu, '$1');
}
