import { describe, expect, it } from 'vitest';
import { findDates } from '../../src/language/arabic/dates.js';

const isos = (text: string) => findDates(text).map(date => date.iso);

describe('full dates', () => {
  it.each([
    ['وصل في 27 نوفمبر 2024 إلى العاصمة', '2024-11-27'],
    ['وصل في 27 نوفمبر (تشرين الثاني) 2024 إلى العاصمة', '2024-11-27'],
    ['يوم ٥ تشرين الأول ٢٠٢٣', '2023-10-05'],
    ['في 3 كانون الثاني/يناير 2022', '2022-01-03'],
    ['وُلد في 14 من شهر جويلية عام 1962', '1962-07-14'],
    ['عُقد يوم 9 شتنبر 2021 بالرباط', '2021-09-09'],
    ['الأول من الشهر، أي 1 إبريل 2020م', '2020-04-01'],
    ['بتاريخ 08/03/2019', '2019-03-08'],
    ['بتاريخ 2019-03-08', '2019-03-08'],
    ['بتاريخ 11/27/2024 بحسب الموقع', '2024-11-27'],
    ['نُشر في 7.12.2020', '2020-12-07'],
  ])('%s → %s', (text, iso) => {
    expect(isos(text)).toEqual([iso]);
  });

  it('gives offsets of the words of the date only', () => {
    const text = 'اجتمعا في أنقرة في 12 مايو (أيار) 2021، ثم افترقا';
    const [date] = findDates(text);
    expect(text.slice(date?.start, date?.end)).toBe('12 مايو (أيار) 2021');
    expect(date).toMatchObject({ precision: 'day', partial: false, year: 2021, month: 5, day: 12 });
  });
});

describe('parts of dates', () => {
  it.each([
    ['في مارس 2021 تغيّر كل شيء', '2021-03'],
    ['منذ تشرين الثاني/نوفمبر 2020', '2020-11'],
    ['توقفت الحرب عام 1990 فجأة', '1990'],
    ['بقي هناك حتى 2015.', '2015'],
    ['يجتمعان في 14 فبراير في بيروت', '--02-14'],
    ['انسحبوا في سبتمبر (أيلول) الماضي', '--09'],
    ['وفي ديسمبر عاد الهدوء', '--12'],
  ])('%s → %s', (text, iso) => {
    expect(isos(text)).toEqual([iso]);
  });

  it('reads a range of days', () => {
    expect(isos('تقام المناورات من 5 إلى 10 أغسطس (آب) 2024 في الصحراء')).toEqual(['2024-08-05/2024-08-10']);
    expect(isos('بين 3 و7 يونيو المقبل')).toEqual(['--06-03/--06-07']);
  });

  it('finds all dates of a sentence in order', () => {
    expect(isos('بدأ عام 2019 وانتهى في 4 يناير 2020 ثم عاد في مايو 2023')).toEqual([
      '2019',
      '2020-01-04',
      '2023-05',
    ]);
  });
});

describe('what is no date', () => {
  it.each([
    'مارس الوزير ضغوطاً على خصومه',
    'زار مدينة 6 أكتوبر غرب القاهرة',
    'نزل أنصار قوى 14 آذار إلى الشارع',
    'شارك نحو 2000 جندي في 2000 موقع',
    'بلغ سعره 1990 دولاراً',
    'يوم 12 رمضان 1445',
    'القرار 1701/2006/45',
    'آب الرجل إلى بلده',
  ])('%s', text => {
    expect(isos(text)).toEqual([]);
  });

  it('refuses days that no calendar has', () => {
    expect(findDates('في 31/02/2021')).toEqual([]);
    expect(isos('في 31 نيسان 2021')).not.toContain('2021-04-31');
  });
});

it('takes linear time', () => {
  const start = performance.now();
  findDates('27 '.repeat(50_000));
  findDates(`${'في '.repeat(50_000)}2024`);
  findDates('1/'.repeat(50_000));
  findDates(' '.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(4000);
});
