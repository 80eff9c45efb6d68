import { describe, expect, it } from 'vitest';
import { articlesFromText } from '../../src/ingest/index.js';
import { readScraped, unwrap } from '../../src/ingest/scraped.js';
import { PROSE, TEXT } from './help.js';

const CAPTION = 'الوزير يصافح المهندسين عند مدخل السد في 9 مارس 2022 (رويترز)';

describe('a page copied as text', () => {
  const page = `${PROSE.title}\n\n${CAPTION}\n${CAPTION}\nTT\n\n${PROSE.title}\n\n${CAPTION}\n${CAPTION}\n\n${PROSE.first}\n\nاقرأ أيضاً: سدود المنطقة بالأرقام\n\n${PROSE.second}\n`;

  it('has its repeated headline as title, and nowhere else', () => {
    const [record] = readScraped(page);
    expect(record?.title).toBe(PROSE.title);
    expect(record?.text).not.toContain(PROSE.title);
  });

  it('keeps a repeated caption once, without its credit, and drops buttons and boxes', () => {
    expect(readScraped(page)[0]?.text?.split('\n')).toEqual([
      'الوزير يصافح المهندسين عند مدخل السد في 9 مارس 2022',
      PROSE.first,
      PROSE.second,
    ]);
  });

  it('is dated by its caption', () => {
    expect(readScraped(page)[0]?.date).toBe('2022-03-09');
    expect(readScraped(page.replaceAll('(رويترز)', '(أرشيفية - رويترز)'))[0]?.date).toBeUndefined();
  });
});

describe('several articles in a file', () => {
  const other = 'لجنة برلمانية تناقش موازنة التعليم العالي';
  const body =
    'ناقشت اللجنة بنود الموازنة في جلسة مغلقة، ثم أحالتها إلى الهيئة العامة للتصويت عليها الأسبوع المقبل.';

  it('are told apart by repeated headlines', () => {
    const text = `${PROSE.title}\nTT\n${PROSE.title}\n${TEXT}\n${other}\nTT\n${other}\n${body}\n`;
    expect(readScraped(text).map(({ title, text, place }) => [title, text, place])).toEqual([
      [PROSE.title, TEXT, 'article 1'],
      [other, body, 'article 2'],
    ]);
  });

  it('are told apart by a rule or by an unusually wide gap before a headline', () => {
    for (const between of ['\n---\n', '\n\n\n\n', '\n* * *\n']) {
      const text = `${PROSE.title}\n\n${PROSE.first}\n\n${PROSE.second}${between}${other}\n\n${body}\n`;
      expect(readScraped(text).map(record => record.title)).toEqual([PROSE.title, other]);
    }
  });

  it('are one where only a subheading stands between paragraphs, or all gaps are wide', () => {
    const subheading = `${PROSE.title}\n\n${PROSE.first}\n\nملف المياه على الطاولة\n\n${PROSE.second}`;
    expect(readScraped(subheading)).toHaveLength(1);
    expect(readScraped(subheading.replaceAll('\n\n', '\n\n\n\n'))).toHaveLength(1);
    expect(readScraped(subheading)[0]?.text).toContain('ملف المياه على الطاولة');
  });
});

describe('a plain text', () => {
  it('without a headline has no title, and keeps its first sentence', () => {
    expect(readScraped(TEXT)[0]).toMatchObject({ title: '', text: TEXT });
  });

  it('takes its title, date, source and address from lines that name them', () => {
    const head = `العنوان: ${PROSE.title}\nالتاريخ: ٥ شباط ٢٠٢١\nالمصدر: صحيفة الوادي\nالرابط: https://example.org/n/5\n\n`;
    expect(readScraped(head + TEXT)[0]).toEqual({
      kind: 'record',
      title: PROSE.title,
      text: TEXT,
      date: '2021-02-05',
      source: 'صحيفة الوادي',
      url: 'https://example.org/n/5',
    });
  });

  it('has the lines of its paragraphs joined where they were broken at a width', () => {
    const broken = `${PROSE.first} ${PROSE.second}`.match(/.{1,58}(?:\s|$)/gu)?.join('\n') ?? '';
    expect(unwrap(broken).replace(/\s+/gu, ' ').trim()).toBe(`${PROSE.first} ${PROSE.second}`);
    expect(unwrap(broken)).not.toContain('\n');
    expect(unwrap(TEXT)).toBe(TEXT);
  });

  it('has the same id on every machine, from its words', () => {
    const [first] = articlesFromText(`${PROSE.title}\n\n${TEXT}`);
    const [second] = articlesFromText(`${PROSE.title}\n${TEXT.replaceAll('،', ' ،')}`);
    expect(first?.id).toMatch(/^[0-9a-f]{12}$/u);
    expect(second?.id).toBe(first?.id);
    expect(articlesFromText(`${PROSE.title}\n${PROSE.first}`)[0]?.id).not.toBe(first?.id);
  });
});
