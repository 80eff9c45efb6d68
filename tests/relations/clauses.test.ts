import { describe, expect, it } from 'vitest';
import { inOrder, type Piece, relationsOf } from './reading.js';

/** Sentences by how they are built: what they state, and with `!` what they do not. */
type Case = readonly [sentence: string, expected: readonly string[], piece?: Piece];

/** What the model is known to read wrongly: the attack the other way round, too, and the call as a plan. */
const MISREAD = new Set(['إيران هاجمت إسرائيل بالصواريخ.', 'دعت فرنسا تركيا إلى الانسحاب من سوريا.']);

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'verb, subject, object': [
    [
      'يزور الرئيس الروسي فلاديمير بوتين كازاخستان هذا الأسبوع.',
      ['leader:vladimir-putin visits country:KZ planned', '!country:RU visits country:KZ'],
    ],
    ['هددت كوريا الشمالية كوريا الجنوبية بضربة مدمرة.', ['!country:KR threatens country:KP']],
  ],
  'verbal noun with its genitive': [
    ['تناولت الصحف زيارة بوتين إلى كازاخستان باهتمام كبير.', ['leader:vladimir-putin visits country:KZ']],
    [
      'قال خبراء إن انسحاب القوات الأميركية من أفغانستان فاجأ الجميع.',
      ['country:US withdraws_from country:AF'],
    ],
    ['تناولت الصحف خطاب بوتين، وتحدثت عن السياحة في كازاخستان.', ['!leader:vladimir-putin visits']],
  ],
  'verbal noun with an adjective': [
    [
      'أسفر القصف التركي على سوريا عن سقوط قتلى.',
      ['country:TR attacks country:SY', '!country:SY attacks country:TR'],
    ],
  ],
  participle: [
    ['تعرضت القوات الأميركية المنتشرة في سوريا لهجوم.', ['country:US deploys_to country:SY']],
    ['قال محللون إن حزب الله المتحالف مع إيران يواجه ضغوطا.', ['org:hezbollah allied_with country:IR']],
    [
      'قال محللون إن حزب الله المدعوم من إيران يواجه ضغوطا.',
      ['country:IR supports org:hezbollah', '!org:hezbollah supports country:IR'],
    ],
  ],
  passive: [
    [
      'تستخدم قاعدة العديد في قطر من قبل القوات الأميركية.',
      ['country:US operates base:al-udeid', '!country:QA operates base:al-udeid'],
    ],
    ['قتل قاسم سليماني في غارة أميركية في بغداد.', ['country:US attacks leader:qasem-soleimani']],
    ['أرسلت قوات أميركية إلى بولندا.', ['country:US deploys_to country:PL']],
  ],
  'relative clause': [
    [
      'قال محللون إن حزب الله الذي تدعمه إيران يواجه ضغوطا.',
      ['country:IR supports org:hezbollah', '!org:hezbollah supports country:IR'],
    ],
    [
      'أثرت العقوبات التي فرضتها الولايات المتحدة على إيران في أسعار النفط.',
      ['country:US sanctions country:IR'],
    ],
  ],
  'coordination: each with each': [
    [
      'أجرت روسيا والصين وإيران مناورات بحرية مشتركة.',
      [
        'country:RU holds_exercise_with country:CN',
        'country:RU holds_exercise_with country:IR',
        'country:CN holds_exercise_with country:IR',
      ],
    ],
    [
      'وقعت فرنسا وألمانيا وإيطاليا اتفاقية للتعاون في مجال الفضاء.',
      [
        'country:FR signs_agreement_with country:DE',
        'country:FR signs_agreement_with country:IT',
        'country:DE signs_agreement_with country:IT',
      ],
    ],
  ],
  'coordination of subjects and of objects': [
    [
      'انتقدت فرنسا وألمانيا وبريطانيا إيران بسبب برنامجها النووي.',
      [
        'country:FR criticizes country:IR',
        'country:DE criticizes country:IR',
        'country:GB criticizes country:IR',
        '!country:FR criticizes country:DE',
        '!country:DE criticizes country:GB',
      ],
    ],
    [
      'فرضت الولايات المتحدة عقوبات على إيران وكوريا الشمالية.',
      [
        'country:US sanctions country:IR',
        'country:US sanctions country:KP',
        '!country:IR sanctions country:KP',
      ],
    ],
  ],
  apposition: [
    [
      'وصل سيرغي لافروف، وزير الخارجية الروسي، إلى مصر.',
      [
        'leader:sergei-lavrov visits country:EG',
        'leader:sergei-lavrov holds_office country:RU',
        '!leader:sergei-lavrov holds_office country:EG',
      ],
    ],
  ],
  'headline with a colon': [
    [
      'أعلنت الصين موقفها في بيان صدر في بكين وأكدت دعمها لتركيا.',
      ['country:CN supports country:TR'],
      { title: 'بكين: ندعم جهود تركيا في مكافحة الإرهاب' },
    ],
    [
      'اتهمت روسيا الولايات المتحدة بالتدخل في شؤونها.',
      ['country:RU criticizes country:US', '!country:US criticizes country:RU'],
      { title: 'موسكو: واشنطن تتدخل في شؤوننا' },
    ],
  ],
  'reported speech: the speaker does not do what he reports': [
    [
      'أعلنت وزارة الدفاع الروسية أن موسكو نشرت قوات في سوريا.',
      ['country:RU deploys_to country:SY', '!org:ministry-of-defence:RU deploys_to'],
    ],
    [
      'قالت الولايات المتحدة إن إيران هاجمت إسرائيل بالصواريخ.',
      ['!country:US attacks', '!country:IL attacks country:US'],
    ],
  ],
  'duals that stand for two parties': [
    [
      'تطورت العلاقات بين روسيا والصين. ويتعاون البلدان في مجال الطاقة.',
      ['country:RU cooperates_with country:CN'],
    ],
    [
      'زار وفد مصري أنقرة الأسبوع الماضي بعد سنوات من القطيعة مع تركيا. ووقع الجانبان اتفاقا للتعاون العسكري.',
      ['country:EG signs_agreement_with country:TR'],
    ],
    [
      'وصل وفد من روسيا إلى بكين عاصمة الصين. وأجرى البلدان مناورات بحرية مشتركة.',
      ['country:RU holds_exercise_with country:CN'],
    ],
    [
      'تطورت العلاقات بين روسيا والصين. وتتعاون بلدان كثيرة في مجال الطاقة.',
      ['!country:RU cooperates_with', '!country:CN cooperates_with'],
    ],
  ],
  'subjects before their verbs': [
    ['إيران هاجمت إسرائيل بالصواريخ.', ['country:IR attacks country:IL', '!country:IL attacks']],
    ['موسكو تحذر أنقرة من العواقب.', ['country:RU threatens country:TR', '!country:TR threatens']],
  ],
  'first person: whoever is quoted': [
    [
      'قال الرئيس الصيني شي جين بينغ: «نحن ندعم تركيا في مكافحة الإرهاب».',
      ['leader:xi-jinping supports country:TR'],
    ],
    [
      'قال الرئيس الصيني شي جين بينغ: «ندعم روسيا، وسنواصل دعم روسيا».',
      ['leader:xi-jinping supports country:RU', '!country:RU supports'],
    ],
    [
      'قال الرئيس التركي رجب طيب أردوغان: «نقف إلى جانب أذربيجان».',
      ['leader:recep-tayyip-erdogan supports country:AZ'],
    ],
  ],
  'بلاده: the country of the speaker': [
    [
      'قال الرئيس التركي رجب طيب أردوغان إن بلاده نشرت قوات في سوريا.',
      ['country:TR deploys_to country:SY', '!leader:recep-tayyip-erdogan deploys_to'],
    ],
  ],
  'نظيره: the same office elsewhere': [
    [
      'استقبل الرئيس المصري عبد الفتاح السيسي نظيره الفرنسي إيمانويل ماكرون في القاهرة.',
      [
        'leader:abdel-fattah-el-sisi meets leader:emmanuel-macron',
        'leader:emmanuel-macron holds_office country:FR',
        'leader:emmanuel-macron visits country:EG',
        '!leader:emmanuel-macron holds_office country:EG',
      ],
    ],
  ],
  negation: [['لا تدعم فرنسا إيران في هذا الملف.', ['country:FR supports country:IR not']]],
  'a call to do something is not the doing': [
    [
      'دعت فرنسا تركيا إلى الانسحاب من سوريا.',
      ['country:FR requests country:TR', '!country:TR withdraws_from country:SY'],
    ],
  ],
};

for (const [phenomenon, cases] of Object.entries(CASES)) {
  describe(phenomenon, () => {
    for (const [sentence, expected, piece] of cases) {
      (MISREAD.has(sentence) ? it.fails : it)(sentence, () => {
        const found = relationsOf(sentence, piece);
        for (const relation of expected) {
          if (!relation.startsWith('!')) expect(found).toContain(inOrder(relation));
          else expect(found.filter(key => key.startsWith(relation.slice(1)))).toEqual([]);
        }
      });
    }
  });
}
