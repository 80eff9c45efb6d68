import { describe, expect, test } from 'vitest';
import { ids, meant, recognize } from './recognize.js';

describe('references inside an article', () => {
  test('a title with a nationality is its holder', () => {
    expect(
      meant('التقى فلاديمير بوتين ضيفه. وقال الرئيس الروسي إن اللقاء مفيد.', 'الرئيس الروسي', '2018-05-01'),
    ).toBe('leader:vladimir-putin');
  });
  test('a bare title is the last holder of such an office', () => {
    expect(meant('وصل وزير الخارجية الأردني أيمن الصفدي. وقال الوزير إن الزيارة مهمة.', 'الوزير')).toBe(
      'leader:ayman-safadi',
    );
  });
  test('his country is the country of whom the sentence speaks', () => {
    expect(meant('ذكر الرئيس التركي رجب طيب أردوغان صباحا أن بلاده لن تتراجع.', 'بلاده')).toBe('country:TR');
  });
  test('their forces agree with their owner', () => {
    expect(meant('أعلنت فرنسا أن قواتها باقية.', 'قواتها')).toBe('country:FR');
  });
  test('the party, the organization and the ministry are those named last', () => {
    expect(meant('هاجم تنظيم داعش القرية. وانسحب التنظيم لاحقا.', 'التنظيم')).toBe('org:islamic-state');
    expect(meant('تحدثت وزارة الدفاع الروسية أمس. ونفت الوزارة الخبر.', 'الوزارة')).toBe(
      'org:ministry-of-defence:RU',
    );
  });
  test('organized crime is no organization', () => {
    expect(
      meant('قالت منظمة الصحة العالمية كلمتها. وتحارب الشرطة الجريمة المنظمة.', 'المنظمة'),
    ).toBeUndefined();
  });
  test('an office alone is resolved by its dates, and marked', () => {
    const { mentions } = recognize('قال الرئيس الروسي كلمته.', '', '2015-06-01');
    expect(mentions.find(({ presumed }) => presumed)?.entity.id).toBe('leader:vladimir-putin');
    expect(ids('قال الرئيس الروسي كلمته.')).toEqual(['country:RU']);
  });
  test('a counterpart holds the office that the dates of the two give them', () => {
    const { offices } = recognize('استقبل ماكرون نظيره الروسي فلاديمير بوتين.', '', '2018-05-24');
    expect(offices.map(({ office, holder, of }) => `${office.id} ${holder?.entity.id} ${of?.id}`)).toEqual([
      'president leader:vladimir-putin country:RU',
    ]);
  });
});
