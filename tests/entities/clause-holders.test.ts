import { describe, expect, it } from 'vitest';
import { entities, ids, offices } from './recognize.js';

describe('the holder of an office', () => {
  it.each([
    [
      'is one of several advisers',
      'نفى سامر الوهدان أحد كبار مستشاري الرئيس الأميركي دونالد ترامب الخبر.',
      'adviser leader:samr-al-whdan country:US',
    ],
    [
      'is an attaché',
      'افتتح ناصر الجهران، الملحق الثقافي السعودي في اليابان، معرضا للكتب.',
      'attache leader:nasser-al-jaharan country:SA',
    ],
    [
      'is a relative of the one whom he serves',
      'وصلت إيفانكا ترامب ابنة الرئيس الأميركي دونالد ترامب ومستشارته إلى المطار.',
      'adviser leader:ivanka-trump country:US',
    ],
    [
      'is the first of those who serve somebody',
      'قال الرئيس الأميركي دونالد ترامب إن كبير مستشاريه جاريد كوشنر سيسافر غدا.',
      'adviser leader:jared-kushner country:US',
    ],
    [
      'stands behind a word of respect and a nationality',
      'افتتح وزير النفط القطري الشيخ سامر الطرودي المصفاة.',
      'oil-minister leader:samr-al-tarodi country:QA',
    ],
    [
      'stands behind adjectives and a rank',
      'زار قائد العمليات المركزية الجديد اللواء سامر الطرودي الجرحى.',
      'commander leader:samr-al-tarodi ',
    ],
    [
      'is a counterpart named before the office',
      'بعد لقاء مع نظيره المنغولي باتار دوندوغ غادر وزير الخارجية الفرنسي جان إيف لودريان العاصمة.',
      'foreign-minister leader:batar-dondogh country:MN',
    ],
    [
      'stands in a list between commas',
      'ضمت الصورة رؤساء روسيا، فلاديمير بوتين، وتركيا، رجب طيب أردوغان.',
      'president leader:recep-tayyip-erdogan country:TR',
    ],
    [
      'has taken a post',
      'وكان نيكولاس مادورو قد تولى منصب الرئيس بالنيابة في فنزويلا.',
      'president leader:nicolas-maduro country:VE',
    ],
    [
      'has been made something',
      'رحب جيمس جيفري، الذي عين ممثلا خاصا للولايات المتحدة، بالاتفاق.',
      'envoy leader:james-jeffrey country:US',
    ],
    [
      'works in a body named before',
      'أرسلت المنظمة الدولية للهجرة شاحنات. وقال مدير العمليات في المنظمة محمد الوهدان إنها وصلت.',
      'director leader:mohammed-al-whdan org:iom',
    ],
    [
      'serves somebody for something',
      'نفى مستشار ترامب للأمن القومي جون بولتون الخبر.',
      'adviser leader:john-bolton country:US',
    ],
    [
      'speaks for troops with a name in quotation marks',
      'نفى المتحدث باسم قوات التحالف «تحالف دعم الشرعية باليمن»، العقيد تركي المالكي، الخبر.',
      'spokesperson leader:turki-al-malki org:arab-coalition-yemen',
    ],
  ])('%s', (_, text, office) => {
    expect(offices(text).join('\n')).toContain(office);
  });

  it('is no name of a town', () => {
    expect(ids('افتتح محافظ ديار بكر جسرا في تركيا.').filter(id => id.startsWith('leader:'))).toEqual([]);
  });
});

describe('a name', () => {
  it('ends where its verb stands', () => {
    expect(ids('وذكرت الصحيفة أن النائب العام نبيل صادق أمر بفتح تحقيق في مصر.')).toContain(
      'leader:nabil-sadq',
    );
    expect(ids('وألقى رئيس اللجنة سامر الهادي بارك فيها للفائزين.')).not.toContain(
      'leader:samir-al-hady-bark',
    );
  });
  it('does not begin with what men of religion are called', () => {
    expect(
      ids('أعلن متحدث باسم رجل الدين التركي المقيم في الخارج الخبر.').filter(id => /leader/.test(id)),
    ).toEqual([]);
  });
  it('is not that of a sea', () => {
    const text = 'التقى وزير النقل اليمني سليم الأحمر الصيادين. وتقع المدينة على البحر الأحمر.';
    expect(Object.values(entities(text)).flat()).toContain('سليم الأحمر');
    expect(Object.values(entities(text)).flat()).not.toContain('الأحمر');
  });
  it('may have a hyphen and no word that a list knows', () => {
    expect(
      offices('وأصبحت سارة فيندل-كروت، وهي عضو مجلس الشيوخ في أستراليا، أول من يقاضي الصحيفة.').join(),
    ).toContain('senator leader:sarh-findal-karot');
  });
});
