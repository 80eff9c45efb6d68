import { describe, expect, it } from 'vitest';
import { loadSchema } from '../../src/schema/index.js';
import { inOrder, relationsOf } from './reading.js';

/** For each relation a sentence that states it, and one of the same words that does not. */
const TYPES: Readonly<Record<string, { states: [string, string]; not: string }>> = {
  holds_office: {
    states: ['قال وزير الدفاع الروسي سيرغي شويغو إن التدريبات انتهت.', 'leader:sergei-shoigu country:RU'],
    not: 'قالت وزارة الدفاع الروسية إن التدريبات انتهت.',
  },
  member_of: {
    states: ['تركيا العضو في حلف شمال الأطلسي ترفض هذا القرار.', 'country:TR org:nato'],
    not: 'دانت تركيا التفجير، وعقد حلف شمال الأطلسي اجتماعا حضره كل عضو.',
  },
  affiliated_with: {
    states: ['أعلنت وزارة الدفاع الروسية انتهاء التدريبات.', 'org:ministry-of-defence:RU country:RU'],
    not: 'قال وزير الدفاع الروسي سيرغي شويغو إن التدريبات انتهت.',
  },
  located_in: {
    states: ['وصلت طائرات شحن إلى قاعدة حميميم في سوريا.', 'base:hmeimim country:SY'],
    not: 'وصلت طائرات شحن إلى قاعدة بيانات في سوريا.',
  },
  operates: {
    states: ['تدير الولايات المتحدة قاعدة العديد الجوية في قطر.', 'country:US base:al-udeid'],
    not: 'زار صحافيون قاعدة العديد الجوية في قطر، فيما تدير شركة من الولايات المتحدة فندقا في الدوحة.',
  },
  active_in: {
    states: ['ينشط تنظيم داعش في سوريا منذ سنوات.', 'org:islamic-state country:SY'],
    not: 'قال تنظيم داعش إنه تبنى بيانا، ونشطت الأسواق في مصر.',
  },
  borders: {
    states: ['تقع المنطقة على الحدود بين إثيوبيا والسودان.', 'country:ET country:SD'],
    not: 'تقع المنطقة في إثيوبيا، وقال السودان إن صبره بلا حدود.',
  },
  allied_with: {
    states: ['تعد اليابان حليفة للولايات المتحدة منذ عقود.', 'country:JP country:US'],
    not: 'شكلت أحزاب اليابان تحالفا جديدا، وانتخبت الولايات المتحدة كونغرسا جديدا.',
  },
  meets: {
    states: [
      'التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي هاكان فيدان في موسكو.',
      'leader:sergei-lavrov leader:hakan-fidan',
    ],
    not: 'تحدث وزير الخارجية الروسي سيرغي لافروف في موسكو، وتحدث وزير الخارجية التركي هاكان فيدان في أنقرة.',
  },
  visits: {
    states: [
      'وصل الرئيس الفرنسي إيمانويل ماكرون إلى مصر أمس في زيارة رسمية تستغرق يومين.',
      'leader:emmanuel-macron country:EG',
    ],
    not: 'يستقبل متحف في مصر الزوار، فيما قال الرئيس الفرنسي إيمانويل ماكرون إنه متفائل.',
  },
  negotiates_with: {
    states: ['بدأت روسيا والولايات المتحدة محادثات في جنيف حول الحد من التسلح.', 'country:RU country:US'],
    not: 'قالت روسيا إن المفاوضات مع النقابات فشلت، فيما أعلنت الولايات المتحدة حصادها.',
  },
  signs_agreement_with: {
    states: ['وقعت الصين وإيران اتفاقية للتعاون الاقتصادي مدتها 25 عاما.', 'country:CN country:IR'],
    not: 'رحبت الصين بالاتفاق الذي ينهي سنوات من القطيعة، وتابعت إيران مجرياته.',
  },
  cooperates_with: {
    states: ['تتعاون الهند مع فرنسا في مجال الطاقة النووية منذ سنوات.', 'country:IN country:FR'],
    not: 'أعلنت الهند برنامجا للتعاون بين جامعاتها، فيما أعلنت فرنسا موازنتها الجديدة.',
  },
  holds_exercise_with: {
    states: ['بدأت روسيا وبيلاروسيا مناورات عسكرية مشتركة قرب الحدود الغربية.', 'country:RU country:BY'],
    not: 'أجرت روسيا مناورات في بحر البلطيق، وتابعت بيلاروسيا تحركات السفن.',
  },
  supports: {
    states: ['أكدت إيران دعمها للحكومة السورية في مواجهة الإرهاب.', 'country:IR country:SY'],
    not: 'أكدت إيران أن دعم الأسعار سيستمر، ونقلت سوريا العمال إلى دمشق.',
  },
  aids: {
    states: [
      'أعلنت الولايات المتحدة تقديم مساعدات عسكرية لأوكرانيا بقيمة 400 مليون دولار.',
      'country:US country:UA',
    ],
    not: 'قدمت الولايات المتحدة موازنتها إلى البرلمان، وأعلنت أوكرانيا عن محصول قياسي.',
  },
  requests: {
    states: ['دعت فرنسا إيران إلى العودة إلى المفاوضات فورا.', 'country:FR country:IR'],
    not: 'دعت فرنسا إلى ضبط النفس بعد أن شهدت إيران زلزالا.',
  },
  criticizes: {
    states: ['انتقدت روسيا الولايات المتحدة بشدة بسبب موقفها من الأزمة.', 'country:RU country:US'],
    not: 'انتقدت روسيا ارتفاع الأسعار. ورفعت الولايات المتحدة سعر الفائدة.',
  },
  threatens: {
    states: ['هددت كوريا الشمالية كوريا الجنوبية بضربة مدمرة.', 'country:KP country:KR'],
    not: 'قالت كوريا الشمالية إن الفيضانات تهدد محاصيلها، بينما تستعد كوريا الجنوبية للانتخابات.',
  },
  sanctions: {
    states: ['فرضت الولايات المتحدة عقوبات جديدة على فنزويلا.', 'country:US country:VE'],
    not: 'تدرس الولايات المتحدة قانون العقوبات الجديد، وتنتخب فنزويلا برلمانها.',
  },
  deploys_to: {
    states: ['نشرت روسيا قوات إضافية في سوريا خلال الأسبوع الماضي.', 'country:RU country:SY'],
    not: 'نشرت روسيا بيانا عن نتائج محادثات سوريا.',
  },
  withdraws_from: {
    states: ['بدأت الولايات المتحدة سحب قواتها من أفغانستان.', 'country:US country:AF'],
    not: 'سحبت الولايات المتحدة مشروع القرار، ووصلت مساعدات إلى أفغانستان.',
  },
  attacks: {
    states: ['قصفت إسرائيل مواقع عسكرية في سوريا فجر اليوم.', 'country:IL country:SY'],
    not: 'قالت إسرائيل إن الطقس سيئ، وهاجمت أسراب الجراد حقول سوريا.',
  },
  fights: {
    states: ['اندلعت الحرب بين روسيا وأوكرانيا قبل أشهر.', 'country:RU country:UA'],
    not: 'انتهت الحرب على التضخم في روسيا، فيما احتفلت أوكرانيا بعيدها.',
  },
  joins: {
    states: ['انضمت فنلندا إلى حلف شمال الأطلسي.', 'country:FI org:nato'],
    not: 'انضمت فنلندا إلى قائمة الدول الأكثر سعادة، فيما عقد حلف شمال الأطلسي اجتماعه السنوي.',
  },
  leaves: {
    states: ['أدى خروج بريطانيا من الاتحاد الأوروبي إلى تراجع التجارة.', 'country:GB org:eu'],
    not: 'خرج سياح من بريطانيا في نزهة، وناقش الاتحاد الأوروبي موازنته.',
  },
  hosts: {
    states: ['تستضيف مصر القمة الطارئة لجامعة الدول العربية في القاهرة.', 'country:EG org:arab-league'],
    not: 'تستضيف مصر مهرجان السينما، بينما تناقش جامعة الدول العربية موازنتها.',
  },
};

