import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folder, PROSE, read, readFile, TEXT } from './help.js';
import { zipOf } from './make.js';

const record = (id: string, text: string = TEXT) => JSON.stringify({ id, title: PROSE.title, text });

describe('what is too large is left out and named; the rest is read', () => {
  const limits = { recordBytes: 4000, fileBytes: 20_000, textLength: 2000 };

  it('a line', async () => {
    const content = [record('a'), record('b', 'ا'.repeat(100_000)), record('c')].join('\n');
    const { articles, skipped } = await readFile('a.jsonl', content, { limits });
    expect(articles.map(article => article.id)).toEqual(['a', 'c']);
    expect(skipped).toMatchObject([{ place: 'line 2', reason: 'too-large' }]);
  });

  it('a line of 200 MB, without being kept in memory', async () => {
    const chunk = Buffer.alloc(2 ** 20, 'x');
    const stdin = Readable.from(
      (function* () {
        yield Buffer.from(`${record('a')}\n{"text":"`);
        for (let megabyte = 0; megabyte < 200; megabyte++) yield chunk;
        yield Buffer.from(`"}\n${record('c')}\n`);
      })(),
    );
    const before = process.memoryUsage().rss;
    const { articles, skipped } = await read('-', { stdin, format: 'jsonl' });
    expect(articles.map(article => article.id)).toEqual(['a', 'c']);
    expect(skipped).toMatchObject([{ place: 'line 2', reason: 'too-large' }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  });

  it('an element of an array, a row of a table, a document of a collection', async () => {
    const long = 'ا'.repeat(5000);
    const array = `[${record('a')},${record('b', long)},${record('c')}]`;
    const table = `id,title,text\na,ع,${PROSE.first}\nb,ع,"${long}"\nc,ع,${PROSE.second}\n`;
    const trec = ['a', 'b', 'c'].map(
      id => `<DOC><DOCNO>${id}</DOCNO><TEXT>${id === 'b' ? long : PROSE.first}</TEXT></DOC>`,
    );
    for (const [name, content] of [
      ['a.json', array],
      ['a.csv', table],
      ['a.trec', trec.join('\n')],
    ] as const) {
      const { articles, skipped } = await readFile(name, content, { limits });
      expect(articles.map(article => article.id)).toEqual(['a', 'c']);
      expect(skipped).toMatchObject([{ reason: 'too-large' }]);
    }
  });

  it('a text file, and an article', async () => {
    const root = folder({
      'a.txt': `${PROSE.title}\n\n${TEXT}`,
      'b.txt': `${TEXT}\n`.repeat(200),
      'c.txt': `${PROSE.first} `.repeat(40),
    });
    const { articles, skipped } = await read(root, { limits });
    expect(articles).toHaveLength(1);
    expect(skipped.map(item => item.reason)).toEqual(['too-large', 'too-large']);
  });
});

describe('archives', () => {
  const bomb = Buffer.alloc(64 * 2 ** 20, 0x20);

  it('that unpack to far more than their size are stopped', async () => {
    const { skipped } = await readFile('a.gz', gzipSync(bomb));
    expect(skipped).toMatchObject([{ reason: 'unsafe' }]);
    const zipped = await readFile('a.zip', await zipOf({ 'a.txt': bomb, 'b.json': record('b') }));
    expect(zipped.articles.map(article => article.id)).toEqual(['b']);
    expect(zipped.skipped).toMatchObject([{ reason: 'unsafe' }]);
  });

  it('that hold archives without end are stopped', async () => {
    let bytes: Uint8Array = Buffer.from(record('a'));
    for (let depth = 0; depth < 8; depth++) bytes = gzipSync(bytes);
    expect((await readFile('a.gz', bytes)).skipped).toMatchObject([{ reason: 'unsafe' }]);
  });

  it('lose only the entries whose names point outside', async () => {
    const bytes = await zipOf({ 'xx/evil.json': record('evil'), 'ok.json': record('ok') });
    // No library writes such a name, so that it is put into the finished bytes.
    const evil = Buffer.from(bytes.toString('latin1').replaceAll('xx/evil.json', '../evil.json'), 'latin1');
    const { articles, skipped } = await readFile('a.zip', evil);
    expect(articles.map(article => article.id)).toEqual(['ok']);
    expect(skipped).toMatchObject([{ place: '../evil.json', reason: 'unsafe' }]);
  });

  it('with too many files are stopped', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`${index}.json`, record(`${index}`)]),
    );
    const { skipped } = await readFile('a.zip', await zipOf(many), { limits: { archiveEntries: 10 } });
    expect(skipped).toMatchObject([{ reason: 'too-large' }]);
  });

  it('that are cut off give what they have', async () => {
    const lines = Array.from({ length: 2000 }, (_, index) =>
      record(`${index}`, `${PROSE.first} ${index * 7919}`),
    ).join('\n');
    const whole = gzipSync(lines);
    const { articles, skipped } = await readFile('a.jsonl.gz', whole.subarray(0, whole.length - 1000));
    expect(articles.length).toBeGreaterThan(100);
    expect(skipped.at(-1)).toMatchObject({ reason: 'broken' });
    expect((await readFile('a.zip', (await zipOf({ 'a.txt': TEXT })).subarray(0, 60))).skipped).toMatchObject(
      [{ reason: 'broken' }],
    );
  });
});

