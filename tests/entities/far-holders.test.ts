import { describe, expect, test } from 'vitest';
import { ids, offices, recognize } from './recognize.js';

describe('a holder far behind a title', () => {
  test('is found in front of what he says', () => {
    expect(
      ids('قال قائد الكتيبة السادسة التابعة للجيش بمنطقة الوادي مازن حسين أحمد، إن جنوده تقدموا.'),
    ).toContain('leader:mazn-hussein-ahmed');
    expect(ids('وأكد قائد اللواء الثاني مشاة، محمد الصبيحان، أن الطريق آمن.')).toContain(
      'leader:mohammed-al-sabihan',
    );
    expect(ids('وذكر عضو مجلس شورى المحافظة بريف المدينة إسماعيل الدوماني إن الماء مقطوع.')).toContain(
      'leader:asmayl-al-domani',
    );
  });
  test('is a member of the parliament that his title names', () => {
    expect(offices('وقال النائب عن مدينة الساحل في البرلمان الليبي إبراهيم شلوف إن الجلسة تأجلت.')).toContain(
      'mp leader:ibrahim-shalof org:libyan-house-of-representatives',
    );
  });
  test('stands behind an adjective of the body', () => {
    expect(
      offices('استقبل الرئيس الأميركي، دونالد ترامب، رئيس شبكة سي إن إن الإخبارية، غاري ماندل، أمس.'),
    ).toEqual(['president leader:donald-trump country:US', 'head leader:ghari-mandal org:cnn']);
  });
  test('is nobody of the next clause', () => {
    expect(offices('ورأت وزيرة الصحة في القانون خطوة وأنه ينصف نواز شريف في باكستان.')).not.toContain(
      'health-minister leader:nawaz-sharif country:PK',
    );
    expect(offices('ولم يذكر الرئيس التركي خصمه القديم فتح الله غولن بالاسم.')).not.toContain(
      'president leader:fethullah-gulen country:TR',
    );
    const text = 'غير أن الرئيس السوداني أسند المهمة إلى غيره.';
    expect(recognize(text, '', '2015-08-11').offices.filter(({ holder }) => holder)).toEqual([]);
    expect(offices('قرر الرئيس التركي تعيين سمير الحمداني سفيرا في لندن.')).not.toContainEqual(
      expect.stringMatching(/^president leader:samir/),
    );
  });
  test('is not who commands nothing', () => {
    expect(ids('تحمل السفينة اسم القائد الشهير سامي حسن محمد.')).toEqual([]);
  });
});

describe('titles', () => {
  test('of those whom the Saudi king sends are of Saudi Arabia', () => {
    expect(offices('ووصل سفير خادم الحرمين الشريفين لدى المغرب الدكتور فهد بن ناصر الجهران.')).toContain(
      'ambassador leader:fahd-bin-nasser-al-jaharan country:SA',
    );
    expect(offices('والتقى سفير خادم الحرمين الشريفين في لبنان خالد الرويشان الطلاب.')).not.toContain(
      'king leader:khaled-al-royshan country:LB',
    );
  });
  test('say of which group somebody is by an adjective', () => {
    expect(offices('وزار القيادي الحوثي أبو وليد السنباني، قائد المدفعية، القرية.')).toContain(
      'senior-figure leader:abu-wlid-al-sanabani org:houthis',
    );
    expect(offices('ولم يظهر الزعيم الحوثي هذا الأسبوع.')).not.toContainEqual(
      expect.stringContaining('org:houthis'),
    );
  });
  test('of those who lead are of the group that they are known to lead', () => {
    expect(offices('وألقى زعيم المتمردين عبد الملك الحوثي خطابا عن جماعة الحوثي.')).toContain(
      'party-leader leader:abdulmalik-al-houthi org:houthis',
    );
  });
  test('of a ruler are not of the country of somebody who never was one', () => {
    const { offices: found } = recognize('وفي الولايات المتحدة قال الرئيس رودي جولياني إن الحفل بدأ.');
    expect(found.find(({ office }) => office.id === 'president')).toMatchObject({
      of: undefined,
      ofUnnamed: true,
    });
  });
  test('of one among many mean nobody who was named before', () => {
    const text = 'قال القيادي في حزب الله نواف الموسوي إنه باق. وزار مسؤول في حزب الله بلدته.';
    expect(recognize(text).offices.at(-1)).toMatchObject({ holder: undefined, reference: undefined });
  });
  test('may be those of another time', () => {
    expect(offices('وقعها الرئيس الأميركي حينذاك باراك أوباما.')).toEqual([
      'president leader:barack-obama country:US former',
    ]);
  });
  test('are no adjectives: a conservative is no governor', () => {
    expect(offices('رحب الحضور بالقاضي المحافظ بريت كافانو.')).not.toContainEqual(
      expect.stringContaining('governor'),
    );
  });
});

