import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognize } from './recognize.js';

const PIECES = [
  'وزير الدفاع',
  'الروسي',
  'بوتين',
  '«',
  '»',
  '"',
  'قاعدة',
  'القاعدة',
  'حزب',
  'و',
  'لل',
  '،',
  '.',
  '\n',
  'محمد',
  'بن',
  'الرئيس',
  'نظيره',
  'بلاده',
  'في موسكو',
  '\u200f',
  'ـــ',
  '١٢',
  'NATO',
  'شركة',
  '#',
  '_',
];

describe('offsets', () => {
  test('every mention lies in the text as it is, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), fc.boolean(), (pieces, tight) => {
        const { mentions, offices, document } = recognize(pieces.join(tight ? '' : ' '), 'عنوان');
        for (const { start, end, first, last } of mentions) {
          expect(start).toBeGreaterThanOrEqual(document.tokens[first]?.start ?? Number.NaN);
          expect(end).toBe(document.tokens[last - 1]?.end);
          expect(start).toBeLessThan(end);
        }
        for (const { first, last } of offices) expect(first).toBeLessThan(last);
      }),
      { numRuns: 300 },
    );
  });
  test('mentions come in order, outer ones before those inside them', () => {
    const { mentions } = recognize('قالت وزارة الدفاع الروسية إن الجيش السوري والقوات التركية في سوريا.');
    mentions.forEach((mention, index) => {
      if (mention.inside) expect(mentions.indexOf(mention.inside)).toBeLessThan(index);
    });
  });
  test('hostile input costs no more than its length', () => {
    const texts = [
      '"'.repeat(10_000),
      'قاعدة "'.repeat(5_000),
      'وزير '.repeat(10_000),
      'ا'.repeat(200_000),
      'محمد بن '.repeat(10_000),
      'حزب '.repeat(10_000),
      'الوزارة '.repeat(5_000),
    ];
    for (const text of texts) {
      const start = performance.now();
      recognize(text);
      expect(performance.now() - start, text.slice(0, 10)).toBeLessThan(4000);
    }
  });
});
