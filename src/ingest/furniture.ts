/** What a page puts around an article's prose: captions, credits, share buttons, boxes. */

/** A credit in brackets at a caption's end: (أ.ف.ب), (رويترز), (الشرق الأوسط), (أرشيفية – أ.ب). */
const CREDIT = /\s*[([]\s*((?:\p{L}\.?\s?){1,4}\.?|[^()[\]]{2,30})\s*[)\]]\s*[.]?$/u;
const CAPTION_START =
  /^(?:صورة|الصورة|في الصورة|تصوير|لقطة من|رسم|خريطة)\s?(?::|أرشيفية|توضيحية|وزعت|نشرت|من )/u;
const MARKERS = new Set([
  'TT',
  'شارك',
  'مشاركة',
  'شارك المقال',
  'طباعة',
  'حفظ',
  'إعلان',
  'اعلان',
  'نسخ الرابط',
  'تم نسخ الرابط',
  'فيسبوك',
  'تويتر',
  'واتساب',
  'تيليغرام',
  'Facebook',
  'Twitter',
  'WhatsApp',
  'Telegram',
  'X',
  'Share',
  'Print',
  'التعليقات',
  'مواضيع ذات صلة',
  'أخبار ذات صلة',
  'الأكثر قراءة',
  'اشترك الآن',
]);
const READ_ALSO =
  /^(?:[^\p{L}]*)(?:اقرأ|إقرأ|اقرا|طالع|شاهد|تابعوا|تابعونا|لمتابعة|للمزيد|انظر)\s+(?:أيضا|أيضاً|ايضا|أيضًا|المزيد|كذلك|في|على|من|آخر)(?!\p{L})/u;

/** Whether a paragraph is a photo's caption: short, no full sentence, with a credit or a caption's opening. */
export function isCaption(paragraph: string): boolean {
  if (paragraph.length > 300 || paragraph.length < 12) return false;
  if (CAPTION_START.test(paragraph)) return true;
  const credit = CREDIT.exec(paragraph);
  if (!credit) return false;
  const before = paragraph.slice(0, credit.index);
  // A sentence that ends with a bracket has its full stop behind it, or is cut by others.
  return !/[.؟!]\s/u.test(before.replace(/\.\.\.+/gu, '')) && !paragraph.endsWith('.');
}

/** A caption without its credit. */
export function withoutCredit(caption: string): string {
  return caption.replace(CREDIT, '').trim();
}

/** Whether a line is a button, a marker or a "read also" box. */
export function isFurniture(line: string): boolean {
  return MARKERS.has(line) || (line.length < 200 && READ_ALSO.test(line)) || !/[\p{L}\p{N}]/u.test(line);
}

/** Whether a line can be a headline: a few words, no sentence's end, no caption. */
export function isHeadline(line: string): boolean {
  return (
    line.length >= 12 &&
    line.length <= 200 &&
    !/[.:،؛,;]$/u.test(line) &&
    !isCaption(line) &&
    !isFurniture(line) &&
    line.split(/\s+/u).length >= 3
  );
}
