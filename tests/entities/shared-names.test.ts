import { describe, expect, test } from 'vitest';
import { ids } from './recognize.js';

describe('bodies of many countries under one name', () => {
  test('a party where its country is not named', () => {
    expect(ids('تزعم فلان حزب المحافظين في مجلس مدينة طهران.')).not.toContain('org:conservative-party-uk');
    expect(ids('يضم التحالف حزب العمل الوطني وأحزابا أخرى في المكسيك.')).not.toContain('org:israeli-labor');
    expect(ids('فاز حزب المحافظين في بريطانيا بالأغلبية.')).toContain('org:conservative-party-uk');
    expect(ids('انسحب حزب العمل من الحكومة الإسرائيلية.')).toContain('org:israeli-labor');
  });
  test('a body of the country right behind it', () => {
    expect(ids('قال عضو في الكونغرس البرازيلي إن الولايات المتحدة وافقت.')).not.toContain('org:us-congress');
    expect(ids('صوت الكونغرس الأميركي على المشروع.')).toContain('org:us-congress');
    expect(ids('دخلت قوى الأمن الداخلي بلدة في ريف دمشق.')).not.toContain('org:lebanese-isf');
    expect(ids('أوقفت قوى الأمن الداخلي في لبنان سائقا.')).toContain('org:lebanese-isf');
  });
});

describe('nouns that no body is called by', () => {
  test('boards, places on a pitch and juries', () => {
    expect(ids('زكى الأعضاء مجلس الإدارة الجديد، ولعب الشاب في مركز الظهير الأيمن.')).toEqual([]);
    expect(ids('طلبت هيئة المحلفين البالغ عددهم اثنا عشر وقتا إضافيا.')).toEqual([]);
    expect(ids('أشاد الخبراء بمركز الإعلام الأمني.')).toEqual(['org:al-alam-al-amni']);
  });
  test('finance, adjectives and plurals', () => {
    expect(ids('تحولت المدينة إلى مركز مالي، وأنشأت صندوق مالي لمساعدة الناس.')).toEqual([]);
    expect(ids('يعمل في شركة كيماويات، ويشرف على تنظيم بطولتين.')).toEqual([]);
    expect(ids('تأسست شركة ميد قبل عام.')).toEqual(['org:mid']);
  });
  test('the militias of the coup are the Houthis', () => {
    expect(ids('زرعت ميليشيات الانقلاب ألغاما في اليمن.')).toContain('org:houthis');
  });
});
