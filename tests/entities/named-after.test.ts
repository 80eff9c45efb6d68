import { describe, expect, test } from 'vitest';
import { entities, ids, meant } from './recognize.js';

describe('things that are named after people', () => {
  test('streets, universities and parks of kings', () => {
    expect(ids('أقيم الحفل في حديقة الملك فهد وشارك فيه طلاب من جامعة الملك فيصل.')).toEqual([]);
    expect(ids('ينقل المصابون إلى مستشفى الملك خالد، ثم بطريق الأمير نايف بن عبدالعزيز.')).toEqual([]);
    expect(ids('افتتح المعرض بقاعة الشيخ ناصر الكندري في المدينة.')).toEqual([]);
    expect(ids('يمتد النفق إلى منتزه الملك عبدالله وسط المدينة.')).toEqual([]);
  });
  test('the kings themselves', () => {
    expect(ids('استقبل الملك فهد ضيوفه في القصر.')).toContain('leader:king-fahd');
    expect(ids('قاد الملك فيصل بلاده سنوات.')).toContain('leader:king-faisal');
    expect(ids('أمر الملك سلمان بافتتاح جامعة جديدة.')).toContain('leader:king-salman');
  });
  test('offices behind such a word are held all the same', () => {
    expect(ids('زار مدينة حقل رئيس الوزراء الأردني عمر الرزاز.')).toContain('leader:omar-razzaz');
    expect(ids('استقال الوزير فحل محله دومينيك راب.')).toContain('leader:dominic-raab');
    expect(ids('وصلت الرسالة عن طريق سعود الفيصل.')).toContain('leader:saud-al-faisal');
    expect(ids('افتتح مركز أرامكو دورة جديدة.')).toContain('org:aramco');
  });
});

describe('given names in two words', () => {
  test('are nobody in particular', () => {
    expect(ids('حضر الحارس عبد الله السديري تدريبات الفريق.')).toEqual([]);
    expect(ids('كرّم النادي المهندس عبد الله بن سعيد المبطي.')).not.toContain('leader:king-abdullah-ii');
    expect(ids('قال الدكتور عبد الله التركي إن الطقس حار.')).not.toContain('leader:king-abdullah-ii');
  });
  test('are the king where his title or the full name stands', () => {
    expect(
      meant(
        'قال العاهل الأردني الملك عبد الله الثاني إنه متفائل. وأضاف الملك عبد الله أنه سيسافر.',
        'عبد الله',
      ),
    ).toBe('leader:king-abdullah-ii');
    expect(ids('صرح وزير خارجية مالي عبد الله ديوب للصحفيين.')).toContain('leader:abdoulaye-diop');
  });
  test('a name of a prince that is a title elsewhere', () => {
    expect(ids('أقيم اللقاء في صالة الأمير سلطان بن سعود.')).toEqual([]);
  });
});

test('«عن» before a road says by whose way, before a bridge it does not', () => {
  expect(ids('انقطع التيار عن جسر الملك فهد ليلا.')).toEqual([]);
  expect(ids('وصلت الرسالة عن طريق الملك فهد.')).toEqual(['leader:king-fahd']);
});

test('chambers and roads of a capital are not the state', () => {
  expect(ids('أعلنت غرفة الرياض في السعودية عن معرض.')).toEqual(['country:SA']);
  expect(entities('السعودية: أعلنت غرفة الرياض عن معرض على طريق الرياض.')['country:SA']).toEqual([
    'السعودية',
  ]);
});