describe('appointments', () => {
  test('find people whom nothing else shows', () => {
    expect(offices('قرر الرئيس تعيين سمير الحمداني محافظا لعدن في اليمن.')).toContainEqual(
      expect.stringMatching(/^governor leader:samir-al-hamadani/),
    );
  });
  test('are stated by an office in the accusative with its country or body', () => {
    expect(offices('وكان تركي الفيصل مديرا للمخابرات السعودية قبل عقدين.')).toContain(
      'director leader:turki-al-faisal org:saudi-general-intelligence former',
    );
    expect(offices('اتفقوا على نوري المالكي رئيسا لوزراء العراق.')).toContain(
      'prime-minister leader:nouri-al-maliki country:IQ',
    );
    expect(offices('انتخب النواب نبيه بري رئيسا لمجلس النواب اللبناني.')).toContainEqual(
      expect.stringMatching(/^speaker leader:nabih-berri/),
    );
  });
  test('may be told of who held the post', () => {
    expect(offices('وشغل كريم البدراني منصب نائب رئيس البرلمان العراقي عامين.')).toContainEqual(
      expect.stringMatching(/leader:karim-al-badarani .* former$/),
    );
  });
});

describe('names', () => {
  test('of others who are called like a statesman are theirs', () => {
    expect(ids('وزار الأمير منصور بن سعود بن فهد المعرض.')).not.toContain('leader:riyad-mansour');
    expect(ids('وزار الأمير محمد بن عبدالرحمن بن عبدالعزيز المعرض.')).not.toContain(
      'leader:mohammed-bin-abdulrahman-al-thani',
    );
    expect(ids('وافتتح رئيس الغرفة تميم بن عبدالعزيز الجهران المعرض.')).not.toContain(
      'leader:tamim-bin-hamad',
    );
    expect(ids('وصل الشيخ تميم بن حمد إلى الكويت.')).toContain('leader:tamim-bin-hamad');
    expect(ids('وافتتح والي فاس محمد يعقوبي المدرسة.')).not.toContain('leader:mullah-yaqoob');
  });
  test('go on with the house behind a father', () => {
    expect(ids('وصافح الحضور رئيس المجمع الأستاذ ماجد بن طارق العباد، وشكروه.')).toContain(
      'leader:majed-bin-tariq-al-abad',
    );
  });
  test('end before a noun with a preposition', () => {
    expect(ids('اجتمع الوزراء مع رئيس الجمهورية ميشال عون لمناقشة الموازنة.')).toContain(
      'leader:michel-aoun',
    );
  });
  test('begin behind a conjunction or a preposition', () => {
    expect(ids('وحضر نائب رئيس شركة أرامكو، ووليد سامر ابن سفير متقاعد.')).not.toContainEqual(
      expect.stringMatching(/^leader:/),
    );
    expect(ids('واجتمعت لجنة لبحث سمير الجبوري، وهو كذلك نائب سابق لرئيس البرلمان العراقي.')).toContain(
      'leader:samir-al-jabori',
    );
  });
});
