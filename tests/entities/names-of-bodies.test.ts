import { describe, expect, test } from 'vitest';
import { entities, ids } from './recognize.js';

/** What the bodies of a text are called. */
const named = (text: string) =>
  Object.entries(entities(text))
    .filter(([id]) => id.startsWith('org:'))
    .flatMap(([, mentions]) => mentions);

describe('names of bodies that no list knows', () => {
  test('people of one trade and one country have a body', () => {
    expect(named('استقبل الوزير وفدا من اتحاد الناشرين العراقيين أمس.')).toEqual([
      'اتحاد الناشرين العراقيين',
    ]);
  });
  test('a union may be for people of a country', () => {
    expect(named('دعا الاتحاد الوطني لطلبة السنغال إلى إضراب.')).toEqual(['الاتحاد الوطني لطلبة السنغال']);
  });
  test('any noun may open the portfolio of a ministry', () => {
    expect(named('أعلنت وزارة حماية المستهلك الكندية خطتها.')).toEqual(['وزارة حماية المستهلك الكندية']);
    expect(ids('وكانت وزارة أعلنت اليوم خطتها في كندا.')).toEqual(['country:CA']);
  });
  test('a name with its noun in quotation marks', () => {
    expect(named('انضم النائب إلى «تحالف الفجر» الذي فاز أمس.')).toEqual(['تحالف الفجر']);
    expect(named('شكل المحتجون "الجبهة الزراعية" أمس.')).toEqual(['الجبهة الزراعية']);
    for (const text of [
      'وصفها بأنها "لجنة وطنية عاجلة" أمس.',
      'انتقد نظام "الحزب الواحد" أمس.',
      'قال إنه "مركز للألعاب" أمس.',
    ])
      expect(ids(text)).toEqual([]);
  });
  test('a description may stand before a foreign name in quotation marks', () => {
    expect(named('أجرت شركة البحوث الاجتماعية "كرافنوتس" استطلاعا.')).toEqual([
      'شركة البحوث الاجتماعية "كرافنوتس"',
    ]);
    expect(ids('قالت شركة الطيران "إن الرحلة تأخرت".')).toEqual([]);
  });
  test('titles of papers begin with articles of their languages', () => {
    expect(named('قالت صحيفة ذي كرونكل إن الخبر صحيح.')).toEqual(['صحيفة ذي كرونكل']);
  });
  test('names end where a clause, a purpose or another body begins', () => {
    expect(named('بحسب صحيفة كروندستاد فإن الفتاة وصلت.')).toEqual(['صحيفة كروندستاد']);
    expect(named('دعت الهيئة الوطنية لمكافحة الغش إلى الحذر.')).toEqual(['الهيئة الوطنية لمكافحة الغش']);
    expect(named('فاز تحالف من حزب المزارعين والحزب القروي أمس.')).toContain('حزب المزارعين');
  });
  test('lone adjectives are no names', () => {
    for (const text of ['إنه تنظيم هرمي صارم.', 'قال رئيس مجلس قروي هناك.', 'نحتاج إلى معهد ديني جديد.'])
      expect(ids(text)).toEqual([]);
  });
});

describe('which body a noun stands for', () => {
  test('the army that the article names in full', () => {
    expect(
      ids('قتل فلسطيني في الضفة الغربية برصاص الجيش الإسرائيلي. وأرسل الجيش قوات إلى القرية الفلسطينية.'),
    ).toEqual(['country:IL', 'country:PS', 'org:israel-defense-forces']);
    expect(ids('قال الجيش في بيان له إنه تقدم. وكان الجيش الوطني الليبي بدأ هجوما في ليبيا.')).not.toContain(
      'org:armed-forces:LY',
    );
  });
  test('an election commission is the one of the country that the article is about', () => {
    expect(ids('جرت الانتخابات في كينيا أمس. وقالت اللجنة الانتخابية إن النتائج تأخرت.')).toContain(
      'org:kenya-iebc',
    );
  });
  test('the prosecution of the country that the article is about, not what is done on behalf of others', () => {
    expect(ids('اعتقل ناشط في تونس أمس. وقررت النيابة العامة حبسه.')).toContain('org:public-prosecution:TN');
    expect(ids('اجتمع المدير بالنيابة بالوفد في تونس أمس.')).toEqual(['country:TN']);
  });
  test('the agency whose name stands behind its country', () => {
    for (const agency of ['"تاس"', '(تاس)', 'تاس'])
      expect(ids(`ذكرت وكالة الأنباء الروسية ${agency} أن الوفد وصل.`)).toEqual(['country:RU', 'org:tass']);
    expect(ids('ذكرت وكالة الأنباء الروسية أن الوفد وصل.')).toEqual(['country:RU', 'org:ria-novosti']);
  });
});
