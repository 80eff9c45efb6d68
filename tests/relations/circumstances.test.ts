import { describe, expect, it } from 'vitest';
import { inOrder, relationsOf } from './reading.js';

/** Sentences with what they state of one relation: ` not` and its modality where it is not actual. */
type Case = readonly [sentence: string, expected: string];

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'لم، لن، لا، ليس': [
    [
      'لم يزر الرئيس الفرنسي إيمانويل ماكرون مصر منذ توليه منصبه.',
      'leader:emmanuel-macron visits country:EG not',
    ],
    [
      'لن يزور الرئيس الفرنسي إيمانويل ماكرون مصر هذا العام.',
      'leader:emmanuel-macron visits country:EG not planned',
    ],
    ['ليست ألمانيا حليفة لروسيا.', 'country:DE allied_with country:RU not'],
    ['لم تنضم فنلندا إلى حلف شمال الأطلسي.', 'country:FI joins org:nato not'],
  ],
  'the negated verb above a noun': [
    ['لم تفرض الولايات المتحدة عقوبات على إيران.', 'country:US sanctions country:IR not'],
    ['لن تفرض الولايات المتحدة عقوبات على إيران.', 'country:US sanctions country:IR not planned'],
    ['لم توقع الصين وإيران اتفاقية للتعاون الاقتصادي.', 'country:CN signs_agreement_with country:IR not'],
    ['لم تقدم الولايات المتحدة مساعدات عسكرية لأوكرانيا.', 'country:US aids country:UA not'],
    ['لن تنشر الولايات المتحدة قوات إضافية في سوريا.', 'country:US deploys_to country:SY not planned'],
  ],
  'نفى، رفض، ألغى': [
    ['نفت الصين توقيع اتفاقية مع إيران.', 'country:CN signs_agreement_with country:IR not'],
    ['نفت إيران تزويد روسيا بطائرات مسيرة.', 'country:IR aids country:RU not'],
    [
      'رفض الرئيس الإيراني حسن روحاني لقاء الرئيس الأميركي دونالد ترامب.',
      'leader:hassan-rouhani meets leader:donald-trump not',
    ],
    [
      'رفض الرئيس الإيراني حسن روحاني أن يلتقي الرئيس الأميركي دونالد ترامب.',
      'leader:hassan-rouhani meets leader:donald-trump not',
    ],
    [
      'ألغى الرئيس التركي رجب طيب أردوغان زيارة إلى روسيا.',
      'leader:recep-tayyip-erdogan visits country:RU not',
    ],
  ],
  'a negation elsewhere': [
    ['لم تعلق كييف بعدما قصفت روسيا أوكرانيا.', 'country:RU attacks country:UA'],
    ['فرضت الولايات المتحدة عقوبات على إيران بعد أن لم تستجب للدعوات.', 'country:US sanctions country:IR'],
    [
      'كرر الرئيس التركي رجب طيب أردوغان أثناء زيارته إلى روسيا موقفه، ولم يقدم تنازلات.',
      'leader:recep-tayyip-erdogan visits country:RU',
    ],
    ['قصفت إسرائيل مواقع عسكرية في سوريا، ونفت دمشق وقوع خسائر.', 'country:IL attacks country:SY'],
  ],
  'an accusation, and its denial': [
    ['اتهمت واشنطن إيران بتزويد روسيا بالأسلحة، ونفت طهران ذلك.', 'country:US criticizes country:IR'],
    ['اتهمت واشنطن إيران بتزويد روسيا بالأسلحة.', 'country:IR aids country:RU alleged'],
  ],
  plans: [
    [
      'سيزور الرئيس الروسي فلاديمير بوتين تركيا الشهر المقبل.',
      'leader:vladimir-putin visits country:TR planned',
    ],
    [
      'من المقرر أن يزور الرئيس الروسي فلاديمير بوتين تركيا الشهر المقبل.',
      'leader:vladimir-putin visits country:TR planned',
    ],
    [
      'يعتزم الرئيس الروسي فلاديمير بوتين زيارة تركيا الشهر المقبل.',
      'leader:vladimir-putin visits country:TR planned',
    ],
    [
      'من المتوقع أن يلتقي الرئيس الروسي فلاديمير بوتين نظيره التركي رجب طيب أردوغان غدا.',
      'leader:vladimir-putin meets leader:recep-tayyip-erdogan planned',
    ],
    ['سوف تفرض الولايات المتحدة عقوبات على إيران.', 'country:US sanctions country:IR planned'],
    ['قد تفرض الولايات المتحدة عقوبات جديدة على روسيا.', 'country:US sanctions country:RU planned'],
    ['تخطط الولايات المتحدة لنشر قوات إضافية في بولندا.', 'country:US deploys_to country:PL planned'],
    ['تعتزم الصين توقيع اتفاقية مع إيران.', 'country:CN signs_agreement_with country:IR planned'],
  ],
  'done already': [
    ['قد نشرت روسيا قوات في سوريا.', 'country:RU deploys_to country:SY'],
    [
      'زار الرئيس الروسي فلاديمير بوتين تركيا الشهر الماضي، ويعتزم العودة قريبا.',
      'leader:vladimir-putin visits country:TR',
    ],
  ],
  'called for, not done': [
    ['طالبت أوكرانيا الولايات المتحدة بفرض عقوبات على روسيا.', 'country:US sanctions country:RU planned'],
  ],
  conditions: [
    [
      'إذا فشلت المحادثات فإن الولايات المتحدة ستفرض عقوبات على إيران.',
      'country:US sanctions country:IR planned',
    ],
  ],
  allegations: [
    ['زعمت دمشق أن إسرائيل قصفت مواقع عسكرية في سوريا.', 'country:IL attacks country:SY alleged'],
    ['تتهم إيران إسرائيل بقصف مواقع عسكرية في سوريا.', 'country:IL attacks country:SY alleged'],
    ['أكدت دمشق أن إسرائيل قصفت مواقع عسكرية في سوريا.', 'country:IL attacks country:SY'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%s', (sentence, expected) => {
    const [subject = '', type = '', object = ''] = expected.split(' ');
    const key = inOrder(`${subject} ${type} ${object}`);
    const found = relationsOf(sentence).filter(relation => relation.startsWith(key));
    expect(found).toEqual([expected.replace(`${subject} ${type} ${object}`, key)]);
  });
});
