import { describe, expect, it } from 'vitest';
import { groupDuplicates, mergeDuplicates, signatureOf } from '../../src/ingest/duplicates.js';
import type { Article } from '../../src/model.js';

/** Prose of as many different words as one likes, the same for the same seed. */
function prose(seed: number, words: number): string {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
  const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';
  const word = () =>
    Array.from({ length: 3 + (next() % 4) }, () => letters[next() % letters.length]).join('');
  return Array.from({ length: words }, word).join(' ');
}

const article = (id: string, text: string, more: Partial<Article> = {}): Article => ({
  id,
  title: 'عنوان',
  text,
  language: 'ar',
  ...more,
});
const group = (...articles: readonly Article[]) => groupDuplicates(articles.map(signatureOf));
const members = (...articles: readonly Article[]) =>
  group(...articles).map(found => found.members.map(member => member.id));

describe('the same article', () => {
  const text = prose(1, 200);

  it('is one whose words are the same, whatever the marks between them', () => {
    expect(members(article('a', 'قال نعم، ومضى.'), article('b', 'قال: «نعم» ومضى'))).toEqual([['a', 'b']]);
    expect(members(article('a', 'قال نعم ومضى'), article('b', 'قال لا ومضى'))).toEqual([['a'], ['b']]);
  });

  it('is one that another site has shortened or opened with a place', () => {
    const edited = `لندن خاص ${text.split(' ').slice(0, 185).join(' ')}`;
    expect(members(article('a', text), article('b', edited))).toEqual([['a', 'b']]);
  });

  it('is none that shares half of its words only, or a style', () => {
    const half = `${text.split(' ').slice(0, 90).join(' ')} ${prose(7, 110)}`;
    expect(members(article('a', text), article('b', half))).toEqual([['a'], ['b']]);
  });

  it('is one with the same address, even where it was edited', () => {
    const edited = `${text.split(' ').slice(0, 120).join(' ')} ${prose(8, 60)}`;
    const [first, second] = ['http://www.example.org/a?utm_source=x', 'https://example.org/a/'];
    expect(members(article('a', text, { url: first }), article('b', edited, { url: second }))).toEqual([
      ['a', 'b'],
    ]);
  });

  it('keeps its name; another text under that name gets one of its own', () => {
    const groups = group(
      article('1', text, { date: '2020-01-02' }),
      article('1', prose(2, 200), { date: '2020-01-01' }),
    );
    expect(groups.map(found => found.id)).toEqual(['1', expect.stringMatching(/^1~[0-9a-f]{8}$/u)]);
    expect(groups[0]?.representative.date).toBe('2020-01-01');
  });
});

describe('the group', () => {
  const text = prose(3, 150);
  const articles = [
    article('c', text, { source: 'صحيفة الضحى', date: '2022-01-03' }),
    article('b', `${text} ختام`, {
      source: 'وكالة الشاطئ',
      date: '2022-01-01',
      url: 'https://example.org/b',
    }),
    article('a', text, { source: 'صحيفة الضحى', date: '2022-01-03' }),
    article('z', text),
    article('other', prose(4, 150)),
  ];

  it('is represented by the earliest article and lists where else it stood', () => {
    const [found] = group(...articles);
    expect(found).toMatchObject({ id: 'b', copies: [{ source: 'صحيفة الضحى', date: '2022-01-03' }] });
    expect(found?.members.map(member => member.id)).toEqual(['b', 'a', 'c', 'z']);
  });

  it('depends neither on the order nor on repetitions nor on where the signatures were made', () => {
    const expected = group(...articles);
    const signatures = articles.map(signatureOf);
    const shuffled = [4, 2, 0, 3, 1, 2, 2].map(index => structuredClone(signatures[index]));
    const again = groupDuplicates(JSON.parse(JSON.stringify(shuffled)) as typeof signatures);
    expect(again).toEqual(expected);
  });
});

it('articles in memory become one each, with their copies', () => {
  const text = prose(6, 80);
  const [first, second] = [
    article('b', text, { source: 'س', date: '2021-01-01' }),
    article('a', text, { source: 'ص', date: '2021-01-02' }),
  ];
  expect(mergeDuplicates([second, first, article('c', prose(9, 80))])).toEqual([
    { ...first, copies: [{ source: 'ص', date: '2021-01-02' }] },
    article('c', prose(9, 80)),
  ]);
});

it('a signature is small', () => {
  const { words, sketch } = signatureOf(article('a', prose(5, 1000)));
  expect(words.length + sketch.length).toBeLessThan(120);
});

it('ten thousand articles, many of them equal, are grouped in seconds', () => {
  const signatures = Array.from({ length: 10_000 }, (_, index) =>
    signatureOf(article(`n${index}`, prose(index % 2 === 0 ? 1 : index, 60))),
  );
  const start = performance.now();
  expect(groupDuplicates(signatures)).toHaveLength(5000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
