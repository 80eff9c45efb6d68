import { describe, expect, it } from 'vitest';
import { inferDate } from '../../src/ingest/article-date.js';
import { dateInAddress, parseRecordDate } from '../../src/ingest/record-date.js';
import { PROSE } from './help.js';

describe('the date of an article that has no date field', () => {
  it('is that of its address', () => {
    expect(inferDate([PROSE.first], 'https://example.org/2023/04/09/dam')).toBe('2023-04-09');
    expect(inferDate([PROSE.first], 'archive/20230409-dam.txt')).toBe('2023-04-09');
  });

  it.each([
    ['الخرطوم - 8 مايو 2023 (وكالة النيل) - تفقد الوزير السد.', '2023-05-08'],
    ['الدوحة، ١٢ آذار (مارس) ٢٠٢١ – تفقد الوزير السد.', '2021-03-12'],
    ['القاهرة في 3 أغسطس 2020 / أنباء / تفقد الوزير السد.', undefined],
  ])('is that of a dateline: %s', (line, date) => {
    expect(inferDate([PROSE.title, line])).toBe(date);
  });

  it.each([
    'الاثنين 14 نوفمبر 2022 - 10:35 بتوقيت غرينتش',
    'نُشر في: 14 نوفمبر (تشرين الثاني) 2022 م',
    '14/11/2022',
    'جدة 20 ربيع الآخر 1444 هـ الموافق 14 نوفمبر 2022 م',
  ])('is that of a line of its own: %s', line => {
    expect(inferDate([PROSE.title, line, PROSE.first])).toBe('2022-11-14');
  });

  it('is that of the day that its first sentence names', () => {
    expect(inferDate(['تفقد الوزير، الثلاثاء 4 يونيو 2019، أعمال السد.'])).toBe('2019-06-04');
  });

  it('is no historical date of the text', () => {
    expect(inferDate(['تفقد الوزير السد في ذكرى افتتاحه في 21 يوليو 1970.', PROSE.second])).toBeUndefined();
    expect(
      inferDate(['اندلعت الحرب يوم السبت 6 أكتوبر 1973 وغيّرت المنطقة.', 'وفي عام 2019 صدر كتاب عنها.']),
    ).toBeUndefined();
  });
});

describe('a date field', () => {
  it.each([
    ['2024-01-12', '2024-01-12'],
    ['2024-01-12T23:30:00-08:00', '2024-01-12'],
    ['2024-01', '2024-01'],
    ['20240112', '2024-01-12'],
    ['Fri, 12 Jan 2024 09:15:00 +0300', '2024-01-12'],
    ['January 12, 2024', '2024-01-12'],
    ['12/01/2024', '2024-01-12'],
    ['١٢ كانون الثاني ٢٠٢٤', '2024-01-12'],
    ['1705050000', '2024-01-12'],
    ['1705050000000', '2024-01-12'],
    ['2024-02-30', undefined],
    ['أمس', undefined],
    ['', undefined],
  ])('%s → %s', (value, date) => {
    expect(parseRecordDate(value)).toBe(date);
  });
});

it('takes no long number in an address for a date', () => {
  expect(dateInAddress('https://example.org/article/202411270012')).toBeUndefined();
  expect(dateInAddress('https://example.org/a/2024/13/40')).toBeUndefined();
});
