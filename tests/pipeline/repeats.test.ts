import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.js';
import { headOf } from '../../src/extract/head.js';
import type { Article, Extraction } from '../../src/model.js';
import { type ExtractedLine, extractBatch, unpackLine } from '../../src/pipeline/batch.js';
import { withoutRepeats } from '../../src/pipeline/repeats.js';
import type { Runner } from '../../src/pipeline/runner.js';
import { loadSchema } from '../../src/schema/index.js';

const extract = createExtractor(loadSchema());

const TALKS: Article = {
  id: 'talks',
  title: 'محادثات روسية تركية في أنقرة',
  text: `التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي مولود تشاووش أوغلو في أنقرة أمس الأربعاء، ووقّعت روسيا وتركيا وإيران اتفاقية للتعاون.
وزار الرئيس الفرنسي إيمانويل ماكرون مصر والأردن، وانتقدت الولايات المتحدة وبريطانيا إيران وروسيا.
وقالت وزارة الداخلية في بيان إن الوزارة تتابع الأمر مع مجلس النواب.`,
  date: '2022-06-16',
  source: 'البلاغ',
  url: 'https://example.com/talks',
  language: 'ar',
};
const SANCTIONS: Article = {
  id: 'sanctions',
  title: 'عقوبات جديدة',
  text: 'فرضت الولايات المتحدة عقوبات جديدة على إيران، ورفضت الصين هذه العقوبات.',
  language: 'ar',
};
const { source: _source, url: _url, ...UNSIGNED } = TALKS;
const REPRINTS: readonly Article[] = [
  { ...TALKS, id: 'reprint', source: 'الراصد', url: 'https://example.org/7' },
  { ...UNSIGNED, id: 'unsigned' },
  { ...TALKS, id: 'merged', copies: [{ source: 'الراصد', url: 'https://example.org/7' }] },
];
/** What else the extraction of an article depends on. */
const OTHERS: readonly Article[] = [
  { ...TALKS, id: 'cairo', url: 'https://news.example.eg/7' },
  { ...TALKS, id: 'later', date: '2022-06-17' },
  { ...TALKS, id: 'foreign', language: 'fa' },
  { ...TALKS, id: 'untitled', title: '', text: `${TALKS.title}\n\n${TALKS.text}` },
];

/** A runner that notes what it is given. */
function recording(extractor: (article: Article) => Extraction = extract) {
  const given: string[] = [];
  const runner: Runner = {
    width: 3,
    run(batch) {
      given.push(...batch.articles.map(({ id }) => id));
      return extractBatch(extractor, batch);
    },
    close: async () => undefined,
  };
  return { given, runner: withoutRepeats(runner) };
}

/** An extractor that finds nothing in any article. */
const nothing = (article: Article): Extraction => ({ ...headOf(article), entities: [], relations: [] });

describe.each([
  true,
  false,
])('the extraction of a repeat is that of the article itself (packed: %s)', pack => {
  const plain = (articles: readonly Article[]) => extractBatch(extract, { articles, pack });

  it('within a batch', async () => {
    const { given, runner } = recording();
    const articles = [TALKS, ...REPRINTS, SANCTIONS, ...OTHERS];
    expect(await runner.run({ articles, pack }, true)).toEqual(await plain(articles));
    expect(given).toEqual([TALKS, SANCTIONS, ...OTHERS].map(({ id }) => id));
  });

  it('in a later batch, also where one of the two is packed', async () => {
    const { given, runner } = recording();
    await runner.run({ articles: [TALKS], pack: !pack }, true);
    expect(await runner.run({ articles: REPRINTS, pack }, true)).toEqual(await plain(REPRINTS));
    expect(given).toEqual(['talks']);
  });

  it('while the first is under way', async () => {
    const { given, runner } = recording();
    const batches = [[TALKS], [SANCTIONS, ...REPRINTS], REPRINTS];
    const results = await Promise.all(batches.map(articles => runner.run({ articles, pack }, true)));
    expect(results).toEqual(await Promise.all(batches.map(plain)));
    expect(given).toEqual(['talks', 'sanctions']);
  });
});

it('the ids of its statements are its own', async () => {
  const { runner } = recording();
  const results = await runner.run({ articles: [TALKS, ...REPRINTS], pack: true }, true);
  const ids = results.map(result => {
    const { relations } = JSON.parse(unpackLine((result as ExtractedLine).line).toString()) as Extraction;
    return relations.map(({ id }) => id);
  });
  expect(ids[0]?.length).toBeGreaterThan(5);
  expect(new Set(ids.flat()).size).toBe(ids.flat().length);
});

it('a repeat of an article that cannot be extracted fails as that does', async () => {
  const { given, runner } = recording(() => {
    throw new Error('too deep\nin the text');
  });
  const failed = { failed: 'too deep' };
  expect(await runner.run({ articles: [TALKS, ...REPRINTS], pack: true }, true)).toEqual(
    [TALKS, ...REPRINTS].map(() => failed),
  );
  expect(await runner.run({ articles: [TALKS], pack: false }, true)).toEqual([failed]);
  expect(given).toEqual(['talks']);
});

it('a runner that breaks down fails the batches that wait for it, and no others', async () => {
  let broken = true;
  const runner = withoutRepeats({
    width: 3,
    run: async batch => {
      if (broken) throw new Error('the thread is gone');
      return extractBatch(nothing, batch);
    },
    close: async () => undefined,
  });
  const batches = [[TALKS, SANCTIONS], REPRINTS].map(articles => runner.run({ articles, pack: true }, true));
  expect((await Promise.allSettled(batches)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await runner.run({ articles: REPRINTS, pack: true }, true)).toEqual(
    await extractBatch(nothing, { articles: REPRINTS, pack: true }),
  );
});

it.each([
  ['5000 other texts', 5000, 1],
  ['100 MB of other lines', 50, 1_000_000],
])('what came before %s is forgotten', async (_others, count, length) => {
  const { given, runner } = recording(article => ({ ...nothing(article), title: 'خ'.repeat(length) }));
  const others = Array.from({ length: count }, (_, number) => ({
    ...TALKS,
    id: `${number}`,
    text: `${number}`,
  }));
  for (const articles of [[TALKS], others, [TALKS], REPRINTS])
    await runner.run({ articles, pack: false }, true);
  expect(given.filter(id => id === 'talks')).toHaveLength(2);
  expect(given).toHaveLength(count + 2);
});
