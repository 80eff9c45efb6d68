import { describe, expect, test } from 'vitest';
import { entities, ids, offices } from './recognize.js';

describe('leaders', () => {
  test('spellings of one name are one person', () => {
    for (const name of ['فلاديمير بوتين', 'فلاديمير بوتن', 'بوتين', 'بوتن'])
      expect(ids(`قال ${name} كلمته.`)).toContain('leader:vladimir-putin');
    for (const name of ['سيرغي شويغو', 'سيرجي شويجو', 'سيرغي شويجو'])
      expect(ids(`وصل ${name} أمس.`)).toContain('leader:sergei-shoigu');
    for (const name of ['كيم جونغ أون', 'كيم جونغ-أون'])
      expect(ids(`ظهر ${name} علنا.`)).toContain('leader:kim-jong-un');
  });
  test('a title finds a person whom the gazetteer does not know', () => {
    expect(
      entities('قال وزير الزراعة التونسي سمير الطرودي إن الموسم جيد. وأضاف الطرودي أن الأمطار كافية.'),
    ).toMatchObject({
      'leader:samir-al-tarodi': ['سمير الطرودي', 'الطرودي'],
    });
  });
  test('the name ends where the sentence goes on', () => {
    expect(
      entities('التقى وزير الطاقة النيجيري تشيدي أوكونجو أمس وفدا من الخبراء.')['leader:tashidi-awkonjo'],
    ).toEqual(['تشيدي أوكونجو']);
  });
  test('commas, ranks and words of respect may stand between title and name', () => {
    expect(ids('أكد قائد القوات البرية، اللواء الركن ماهر الزبيدان، أن المعركة انتهت.')).toContain(
      'leader:mahr-al-zabidan',
    );
    expect(ids('استقبل معالي وزير النقل الدكتور نايف الجهران الوفد.')).toContain('leader:nayf-al-jaharan');
  });
  test('the title may stand after the name', () => {
    expect(offices('قال أنور قرقاش، وزير الدولة الإماراتي للشؤون الخارجية، كلمته.')).toContain(
      'minister-of-state leader:anwar-gargash country:AE',
    );
    expect(ids('وقال جوليان مارتوف، المتحدث باسم المفوضية الأوروبية، كلمته.')).toContain(
      'leader:jolyan-martof',
    );
  });
  test('the counterpart holds the same office elsewhere', () => {
    expect(offices('التقى وزير الخارجية الأميركي مايك بومبيو نظيره الروسي سيرغي لافروف.')).toEqual([
      'foreign-minister leader:mike-pompeo country:US',
      'foreign-minister leader:sergei-lavrov country:RU',
    ]);
  });
  test('two presidents share one title', () => {
    expect(offices('اتفق الرئيسان الروسي فلاديمير بوتين والصيني شي جين بينغ على اللقاء.')).toEqual([
      'president leader:vladimir-putin country:RU',
      'president leader:xi-jinping country:CN',
    ]);
  });
  test('former offices are marked', () => {
    expect(offices('وصف وزير الخارجية الأميركي السابق جون كيري الخطة.')).toEqual([
      'foreign-minister leader:john-kerry country:US former',
    ]);
  });
  test('people without an office are no nodes', () => {
    expect(ids('قال المحلل السياسي سامر الوهدان إن الوضع صعب، واتفق معه الصحفي جمال خاشقجي.')).toEqual([]);
  });
  test('places and ships that bear a name are no people', () => {
    expect(ids('نقل المصاب إلى مستشفى الملك فيصل.')).not.toContain('leader:king-faisal');
    expect(ids('زار الوفد جامعة الملك سعود.')).toEqual([]);
  });
  test('a given name inside a longer name is somebody else', () => {
    expect(ids('حضر الدكتور عبدالله المسندي الحفل.')).not.toContain('leader:king-abdullah-ii');
    expect(ids('استقبل الوفد أحمد بن صالح الحميداني.')).not.toContain('leader:abdelkader-bensalah');
  });
  test('the lineage of a prince belongs to his name', () => {
    expect(entities('استقبل أمير قطر الشيخ تميم بن حمد آل ثاني الوفد.')['leader:tamim-bin-hamad']).toEqual([
      'الشيخ تميم بن حمد آل ثاني',
    ]);
  });
  test('what is left of an ordinary word is no name', () => {
    expect(ids('التقى عددا من كبار المسؤولين وأعضاء لجنتي الحوار.')).toEqual([]);
  });
});
