import { fold } from './normalize.js';

/** The closed classes of Arabic words by which clauses and noun phrases are told apart. Folded. */

const set = (words: string) => new Set(words.split(/\s+/).filter(Boolean).map(fold));

/** Written as words of their own. The one-letter ones (ب ل ك) are clitics. */
export const PREPOSITIONS = set(`
  في من إلى الى على عن مع بين ضد لدى عبر خلال بعد قبل حول نحو تجاه إزاء منذ حتى دون أمام وراء قرب داخل خارج
  فوق تحت رغم وسط عقب ضمن لصالح بحق برفقة بحضور بمشاركة باتجاه بحسب وفق وفقا حسب بسبب بشأن بعيدا ضمن غداة إبان
  عند أثناء لأجل بواسطة بفضل جراء نتيجة سوى باستثناء مقابل بدون لدعم حيال ازاء صوب بجانب باسم
`);

/** أن and its sisters: what follows is a clause of its own. */
export const COMPLEMENTIZERS = set(
  'أن إن بأن أنه أنها أنهم بأنه بأنها أنهما إنه إنها إنهم لأن لأنه لأنها بأنهم ان انه كأن أنني إنني إننا أننا أنّ',
);

export const RELATIVES = set(
  'الذي التي الذين اللذين اللذان اللتين اللتان اللواتي للذين للتي بالتي والتي والذي',
);

/** Words that open a subordinate or a contrasted clause. */
export const SUBORDINATORS = set(
  'بينما فيما حيث عندما حين حينما إذ إذا لو كما لكن بل حتى كي لكي ريثما مما ما بعدما قبلما منذ لما كلما طالما علما غير فإن وإن فإنه لذلك لذا أو أم إما',
);

export const NEGATIONS = set('لم لن لا ليس ليست ليسوا ألا لئلا ولا ولم ولن فلا وليس أليس لسنا مالم');
/** Words that negate the verbal noun after them. */
export const NEGATING_NOUNS = set(
  'عدم دون بدون غير رفض يرفض رفضت رفضه رفضها استبعد تستبعد يستبعد استبعدت نفى نفت ينفي تنفي نفي نفيه امتنع امتنعت امتناع عدمه انعدام رافضا رافضة نافيا نافية منع إلغاء ألغى ألغت يلغي تلغي ألغيا ألغوا تجنب',
);

/** Marks of what is not (yet) so. */
export const FUTURE_MARKS = set(
  'سوف قد يمكن ربما المقرر المتوقع المنتظر المرتقب مقرر متوقع مرتقب يتوقع يعتزم تعتزم تعتزمان ينوي تنوي يخطط تخطط يريد تريد يستعد تستعد احتمال إمكانية خطة خطط عزم عزمه عزمها نية نيته نيتها مستعدة مستعد استعداد استعداده استعدادها المحتمل محتملة محتمل المقبل المقبلة القادم القادمة غدا إذا لو أوشك قريبا يأمل تأمل تسعى يسعى مشروع مقترح اقتراح اقترح المزمع يتعين',
);
export const ALLEGATION_MARKS = set(
  'يزعم زعم زعمت تزعم مزاعم زعمه ادعى ادعت يدعي ادعاء ادعاءات اتهم اتهمت يتهم تتهم اتهام اتهامات اتهامه اتهامها متهما متهمة متهمين يشتبه مشتبه المشتبه بزعم يعتقد مفترض مفترضة المفترض المزعوم المزعومة المزعومين نفى نفت ينفي تنفي',
);
export const PAST_MARKS = set('سابقا سابق السابق السابقة الأسبق المخلوع الراحل سابقين السابقين');

/** Stand between a subject and its verb, or before a verb, without opening a clause. */
export const AUXILIARIES = set(
  'قد لقد سوف لم لن لا لما كان كانت كانوا يكون تكون سيكون ستكون كانا ليس ليست مازال مازالت يزال تزال زال زالت ظل ظلت بات باتت أصبح أصبحت لا أيضا كذلك أمس',
);

/** Adverbs of time, which may stand anywhere. Without the article. */
export const TIME_WORDS = set(
  'أحد اثنين إثنين ثلاثاء أربعاء خميس جمعة سبت يوم ليلة مساء صباح ظهر فجر أسبوع شهر عام سنة ماضي ماضية جاري جارية حالي أمس اليوم غدا مؤخرا حاليا سابقا لاحقا قبيل مقبل مقبلة اول',
);
