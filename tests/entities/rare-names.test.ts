import { describe, expect, test } from 'vitest';
import { entities, ids, offices } from './recognize.js';

const people = (text: string) =>
  Object.entries(entities(text))
    .filter(([id]) => id.startsWith('leader:'))
    .flatMap(([, names]) => names);

describe('names of words that are rare in the news', () => {
  test('rare words in front of a name and behind one', () => {
    expect(people('قال المتحدث باسم وزارة الصحة رأفت السنهوري إن الوضع آمن.')).toEqual(['رأفت السنهوري']);
    expect(people('أكد كفاح محمود، وزير الثقافة العراقي، الخبر.')).toEqual(['كفاح محمود']);
  });
  test('علي before a family name, and the preposition', () => {
    expect(people('قال الأمير الأردني علي بن الحسين إنه مرشح.')).toEqual(['الأمير الأردني علي بن الحسين']);
    expect(people('صرح وزير الزراعة علي الشمري بذلك.')).toEqual(['علي الشمري']);
    expect(people('وافق الوزير علي القرار ووقع علي الاتفاق.')).toEqual([]);
  });
  test('servants of whatever name', () => {
    expect(people('قال عبد الستار الجبوري المتحدث باسم وزارة النقل العراقية ذلك.')).toEqual([
      'عبد الستار الجبوري',
    ]);
  });
  test('what opens a name belongs to it', () => {
    expect(people('قال سيف الدين الأصبحي وزير الصحة السوري ذلك.')).toEqual(['سيف الدين الأصبحي']);
  });
  test('foreign names behind a long title', () => {
    expect(people('زار نائب وزير المالية كازوهيرو ناكامورا العاصمة.')).toEqual(['كازوهيرو ناكامورا']);
    expect(people('اجتمع سفير مملكة الدنمارك أندرياس هالبرغ بالوفد.')).toEqual(['أندرياس هالبرغ']);
    expect(offices('استدعت روسيا السفير اليوناني لديها أندرياس هالبرغ.')).toEqual([
      'ambassador leader:andaryas-halbaragh country:GR',
    ]);
  });
  test('a statesman’s short name in another’s name', () => {
    expect(people('زار رئيس الوزراء بول تيبانغ المدينة.')).toEqual(['بول تيبانغ']);
    expect(ids('زار رئيس الوزراء بول تيبانغ المدينة.')).not.toContain('leader:rand-paul');
  });
  test('a nationality in a person’s name is no country', () => {
    expect(ids('قال وزير الصحة سالم السوداني إن الوباء انحسر.')).not.toContain('country:SD');
  });
  test('the office before a comma is not that of the next in the list', () => {
    expect(offices('حضر سامي العايش مساعد وزير الدفاع، والفريق عمر الدوري رئيس الأركان.')[0]).toContain(
      'sami',
    );
  });
});
