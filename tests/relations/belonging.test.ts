import { describe, expect, it } from 'vitest';
import { relationsOf } from './reading.js';

const states = (text: string) =>
  relationsOf(text).filter(relation => / (affiliated_with|member_of|holds_office) /.test(relation));

describe('whose a body is', () => {
  it.each([
    [
      'a nationality of two words',
      'نشرت وكالة يونهاب الكورية الجنوبية صورة.',
      'org:yonhap affiliated_with country:KR',
    ],
    [
      'a nationality behind another adjective',
      'عرضت قناة «المسيرة» التلفزيونية اليمنية صورة.',
      'org:al-masirah affiliated_with country:YE',
    ],
    [
      'of a state',
      'نشرت وكالة "الأناضول" التابعة للدولة التركية صورة.',
      'org:anadolu-agency affiliated_with country:TR',
    ],
    [
      'in an army',
      'كرم المهرجان اللواء الخامس بالجيش اليمني أمس.',
      'org:unit:al-lwa-al-khams affiliated_with org:yemeni-national-army',
    ],
    [
      'founded by another',
      'كرم المهرجان قوة «أميصوم» التي شكلها الاتحاد الأفريقي.',
      'org:amisom affiliated_with org:african-union',
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(states(text)).toContain(expected);
  });

  it('is that of the body that it is joined to', () => {
    expect(
      states('زار وزير الخارجية السعودي السعودية والرياض. واتصلت الصحيفة بالرئاسة المصرية، ووزارة الخارجية.'),
    ).toContain('org:ministry-of-foreign-affairs:EG affiliated_with country:EG');
  });

  it('is where it stands in a part of a country', () => {
    expect(states('سلمت القوات المسلحة في شرقي ليبيا ضابطا مصريا إلى الجيش المصري.')).toContain(
      'org:armed-forces:LY affiliated_with country:LY',
    );
  });

  it('is not said of the army of another state', () => {
    expect(states('شارك الجيش التركي التابع للاتحاد الروسي في المعرض.')).not.toContain(
      'org:armed-forces:TR affiliated_with country:RU',
    );
  });

  it('is not said by what a country is told', () => {
    expect(states('نشرت وكالة "الأناضول" تابعة الأخبار صورة لتركيا.')).not.toContain(
      'org:anadolu-agency affiliated_with country:TR',
    );
  });
});

describe('who is at the head', () => {
  it.each([
    [
      'of the members of an alliance',
      'شكرت المدينة دول التحالف العربي، وفي مقدمتها السعودية والإمارات.',
      ['country:SA member_of org:arab-coalition-yemen', 'country:AE member_of org:arab-coalition-yemen'],
    ],
    [
      'of an alliance',
      'شاركت السعودية على رأس التحالف العربي في المعرض.',
      ['country:SA member_of org:arab-coalition-yemen'],
    ],
    [
      'of a party, named before',
      'في بريطانيا زار ديفيد كاميرون مقر حزب المحافظين الذي يتزعمه.',
      ['leader:david-cameron holds_office org:conservative-party-uk'],
    ],
  ])('%s: %s', (_, text, expected) => {
    for (const relation of expected) expect(states(text)).toContain(relation);
  });

  it.each([
    ['of what an alliance has', 'كرمت المدينة مشاريع التحالف العربي، وفي مقدمتها السودان.'],
    [
      'of a party, where two are named before',
      'في بريطانيا رأى ديفيد كاميرون أن أنجيلا ميركل تعرف حزب المحافظين الذي يتزعمه.',
    ],
  ])('is not said %s: %s', (_, text) => {
    expect(states(text).filter(relation => !relation.includes(' affiliated_with '))).toEqual([]);
  });
});
