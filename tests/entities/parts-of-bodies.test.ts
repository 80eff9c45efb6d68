import { describe, expect, test } from 'vitest';
import { entities, ids } from './recognize.js';

const organizations = (text: string) =>
  Object.fromEntries(Object.entries(entities(text)).filter(([id]) => id.startsWith('org:')));
const names = (text: string) => Object.values(organizations(text)).flat();

describe('committees of parliaments', () => {
  test('with the parliament, and then alone', () => {
    expect(
      names('أقرت لجنة الموازنة والخطة في البرلمان المصري القانون. وقالت لجنة الموازنة والخطة إنها ستجتمع.'),
    ).toEqual(expect.arrayContaining(['لجنة الموازنة والخطة في البرلمان المصري', 'لجنة الموازنة والخطة']));
    expect(names('ناقشت لجنة الصحة بمجلس النواب الأردني التقرير.')).toContain(
      'لجنة الصحة بمجلس النواب الأردني',
    );
  });
  test('an office in one is an office of the parliament, and other committees are none', () => {
    expect(names('قال رئيس لجنة الصحة في البرلمان المصري سامي فهمي إن القانون جاهز.')).toEqual([
      'البرلمان المصري',
    ]);
    expect(names('شكلت القرية لجنة الأفراح في الحي، والبرلمان المصري غائب.')).toEqual(['البرلمان المصري']);
  });
});

describe('bodies named after rulers', () => {
  test('with their purpose', () => {
    expect(names('افتتح مركز الأمير سالم لأبحاث المناخ معرضا.')).toEqual(['مركز الأمير سالم لأبحاث المناخ']);
    expect(names('دعمت مؤسسة الملك خالد الخيرية المشروع.')).toEqual(['مؤسسة الملك خالد الخيرية']);
    expect(ids('وقع مركز الملك عبدالله العالمي للحوار الاتفاق.')).toEqual(['org:kaiciid']);
  });
  test('places are none', () => {
    expect(ids('التقيا قرب مركز الملك فهد وسط المدينة، ثم في مستشفى الملك خالد.')).toEqual([]);
  });
});

describe('bodies with a definite name', () => {
  test('general presidencies and what is joined to their purpose', () => {
    expect(names('حذرت الرئاسة العامة للمياه وحماية الغابات من الحرائق.')).toEqual([
      'الرئاسة العامة للمياه وحماية الغابات',
    ]);
    expect(names('نفت الرئاسة السورية للمؤتمر صحة الخبر.')).toEqual([]);
  });
  test('parts of larger bodies', () => {
    expect(names('اجتمعت اللجنة التنفيذية لليونسكو.')).toContain('اللجنة التنفيذية لليونسكو');
    expect(names('قالت الأمانة العامة للمجلس إن الموعد ثابت.')).toEqual([]);
    expect(names('وقع الصندوق الاجتماعي للتنمية والهيئة العامة للآثار مذكرة.')).toEqual([
      'الصندوق الاجتماعي للتنمية',
      'الهيئة العامة للآثار',
    ]);
    expect(names('اتفقت الهيئة العامة للموانئ والهيئة العامة للطرق.')).toEqual([
      'الهيئة العامة للموانئ',
      'الهيئة العامة للطرق',
    ]);
  });
});
