import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/extractor.js';
import { buildGraph } from '../../src/graph/index.js';
import { serializeGraph } from '../../src/graph/serialize.js';
import { mergeDuplicates } from '../../src/ingest/duplicates.js';
import { readArticles } from '../../src/ingest/index.js';
import { type Article, type Extraction, fullText, type Span } from '../../src/model.js';
import { loadSchema, validateExtraction, validateGraph } from '../../src/schema/index.js';
import { ROOT } from './support.js';

const schema = loadSchema();
const [extract, again] = [createExtractor(schema), createExtractor(schema)];

/** Cases are articles; this many go into a graph together. */
const TOGETHER = 8;
const RUNS = 400;
const LONGEST = 700;

const sources = [...(await exampleTexts()), ...(await corpusTexts(150))];

async function exampleTexts(): Promise<string[]> {
  const texts: string[] = [];
  for await (const item of readArticles([join(ROOT, 'examples/articles')]))
    if (item.kind === 'article') texts.push(`${item.article.title}\n${item.article.text}`);
  return texts;
}

/** Real articles where the corpus is there. */
async function corpusTexts(count: number): Promise<string[]> {
  const path = join(ROOT, '../shared/corpus/articles.jsonl.gz');
  const texts: string[] = [];
  if (!existsSync(path)) return texts;
  const input = createReadStream(path);
  for await (const line of createInterface({ input: input.pipe(createGunzip()) })) {
    const { title, text } = JSON.parse(line) as { title: string; text: string };
    if (texts.push(`${title}\n${text}`) >= count) break;
  }
  input.destroy();
  return texts;
}

const word = fc.constantFrom(
  ...'قال أعلن زار التقى الرئيس الروسي بوتين فلاديمير روسيا الصين قاعدة حميميم الجوية وزير الخارجية'.split(
    ' ',
  ),
  ...'الأميركي ووزير دفاعها بلاده نظيره لم لن سوف قد إن أن الذي التي في من على إلى بين مع ضد و ف ب ل ال'.split(
    ' ',
  ),
  ...'حلف الناتو الأمم المتحدة منظمة «داعش» حزب ترامب محمد بن سلمان أمس الاثنين المقبل 2024 12 ٢٧ يناير'.split(
    ' ',
  ),
  ...[
    '.',
    '،',
    ':',
    '"',
    '«',
    '»',
    '(',
    ')',
    '\n',
    '\n\n',
    '؟',
    '…',
    '-',
    '/',
    'TT',
    '(رويترز)',
    'US',
    'ً',
    'ـ',
  ],
  ...[
    '__proto__',
    'constructor',
    '\u202e',
    '\u2066',
    '\u200f',
    '\u0000',
    '\ud83d\ude00',
    'ﻻ',
    '\ufeff',
    '\\',
    '</script>',
  ],
);
const looksArabic = fc.array(word, { minLength: 1, maxLength: 90 }).map(words => words.join(' '));
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
/** A piece of an article, with some of its characters replaced and other text put into it. */
const mutated = fc
  .tuple(
    fc.constantFrom(...sources),
    fc.nat(10_000),
    fc.nat(LONGEST),
    fc.array(
      fc.tuple(fc.nat(LONGEST), fc.oneof(word, fc.string({ unit: 'binary', maxLength: 3 })), fc.nat(5)),
      {
        maxLength: 6,
      },
    ),
  )
  .map(([source, from, length, changes]) => {
    const start = from % source.length;
    let text = source.slice(start, start + length);
    for (const [at, put, removed] of changes) text = text.slice(0, at) + put + text.slice(at + removed);
    return text;
  });
const text = fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 2, arbitrary: looksArabic }, anyText);
const record = fc.record(
  {
    id: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('a', 'b', '__proto__', 'toString')),
    title: fc.oneof(looksArabic, text).map(title => title.slice(0, 120)),
    text,
    date: fc.constantFrom('2012-05-08', '2019', '2024-11', '27 نوفمبر 2024', 'yesterday', ''),
    source: fc.constantFrom('أ', 'ب'),
    url: fc.constantFrom('https://example.org/1', 'https://example.org/2?ref=x', 'x'),
  },
  { requiredKeys: ['text'] },
);

async function articlesOf(records: readonly object[]): Promise<Article[]> {
  const lines = records.map(one => `${JSON.stringify(one)}\n`).join('');
  const articles: Article[] = [];
  const stdin = Readable.from([Buffer.from(lines)]);
  for await (const item of readArticles(['-'], { stdin, format: 'jsonl' }))
    if (item.kind === 'article') articles.push(item.article);
  return mergeDuplicates(articles);
}

const isWithin = (inner: Span, outer: Span) =>
  outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end;

function checkExtraction(article: Article, { entities, relations }: Extraction): void {
  const whole = fullText(article);
  const all = { start: 0, end: whole.length };
  const ids = new Set(entities.map(({ id }) => id));
  expect(ids.size).toBe(entities.length);
  for (const mention of entities.flatMap(({ mentions }) => mentions)) {
    expect(isWithin(mention, all)).toBe(true);
    expect(whole.slice(mention.start, mention.end)).toBe(mention.text);
  }
  for (const { subject, object, attribution, confidence, evidence } of relations) {
    expect(ids.has(subject) && ids.has(object)).toBe(true);
    if (attribution?.match(/^(?:country|leader|org|base):/u)) expect(ids.has(attribution)).toBe(true);
    expect(confidence > 0 && confidence <= 1).toBe(true);
    expect(evidence.length).toBeGreaterThan(0);
    for (const sentence of evidence) {
      expect(isWithin(sentence, all)).toBe(true);
      expect(whole.slice(sentence.start, sentence.end)).toBe(sentence.text);
      for (const part of [sentence.subject, sentence.object, sentence.predicate])
        if (part) expect(isWithin(part, sentence)).toBe(true);
    }
  }
}

it(`whatever is in ${TOGETHER * RUNS} articles, what comes out holds together and is the same each time`, async () => {
  let cases = 0;
  let statements = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: TOGETHER, maxLength: TOGETHER }), async records => {
      const articles = await articlesOf(records);
      const extractions = articles.map(extract);
      for (const [index, article] of articles.entries()) {
        const extraction = extractions[index] as Extraction;
        checkExtraction(article, extraction);
        expect(validateExtraction(JSON.parse(JSON.stringify(extraction)))).toEqual([]);
        expect(JSON.stringify(again(article))).toBe(JSON.stringify(extraction));
        statements += extraction.relations.length;
      }
      cases += records.length;
      const graph = buildGraph(extractions, schema);
      expect(new Set(Object.keys(graph.getAttribute('articles')))).toEqual(
        new Set(articles.map(({ id }) => id)),
      );
      const lines = [...serializeGraph(graph)].join('');
      expect(validateGraph(JSON.parse(lines))).toEqual([]);
      expect([...serializeGraph(buildGraph(extractions.reverse(), schema))].join('')).toBe(lines);
    }),
    { seed: 2024, numRuns: RUNS, endOnFailure: true },
  );
  expect(cases).toBe(TOGETHER * RUNS);
  expect(statements).toBeGreaterThan(500);
}, 300_000);
