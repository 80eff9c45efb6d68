import { AMBIGUOUS } from './data/ambiguous.js';
import { COMMON } from './data/common.js';
import { GIVEN } from './data/given.js';
import { NAMES } from './data/names.js';
import { fold } from './normalize.js';

/** A set of folded words from a list with spaces and line ends between them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/).map(fold));
}

/** Names of people and their parts. */
export const NAME_WORDS: ReadonlySet<string> = wordSet(`${NAMES} ${GIVEN}`);

/** Given names that are no other word. */
export const GIVEN_NAMES: ReadonlySet<string> = wordSet(GIVEN);

/** Ordinary words, which end a name. */
export const COMMON_WORDS: ReadonlySet<string> = wordSet(COMMON);

/** Names that alone do not say who is meant: given names, and words with another meaning. */
export const AMBIGUOUS_NAMES: ReadonlySet<string> = wordSet(`${AMBIGUOUS} ${GIVEN}`);

/** Given names that too many people bear for them to mean one person alone. */
export const TOO_COMMON: ReadonlySet<string> = wordSet('محمد أحمد علي حسن حسين عبدالله محمود خالد');

/** Parts of names that do not stand alone and take the next word with them. */
export const NAME_PARTICLES: ReadonlySet<string> = wordSet(
  'بن ابن بنت أبو أبي أبا أم آل عبد دي دا دو ديل ديلا فان فون دير لو لا ماك سان سانت ولد ذو بو نور أول بلا',
);

/** Second parts that belong to the word before them: صلاح الدين, عبد الله, سيف الإسلام. */
export const NAME_TAILS: ReadonlySet<string> = wordSet(
  'الدين الله الرحمن العزيز الإسلام الحق النبي الملك الكريم الرزاق القادر الهادي المهدي الحميد المجيد السلام اللطيف الرحيم الوهاب الغني الفتاح الباقي الناصر المنعم الحليم الحكيم الواحد الستار الزهراء أوغلو زاده',
);

/** Military ranks. */
export const RANKS: ReadonlySet<string> = wordSet(
  `لواء عميد عقيد مقدم رائد نقيب ملازم فريق مشير جنرال ميجر ميجور كولونيل أدميرال أميرال لفتنانت ليفتنانت بريجادير
  مارشال ماريشال سرجنت فيلد كومودور`,
);

/** Words of respect before a name, which say nothing about an office. */
export const HONORIFICS: ReadonlySet<string> = wordSet(
  `سيد سيدة دكتور دكتورة د م أ حاج مهندس مهندسة أستاذ أستاذة سمو سموه صاحب سعادة معالي معاليه فخامة جلالة جلالته سماحة غبطة نيافة
  أنبا سير لورد مستر آية حجة أمير أميرة شيخ شيخة ركن أول متقاعد قس كاردينال مطران ملا مولوي حاخام بروفيسور مستشار`,
);

/** Titles of people who hold no office of power. */
export const PRIVATE_TITLES: ReadonlySet<string> = wordSet(
  `صحفي صحافي صحفية صحافية إعلامي إعلامية مذيع مذيعة مراسل مراسلة كاتب كاتبة محلل محللة خبير خبيرة باحث باحثة ناشط ناشطة لاعب لاعبة
  فنان فنانة ممثلة مخرج مخرجة مطرب مطربة مغني مغنية نجم نجمة روائي روائية شاعر شاعرة مؤرخ مؤرخة طبيب طبيبة محامي محامية محام مواطن
  مواطنة طالب طالبة معلم معلمة مدرب أكاديمي أكاديمية عالم عالمة مصور مصورة جندي شاب فتاة طفل طفلة رجل امرأة ضحية متهم قتيل سجين معتقل
  موسيقار مدون مدونة داعية حارس مهاجم مدافع حكم بطل متسابق ملاكم سائق تاجر مزارع مقاول منتج مؤلف مؤلفة رسام كوميدي عارضة`,
);

/** A former office. */
export const FORMER_WORDS: ReadonlySet<string> = wordSet(
  'سابق سابقة أسبق سابقين سابقان راحل راحلة مخلوع مخلوعة معزول معزولة منتهية مقال مستقيل مستقيلة متوفى مغتال مطاح',
);

/** Adjectives that may stand between a title and what follows it. */
export const TITLE_ADJECTIVES: ReadonlySet<string> = wordSet(
  `حالي حالية جديد جديدة منتخب منتخبة مكلف مكلفة مؤقت مؤقتة انتقالي عام عامة أول أولى دائم دائمة خاص خاصة أعلى عليا رسمي رسمية مساعد مساعدة
  تنفيذي تنفيذية أممي أممية دولي دولية أوروبي أوروبية مشترك مشتركة شرعي محلي إقليمي سياسي سياسية عسكري عسكرية أمني أمنية مناوب مقيم
  بارز بارزة مشارك مشاركة اقتصادي اقتصادية دبلوماسي دبلوماسية رئاسي رئاسية كبير كبيرة ديمقراطي ديمقراطية جمهوري جمهورية محافظ محافظة معارض معارضة يميني يسار متشدد حاكم فخري قومي اتحادي فيدرالي
  إسلامي مسيحي شيعي سني درزي كردي كردية عربي عربية أفريقي مقبل قادم ثاني إعلامي إعلامية صحفي ميداني روحي تاريخي`,
);
