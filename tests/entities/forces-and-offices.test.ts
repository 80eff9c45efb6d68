import { describe, expect, test } from 'vitest';
import { entities, ids } from './recognize.js';

/** What the bodies of a text are called. */
const named = (text: string) =>
  Object.entries(entities(text))
    .filter(([id]) => id.startsWith('org:'))
    .flatMap(([, mentions]) => mentions);

describe('ministries that share one noun', () => {
  test('are two, with the nationality behind the second', () => {
    expect(ids('نفت وزارتا الخارجية والدفاع الكينيتان الخبر.')).toEqual([
      'country:KE',
      'org:ministry-of-defence:KE',
      'org:ministry-of-foreign-affairs:KE',
    ]);
  });
  test('or with the country behind "in"', () => {
    expect(ids('رفضت وزارتا الصحة والتعليم في كوريا الجنوبية التعليق.')).toEqual([
      'country:KR',
      'org:ministry-of-education:KR',
      'org:ministry-of-health:KR',
    ]);
  });
  test('may be more than two', () => {
    expect(ids('نسقت وزارات الداخلية والعدل والصحة الغانية الخطة.')).toEqual(
      expect.arrayContaining([
        'org:ministry-of-interior:GH',
        'org:ministry-of-justice:GH',
        'org:ministry-of-health:GH',
      ]),
    );
  });
  test('of two countries are no one country’s', () => {
    expect(named('زاد التنسيق بين وزارتي الخارجية والدفاع في البلدين.')).toEqual([]);
  });
});

describe('police', () => {
  test('of a town or a province', () => {
    expect(named('أعلنت شرطة مدينة وينيبيغ الكندية توقيف رجل.')).toEqual(['شرطة مدينة وينيبيغ الكندية']);
    expect(named('وقالت شرطة ولاية أوريغون إن الطريق أغلق.')).toEqual(['شرطة ولاية أوريغون']);
    expect(named('قال المتحدث باسم شرطة كمبالا إن الوضع هادئ.')).toEqual(['شرطة كمبالا']);
  });
  test('but no station and no policemen', () => {
    expect(named('نقل الموقوف إلى مركز شرطة وينيبيغ أمس.')).toEqual([]);
    expect(named('رأى رجلي شرطة يركضان نحو الباب.')).toEqual([]);
    expect(named('عثر على ضابطي شرطة مقيدين في المبنى.')).toEqual([]);
    expect(named('وصلت شرطة المرور إلى المكان.')).toEqual([]);
  });
  test('of the whole country are its police where it is clear which', () => {
    expect(ids('دخل الجيش العراقي والشرطة الاتحادية البلدة.')).toContain('org:police:IQ');
    expect(ids('وصل الجيش العراقي ثم فتشت الشرطة البيوت.')).not.toContain('org:police:IQ');
  });
});

describe('units of an army', () => {
  test('with a number, and of a force behind "in"', () => {
    expect(named('سيطر اللواء 143 على التلة.')).toEqual(['اللواء 143']);
    expect(named('انسحبت الفرقة التاسعة في الجيش الهندي.')).toContain('الفرقة التاسعة');
    expect(named('أصيب قائد اللواء الخامس عشر في المعركة.')).toEqual(['اللواء الخامس عشر']);
  });
  test('but no years of study', () => {
    expect(named('اعتصم طلاب الفرقة الأولى أمام الكلية.')).toEqual([]);
  });
});

test('a court of a capital is one of its country', () => {
  expect(entities('برأت محكمة جنايات القاهرة المتهم.')).toMatchObject({
    'org:court-of-cassation:EG': ['محكمة جنايات القاهرة'],
  });
});

test('national airlines', () => {
  expect(ids('علقت شركة الخطوط الجوية المكسيكية رحلاتها.')).toContain('org:national-airline:MX');
  expect(ids('علقت شركة الخطوط الجوية الكينية رحلاتها.')).toContain('org:kenya-airways');
  expect(ids('علقت شركة الخطوط التركية رحلاتها.')).toContain('org:turkish-airlines');
});

describe('Al-Qaeda by its short name', () => {
  test('in quotation marks, behind its people and beside another group', () => {
    for (const text of [
      'يرى الخبير أن خطر «القاعدة» لم ينته.',
      'قتل ثلاثة من مقاتلي القاعدة في الغارة.',
      'حذر من عودة داعش والقاعدة إلى المدينة.',
    ])
      expect(ids(text)).toContain('org:al-qaeda');
  });
  test('not where it is a rule or a base', () => {
    expect(named('هذه القاعدة تسري على الجميع.')).toEqual([]);
    expect(named('عرض برنامج «القاعدة» حلقته الأولى.')).toEqual([]);
  });
});

describe('names in quotation marks', () => {
  test('may be ordinary words behind a noun that bears names', () => {
    expect(named('قالت جمعية «نساء صانعات» إن القانون ظالم.')).toEqual(['جمعية «نساء صانعات»']);
    expect(named('انضم إلى تحالف «وطن للجميع» أمس.')).toEqual(['تحالف «وطن للجميع»']);
  });
  test('may be spelled by letters', () => {
    expect(named('باعت شركة «في إس كي» حصتها.')).toEqual(['شركة «في إس كي»']);
  });
  test('but not what somebody calls the body', () => {
    for (const text of [
      'وصفه بأنه حزب «متطرف» أمس.',
      'قال إنها شركة «وهمية» لا أكثر.',
      'أنها جمعية «تأسست على خلاف القانون» قبل عام.',
    ])
      expect(named(text)).toEqual([]);
  });
});

test('a maker is none where its name says what kind of thing something is', () => {
  expect(named('تحطمت طائرة من طراز بوينغ 737 قرب المطار.')).toEqual([]);
  expect(named('أعلنت بوينغ خسائر كبيرة.')).toEqual(['بوينغ']);
});

test('forces and missions go by several names', () => {
  for (const [name, id] of [
    ['القوة الدولية في جنوب لبنان', 'unifil'],
    ['قوة مجموعة الساحل', 'g5-sahel'],
    ['قيادة عمليات بغداد', 'baghdad-operations-command'],
    ['القيادة الأميركية للمحيطين الهندي والهادئ', 'us-indo-pacific-command'],
    ['كتيبة نتسيح يهودا', 'netzah-yehuda'],
  ])
    expect(ids(`قال مسؤول في ${name} إن الوضع هادئ.`)).toContain(`org:${id}`);
});
