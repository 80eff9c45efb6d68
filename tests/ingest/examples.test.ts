import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { groupDuplicates, signatureOf } from '../../src/ingest/duplicates.js';
import { read } from './help.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/articles', import.meta.url));
const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url));

describe('the example articles', () => {
  it('are all read, with title, date and a name of their own', async () => {
    const { articles, skipped } = await read(EXAMPLES);
    expect(skipped).toEqual([]);
    expect(articles.length).toBe(29);
    expect(new Set(articles.map(article => article.id)).size).toBe(articles.length);
    for (const { id, title, date, text } of articles) {
      expect(title, id).not.toBe('');
      expect(date, title).toMatch(/^20(?:19|2[0-5])-\d\d-\d\d$/u);
      expect(text, title).not.toMatch(/\nTT\n|اقرأ أيضاً|^[#>*-] |^\s*---/mu);
    }
    expect(groupDuplicates(articles.map(signatureOf))).toHaveLength(articles.length);
  });

  it('span years, so that the timeline is worth playing', async () => {
    const { articles } = await read(EXAMPLES);
    const years = new Set(articles.map(article => article.date?.slice(0, 4)));
    expect([...years].sort()).toEqual(['2019', '2020', '2021', '2022', '2023', '2024', '2025']);
  });
});

describe.skipIf(!existsSync(`${SHARED}/seeds`))('scraped articles from outside of the repository', () => {
  it('one file gives two clean articles, the second dated by its captions', async () => {
    const { articles, skipped } = await read(`${SHARED}/seeds`);
    expect(skipped).toEqual([]);
    expect(articles).toHaveLength(2);
    expect(articles.map(article => article.date)).toEqual([undefined, '2024-11-27']);
    const file = readdirSync(`${SHARED}/seeds`).find(name => name.endsWith('.txt')) ?? '';
    const original = readFileSync(`${SHARED}/seeds/${file}`, 'utf8');
    for (const { title, text } of articles) {
      expect(original).toContain(title);
      expect(text).not.toContain(title);
      const lines = text.split('\n');
      expect(lines).not.toContain('TT');
      expect(new Set(lines).size).toBe(lines.length);
      for (const line of lines) expect(original).toContain(line);
    }
    expect(articles[0]?.text).not.toContain(articles[1]?.title);
  });

  it('records keep their ids, titles, dates and texts', async () => {
    const file = `${SHARED}/gold/tune/articles.jsonl`;
    const originals = readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Record<string, string>);
    const { articles, skipped } = await read(file);
    expect(skipped).toEqual([]);
    expect(articles.map(article => article.id)).toEqual(originals.map(original => original.id));
    for (const [index, article] of articles.entries()) {
      expect(article.date).toBe(originals[index]?.date);
      expect(article.text).toHaveLength(originals[index]?.text?.length ?? 0);
    }
  });
});
