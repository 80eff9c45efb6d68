import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expectSame, FORMATS, makeArticles, rawabit, toLines, workFolder } from './support.js';

const work = workFolder();

it('the number of threads changes no byte of a build or of an extraction', async () => {
  const input = join(work, 'articles.jsonl');
  const broken = [
    '{"id": "broken',
    JSON.stringify({ id: 'en', title: 'News', text: 'Not in Arabic at all.' }),
  ];
  writeFileSync(
    input,
    `${toLines(await makeArticles(70))}${broken.join('\n')}\n${toLines(await makeArticles(70, 2))}`,
  );
  const outputs = ['1', '2', '4'].map(workers => {
    const folder = join(work, `out-${workers}`);
    expect(rawabit(['build', input, '-o', folder, '--workers', workers, ...FORMATS]).status).toBe(0);
    const { stdout, stderr } = rawabit(['extract', input, '--workers', workers]);
    expect(stdout.trim().split('\n')).toHaveLength(140);
    expect(stderr).toContain('line 71');
    return { folder, stdout };
  });
  const [first, ...others] = outputs;
  for (const other of others) {
    expectSame(first?.folder ?? '', other.folder);
    expect(other.stdout === first?.stdout).toBe(true);
  }
});

it('nor of a merge of so many extractions that another thread reads them', async () => {
  const input = join(work, 'few.jsonl');
  const many = join(work, 'many.ndjson');
  writeFileSync(input, toLines(await makeArticles(6, 3)));
  const lines = rawabit(['extract', input]).stdout.trim().split('\n');
  const copies = Array.from({ length: 1200 }, (_, number) => {
    const { fingerprint: _fingerprint, ...extraction } = JSON.parse(lines[number % lines.length] ?? '');
    // Every tenth takes the id of the one before it, which only one of them may keep.
    const doc = `article-${number % 10 === 9 ? number - 1 : number}`;
    return JSON.stringify({ ...extraction, doc, url: `https://example.org/${number}` });
  });
  writeFileSync(many, copies.join('\n'));
  const [one, two] = ['1', '2'].map(workers => {
    const folder = join(work, `merged-${workers}`);
    const args = ['build', '--from-extractions', many, '-o', folder, '--workers', workers, ...FORMATS];
    expect(rawabit(args).status).toBe(0);
    return folder;
  });
  expectSame(one ?? '', two ?? '');
  expect(
    readFileSync(join(two ?? '', 'extractions.ndjson'), 'utf8')
      .trim()
      .split('\n'),
  ).toHaveLength(1200);
});

it('an article on standard input is answered before the input ends', async () => {
  const [article] = await makeArticles(1);
  const { status, stdout } = rawabit(['extract', '-'], JSON.stringify(article));
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ doc: article?.id, title: article?.title });
});

it.each(['0', '1.5', 'many'])('--workers %s is wrong usage', count => {
  const { status, stderr } = rawabit(['build', work, '--workers', count]);
  expect(status).toBe(2);
  expect(stderr).toContain('whole number');
});
