import { describe, expect, test } from 'vitest';
import { entities, ids, meant, recognize } from './recognize.js';

describe('bodies by the shape of their names', () => {
  test('ministries of any portfolio', () => {
    const [ministry] = ids('أعلنت وزارة التجهيز والماء المغربية الخطة.').filter(id => id.startsWith('org:'));
    expect(ministry).toMatch(/^org:ministry-.+:MA$/);
    expect(ids('قالت وزارة القوات المسلحة الفرنسية كلمتها.')).toContain('org:ministry-of-defence:FR');
  });
  test('their names do not depend on the articles read before', () => {
    const labels = (text: string) => recognize(text).mentions.map(({ entity }) => entity.label.ar);
    const text = 'أطلقت وزارة السكان السعودية برنامجا.';
    const alone = labels(text);
    labels('أطلقت وزارة السكن السعودية برنامجا.');
    expect(labels(text)).toEqual(alone);
    expect(alone).toContain('وزارة السكان السعودية');
    expect(labels('أطلقت وزارة السكن السعودية برنامجا.')).toContain('وزارة السكن السعودية');
  });
  test('a definite noun with its adjective and purpose', () => {
    const found = entities('قال مدير الهيئة الاتحادية للمواصلات البرية والبحرية إن الخط جاهز.');
    expect(Object.values(found).flat()).toContain('الهيئة الاتحادية للمواصلات البرية والبحرية');
    expect(ids('انتقدت الهيئة العامة القرار، واجتمع المجلس الأعلى أمس.')).toEqual([]);
  });
  test('a party without its country is that of the country written about', () => {
    expect(meant('اختارت الصين قادتها. وأعلن الحزب الشيوعي النتيجة.', 'الحزب الشيوعي')).toBe('org:cpc-china');
  });
  test('numbered units', () => {
    expect(Object.values(entities('توغلت الفرقة 36 المدرعة ليلا.')).flat()).toContain('الفرقة 36 المدرعة');
    const { mentions } = recognize('أبحر الأسطول السابع عشر. وتحرك اللواء 47 المدرع الأوكراني.');
    expect(mentions.map(({ entity }) => entity.country)).toContain('UA');
    expect(ids('حل الفريق في المركز الأول وفازت الفرقة الأولى.')).toEqual([]);
  });
  test('missions of states', () => {
    expect(ids('غادر دبلوماسيون من البعثة الروسية لدى الأمم المتحدة.')).toContain('org:mission:RU:un');
    expect(ids('صرح متحدث باسم بعثة إيران في الأمم المتحدة.')).toContain('org:mission:IR:un');
  });
  test('the nationality behind a quoted name belongs to it', () => {
    expect(entities('ذكرت صحيفة "يني شفق" التركية الخبر.')).toMatchObject({
      'org:yeni-safak': ['صحيفة "يني شفق" التركية'],
    });
  });
});

describe('bodies without a country', () => {
  const army = (text: string) => meant(text, 'وزارة الدفاع');
  test('the country that stands in front of it in its sentence', () => {
    expect(army('نفت مصر الخبر. وفي اليمن قصفت الطائرات مبنى وزارة الدفاع.')).toBe(
      'org:ministry-of-defence:YE',
    );
  });
  test('the country behind it', () => {
    expect(army('قالت وزارة الدفاع في بولندا إن ألمانيا أرسلت جنودا.')).toBe('org:ministry-of-defence:PL');
  });
  test('itself, where no country is named', () => {
    expect(army('أعلنت وزارة الدفاع مواعيد القبول.')).toBe('org:ministry-of-defence');
  });
  test('the coalition of the war and the time', () => {
    const text = 'قصفت مقاتلات التحالف مواقع في صعدة شمال اليمن، وقال مسؤول يمني إن القصف مستمر.';
    expect(meant(text, 'التحالف', '2016-03-01')).toBe('org:arab-coalition-yemen');
    expect(meant(text, 'التحالف', '2012-03-01')).toBeUndefined();
  });
  test('royal courts are those of kingdoms', () => {
    expect(ids('عين السعودي خالد مستشارا في الديوان الملكي بعد زيارة اليمن واليمنيين في اليمن.')).toContain(
      'org:royal-court:SA',
    );
    expect(ids('قال الأردني إن رئيس الديوان الملكي الهاشمي سيزور اليمن.')).toContain('org:royal-court:JO');
    expect(ids('استقبل أمير الكويت في الديوان الأميري وفدا من مصر.')).toContain('org:amiri-diwan:KW');
    expect(ids('طبع ديوان الشاعر في مصر، ثم ديوان ثان.')).toEqual(['country:EG']);
  });
  test('central banks with the country inside the name', () => {
    expect(ids('رفع بنك السودان المركزي سعر الفائدة.')).toContain('org:central-bank-of-sudan');
    expect(ids('قال مصرف ليبيا المركزي إنه لن يدفع.')).toContain('org:central-bank-of-libya');
    expect(ids('حذر بنك تنزانيا المركزي من التضخم.')).toEqual(['country:TZ', 'org:central-bank:TZ']);
    expect(ids('قال المصرف المركزي العراقي إنه باع الدولار.')).toContain('org:central-bank:IQ');
    expect(ids('أقرض بنك مصر المركز التجاري.')).not.toContain('org:central-bank:EG');
  });
  test('courts of kinds and of audit', () => {
    expect(ids('كشف ديوان المحاسبة الأردني عن مخالفات.')).toContain('org:audit-court:JO');
    expect(ids('نظرت المحكمة الثورية في طهران في القضية.')).toContain('org:iran-revolutionary-court');
    expect(ids('أصدر مجلس الدولة المصري حكما.')).toContain('org:council-of-state:EG');
  });
});
