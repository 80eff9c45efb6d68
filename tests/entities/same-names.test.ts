import { describe, expect, test } from 'vitest';
import { entities, ids, meant } from './recognize.js';

describe('one entity by a short and a long name', () => {
  test('a prince with and without his grandfather', () => {
    const text =
      'قال الأمير بندر بن عبدالله بن ثنيان الكثيري إن الحفل ناجح. وشكر الأمير بندر بن عبدالله الحضور.';
    expect(ids(text).filter(id => id.startsWith('leader:'))).toHaveLength(1);
  });
  test('a party that is known by its longer name', () => {
    expect(ids('قصفت تركيا مواقع حزب العمال الكردستاني. وقال حزب العمال إنه سيرد.')).toEqual([
      'country:TR',
      'org:pkk',
    ]);
  });
  test('two longer names leave the short one alone', () => {
    const text = 'أسس حزب الشعوب الفارسي وحزب الشعوب الماليزي جبهة. وقال حزب الشعوب إنه سعيد.';
    expect(meant(text, 'حزب الشعوب')).toBe(meant(text, 'حزب الشعوب الماليزي'));
    expect(meant(text, 'حزب الشعوب الفارسي')).not.toBe(meant(text, 'حزب الشعوب الماليزي'));
  });
  test('armies and parliaments with an entry of their own', () => {
    expect(ids('تقدم الجيش اليمني في الجبل، وقال الجيش إنه سيواصل.')).toEqual([
      'country:YE',
      'org:yemeni-national-army',
    ]);
    expect(ids('عقد مجلس النواب العراقي جلسة، وأقر البرلمان القانون.')).toEqual([
      'country:IQ',
      'org:iraqi-council-of-representatives',
    ]);
    expect(ids('عقد مجلس النواب اللبناني جلسة، وأقر البرلمان القانون.')).toEqual([
      'country:LB',
      'org:parliament:LB',
    ]);
  });
  test('houses whose name only some countries know', () => {
    const text = 'فرضت الولايات المتحدة عقوبات أميركية على إيران. وانتقد مجلس الشورى القرار الأميركي.';
    expect(meant(text, 'مجلس الشورى')).toBe('org:iranian-parliament');
  });
});

describe('commanders known by a kunya', () => {
  test('behind their title', () => {
    expect(entities('قتل القيادي الميداني في حركة الشباب المكنى «أبو سالم» أمس.')).toMatchObject({
      'leader:abu-salm': ['أبو سالم'],
    });
    expect(ids('قتل القيادي الحوثي المدعو أبو حسام في صعدة.')).toContain('leader:abu-hossam');
  });
  test('others are nobody', () => {
    expect(ids('قال الجار المكنى «أبو سالم» إن الحي هادئ.')).toEqual([]);
  });
});