describe('damaged text', () => {
  it('invalid UTF-8, NUL bytes, control and direction characters', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${record('a')}\n{"id":"b","text":"${PROSE.first} `),
      Buffer.of(0xff, 0xfe, 0xc0),
      Buffer.from(` ${PROSE.second}"}\n{"id":"c","text":"\\u0000\\ud800\u202e${PROSE.third}\\u0007"}\n`),
    ]);
    const { articles } = await readFile('a.jsonl', bytes);
    expect(articles.map(article => article.id)).toEqual(['a', 'b', 'c']);
    expect(articles[2]?.text.trim()).toBe(`\u202e${PROSE.third}`);
    expect(articles.some(({ text }) => /[\ud800-\udfff]/u.test(text))).toBe(false);
    const withNul = Buffer.from(`${PROSE.title}\n\n${PROSE.first}\0${PROSE.second}`);
    expect((await readFile('a.txt', withNul)).articles[0]?.text).toBe(`${PROSE.first} ${PROSE.second}`);
  });

  it('names that objects have of themselves', async () => {
    const lines = ['__proto__', 'constructor', 'toString'].map(id => record(id));
    const polluted = `{"__proto__":{"text":"${PROSE.first}"},"title":"${PROSE.title}"}`;
    const { articles } = await readFile('a.jsonl', [...lines, polluted].join('\n'));
    expect(articles.map(article => article.id).slice(0, 3)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(articles[3]?.text).toBe('');
    const table = `__proto__,title,text\nx,${PROSE.title},${PROSE.first}\n`;
    expect((await readFile('a.csv', table)).articles[0]?.text).toBe(PROSE.first);
  });
});

describe('nothing takes long', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['deeply nested HTML', 'a.html', `<html><body>${'<div>'.repeat(20_000)}${TEXT}`],
    [
      'towers of elements',
      'a.html',
      `<html><body>${`${'<div>'.repeat(90)}${PROSE.first}${'</div>'.repeat(90)}`.repeat(50)}`,
    ],
    ['a page of many elements', 'a.html', `<html><body>${`<p>${PROSE.first}</p>`.repeat(20_001)}`],
    ['tags that never end', 'a.html', `<html>${'<a '.repeat(100_000)}`],
    ['comments that never end', 'a.html', `<html>${'<!--'.repeat(50_000)}`],
    ['quotation marks in tags', 'a.html', `<html>${`<a b="`.repeat(50_000)}`],
    ['deeply nested JSON', 'a.json', `{"text":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['an endless word', 'a.txt', 'ا'.repeat(900_000)],
    ['ten thousand quotes', 'a.txt', '«'.repeat(10_000) + PROSE.first + '"'.repeat(10_000)],
    ['brackets', 'a.txt', `${'('.repeat(50_000)}${PROSE.first}`],
    ['Markdown marks', 'a.md', `# ${PROSE.title}\n\n${'[*_'.repeat(50_000)}${PROSE.first}`],
    ['quotation marks in a table', 'a.csv', `id,title,text\n${'"a\n'.repeat(50_000)}`],
    ['documents that never end', 'a.trec', '<DOC><TEXT>'.repeat(20_000)],
    ['many headlines', 'a.txt', `${PROSE.title}\n\n`.repeat(5_000)],
    ['spaces', 'a.txt', `${PROSE.title}${' \n'.repeat(100_000)}${PROSE.first}`],
    [
      'an entity bomb',
      'a.xml',
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`,
    ],
  ];
  it.each(cases)('%s', async (_, name, content) => {
    const start = performance.now();
    const { items } = await readFile(name, content);
    expect(items.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