/** What the model is known to read where it is not stated; a model that does no longer is to be taken off the list. */
const MISREAD = new Set([
  'تحدث وزير الخارجية الروسي سيرغي لافروف في موسكو، وتحدث وزير الخارجية التركي هاكان فيدان في أنقرة.',
  'أعلنت الهند برنامجا للتعاون بين جامعاتها، فيما أعلنت فرنسا موازنتها الجديدة.',
  'زار صحافيون قاعدة العديد الجوية في قطر، فيما تدير شركة من الولايات المتحدة فندقا في الدوحة.',
  'دعت فرنسا إلى ضبط النفس بعد أن شهدت إيران زلزالا.',
  'انضمت فنلندا إلى قائمة الدول الأكثر سعادة، فيما عقد حلف شمال الأطلسي اجتماعه السنوي.',
  'تستضيف مصر مهرجان السينما، بينما تناقش جامعة الدول العربية موازنتها.',
]);

it('every relation type has its sentences', () => {
  const types = loadSchema().relationTypes.map(({ type }) => type);
  expect(Object.keys(TYPES).sort()).toEqual([...types].sort());
});

describe.each(Object.entries(TYPES))('%s', (type, { states: [sentence, ends], not }) => {
  const [subject, object] = ends.split(' ');

  it(`is stated: ${sentence}`, () => {
    expect(relationsOf(sentence)).toContain(inOrder(`${subject} ${type} ${object}`));
  });

  (MISREAD.has(not) ? it.fails : it)(`is not stated: ${not}`, () => {
    expect(relationsOf(not).filter(relation => relation.includes(` ${type} `))).toEqual([]);
  });
});
