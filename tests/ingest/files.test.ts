import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { folder, PROSE, read } from './help.js';

const note = (text: string) => `${PROSE.title}\n\n${text}`;
const three = () =>
  folder({
    'b.txt': note(PROSE.first),
    'a/x.md': note(PROSE.second),
    'a/y.txt': note(PROSE.third),
    '.hidden.txt': 'س',
  });
const names = (root: string, items: readonly { file: string }[]) =>
  items.map(item => relative(root, item.file));

describe('files', () => {
  it('come in the order of their paths, whatever the order of the arguments, each once', async () => {
    const root = three();
    const expected = ['a/x.md', 'a/y.txt', 'b.txt'];
    expect(names(root, (await read(root)).items)).toEqual(expected);
    const paths = [join(root, 'b.txt'), join(root, 'a'), root, join(root, 'a', '..', 'b.txt')];
    expect(names(root, (await read(paths)).items)).toEqual(expected);
    expect(names(root, (await read(paths.toReversed())).items)).toEqual(expected);
  });

  it('are found by patterns', async () => {
    const root = three();
    expect(names(root, (await read(join(root, '**', '*.txt'))).items)).toEqual(['a/y.txt', 'b.txt']);
    expect(names(root, (await read(join(root, '{a/*.md,b.*}'))).items)).toEqual(['a/x.md', 'b.txt']);
    expect((await read(join(root, '*.pdf'))).skipped).toMatchObject([
      { reason: 'missing', message: 'matches no file' },
    ]);
  });

  it('that are missing, empty or no text are named', async () => {
    const root = folder({
      'empty.txt': '',
      'picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2),
      'ok.txt': note(PROSE.first),
    });
    mkdirSync(join(root, 'nothing'));
    const { articles, skipped } = await read([root, join(root, 'nothing'), join(root, 'gone.txt')]);
    expect(articles).toHaveLength(1);
    expect(skipped.map(({ file, reason }) => [relative(root, file), reason])).toEqual([
      ['gone.txt', 'missing'],
      ['nothing', 'empty'],
      ['empty.txt', 'empty'],
      ['picture.png', 'format'],
    ]);
  });

  it('are read once where links lead to them; loops and dead links are named', async () => {
    const root = three();
    symlinkSync(root, join(root, 'a', 'up'));
    symlinkSync(join(root, 'b.txt'), join(root, 'a', 'again.txt'));
    symlinkSync(join(root, 'nowhere'), join(root, 'dead'));
    symlinkSync('self', join(root, 'self'));
    const { articles, skipped } = await read(root);
    expect(articles).toHaveLength(3);
    expect(skipped.map(({ file, reason }) => [relative(root, file), reason])).toEqual([
      ['a/up', 'unsafe'],
      ['dead', 'unreadable'],
      ['self', 'unreadable'],
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read are named', async () => {
    const root = three();
    chmodSync(join(root, 'b.txt'), 0);
    expect((await read(root)).skipped).toMatchObject([{ reason: 'unreadable' }]);
  });

  it('that are pipes do not hang the program', async () => {
    const root = three();
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const { articles, skipped } = await read(root);
    expect(articles).toHaveLength(3);
    expect(skipped).toMatchObject([{ reason: 'unreadable', message: 'is not a regular file' }]);
  });
});

describe('standard input', () => {
  it('is recognized by its content', async () => {
    const lines = [PROSE.first, PROSE.second]
      .map((text, index) => JSON.stringify({ id: `${index}`, text }))
      .join('\n');
    for (const content of [lines, note(PROSE.first)]) {
      const { articles, skipped } = await read('-', { stdin: Readable.from([Buffer.from(content)]) });
      expect(articles[0]?.text).toBe(PROSE.first);
      expect(skipped).toEqual([]);
    }
  });

  it('may come in pieces that cut characters', async () => {
    const bytes = Buffer.from(
      `${JSON.stringify({ id: '1', text: PROSE.first })}\n${JSON.stringify({ id: '2', text: PROSE.second })}`,
    );
    const pieces = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
    const { articles } = await read('-', { stdin: Readable.from(pieces), format: 'jsonl' });
    expect(articles.map(article => article.text)).toEqual([PROSE.first, PROSE.second]);
  });
});
