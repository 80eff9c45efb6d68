import { describe, expect, test } from 'vitest';
import { hull, mergeSpells, spell } from '../../src/export/time.js';

describe('spell', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-12', '2024-12-01', '2024-12-31'],
    ['2024-03-12', '2024-03-12', '2024-03-12'],
    ['2024-08-05/2024-08-10', '2024-08-05', '2024-08-10'],
    ['2019/2024-02', '2019-01-01', '2024-02-29'],
  ])('%s covers the days from %s to %s', (time, start, end) => {
    expect(spell(time)).toEqual({ start, end });
  });

  test.each([
    '',
    'أمس',
    '2024-13',
    '2024-02-30',
    '2024-2-3',
    '2024/2023',
    '2024/',
    '2020/2021/2022',
    '99',
  ])('%j is no time', time => {
    expect(spell(time)).toBeUndefined();
  });
});

test('spells that overlap become one, others stay apart, in order', () => {
  const days = (start: string, end: string) => ({ start, end });
  const all = [
    days('2024-05-01', '2024-05-09'),
    days('2024-01-01', '2024-01-31'),
    days('2024-01-05', '2024-01-06'),
    days('2024-05-09', '2024-06-01'),
  ];
  expect(mergeSpells(all)).toEqual([days('2024-01-01', '2024-01-31'), days('2024-05-01', '2024-06-01')]);
  expect(hull(all)).toEqual([days('2024-01-01', '2024-06-01')]);
  expect([mergeSpells([]), hull([])]).toEqual([[], []]);
});
