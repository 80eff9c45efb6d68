import { describe, expect, it } from 'vitest';
import { statementsOf } from './reading.js';

const states = (text: string) => {
  const found = statementsOf(text)
    .filter(({ type }) => type === 'holds_office' || type === 'member_of')
    .map(({ subject, type, object, modality, office }) =>
      [
        subject,
        type === 'member_of' ? type : office?.en,
        object,
        ...(modality === 'past' ? ['past'] : []),
      ].join(' '),
    );
  return [...new Set(found)].sort();
};

describe('who holds an office', () => {
  it.each([
    [
      'a name of unknown words before the title',
      'يقول راينر مانهاردت المتحدث باسم حزب الله إن المعرض ناجح.',
      ['leader:raynr-manhardat spokesperson org:hezbollah'],
    ],
    [
      'a name with a rare word before a comma',
      'قال علي القرة شبلاوي، الأمين العام لحزب الله، إن المعرض ناجح.',
      ['leader:ali-al-qarah-shabalawi secretary-general org:hezbollah'],
    ],
    [
      'an envoy of the United Nations, not of the country that he is sent to',
      'غادر المبعوث الأممي لليمن، مارتن غريفيث، الفندق.',
      ['leader:martin-griffiths envoy org:un'],
    ],
    [
      'an international envoy where the article names the United Nations',
      'غادر المبعوث الدولي لليمن مارتن غريفيث مقر الأمم المتحدة.',
      ['leader:martin-griffiths envoy org:un'],
    ],
    [
      'an adviser of one who goes unnamed',
      'زار المستشار السياسي لمرشد إيران، علي أكبر ولايتي، المعرض.',
      ['leader:ali-akbar-velayati adviser country:IR'],
    ],
    [
      'a spokesman of a president who goes unnamed',
      'زار المتحدث باسم الرئيس الفرنسي بيير لوران المعرض.',
      ['leader:biyr-loran spokesperson country:FR'],
    ],
    [
      'a spokesman of a government called by its head',
      'نفى حاتم سعيد، الناطق الرسمي باسم حكومة نتنياهو، الخبر في إسرائيل.',
      ['leader:benjamin-netanyahu prime minister country:IL', 'leader:hatm-saeed spokesperson country:IL'],
    ],
    [
      'a minister of his between commas',
      'في إسرائيل زار بنيامين نتنياهو ووزير دفاعه، أفيغدور ليبرمان، المعرض.',
      ['leader:avigdor-lieberman defence minister country:IL'],
    ],
    [
      'a former minister of one named in another sentence',
      'عاد ترامب إلى الولايات المتحدة. وكان وزير خارجيته السابق، ريكس تيلرسون، بارعا.',
      ['leader:rex-tillerson foreign minister country:US past'],
    ],
    [
      'two offices with nothing between',
      'افتتح محمد البرادعي، نائب الرئيس المصري السابق المدير العام الأسبق للوكالة الدولية للطاقة الذرية، المعرض.',
      [
        'leader:mohamed-elbaradei director-general org:iaea past',
        'leader:mohamed-elbaradei vice-president country:EG past',
      ],
    ],
    [
      'a leader of a movement with its country between',
      'تحدث التقرير عن ميليشيا حزب الله في لبنان، وذكر زعيمها حسن نصر الله مرتين.',
      ['leader:hassan-nasrallah leader org:hezbollah'],
    ],
    [
      'a minister with the adjective of the ministry',
      'زار وزير الخارجية الأمريكية الجديد مايك بومبيو المعرض.',
      ['leader:mike-pompeo foreign minister country:US'],
    ],
    [
      'a title that is a given name',
      'حضر الحفل وزير الدولة السعودي الدكتور مساعد بن محمد العيبان.',
      ['leader:musaed-al-aiban minister of state country:SA'],
    ],
    [
      'the head of an international body',
      'شكر الزوار الاتحاد العالمي لعلماء المسلمين الذي يرأسه يوسف القرضاوي.',
      ['leader:yusuf-al-qaradawi head org:iums'],
    ],
    [
      'a name behind a pronoun',
      'قال متحدث باسم البنتاغون هو الرائد روبرت مانهاردت إن المعرض ناجح.',
      ['leader:robert-manhardat spokesperson org:pentagon'],
    ],
    [
      'the mayor of a capital',
      'في السودان قال والي الخرطوم عبد الله سالم إن المعرض ناجح.',
      ['leader:abdul-lah-salm governor country:SD'],
    ],
    [
      'a place and another title before the name',
      'في اليمن قال محافظ حضرموت قائد القوات البحرية اليمنية، اللواء فرج البحسني، إن المعرض ناجح.',
      ['leader:faraj-al-bahsani governor country:YE', 'leader:faraj-al-bahsani navy commander org:navy:YE'],
    ],
    [
      'a name behind a conjunction, in a list',
      'حضر الوزراء الحفل، ومروان دفتردار أمين عام حزب الله.',
      ['leader:marwan-dafataradar party leader org:hezbollah'],
    ],
    [
      'brackets between name and title',
      'أوقفت الشرطة محمد هاكان (47 عاما) نائب مدير شركة أرامكو.',
      ['leader:mohammed-hakan deputy director org:aramco'],
    ],
    [
      'a foreign name that ends like a pronoun',
      'قالت وزيرة خارجية كرواتيا فيسنا بوسيتش إن المعرض ناجح.',
      ['leader:fisna-bositsh foreign minister country:HR'],
    ],
    [
      'a minister of affairs, in front of the title',
      'قال علي بن محمد الرميحي، وزير شؤون الإعلام البحريني، إن المعرض ناجح.',
      ['leader:ali-bin-mohammed-al-ramihi minister country:BH'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(states(text)).toEqual(expected);
  });

  it.each([
    ['a source without a name', 'قال مصدر رفيع المستوى، الأمين العام لحزب الله يعرفه، إن المعرض ناجح.'],
    ['a deputy whose title follows a first name', 'قال ماهر مساعد مدير الفندق إن المعرض ناجح.'],
    ['whom a ruler has a secretary', 'كان سكرتير صدام حسين يكتب بسرعة.'],
    ['which president', 'كان أول رئيس حكومة في ماليزيا يحب المعارض.'],
    ['a birthplace', 'عاد الزوار إلى مسقط رأس زعيم المتمردين في اليمن.'],
    ['a manner of speaking', 'في لبنان مرشد أعلى جديد هو حسن نصر الله.'],
    ['an international body led on one occasion', 'نظم مجلس الأمن جلسة برئاسة فلاديمير بوتين.'],
  ])('does not give an office to %s', (_, text) => {
    expect(states(text)).toEqual([]);
  });
});

describe('of which country an office is', () => {
  it.each([
    [
      'the one that the nearest words speak of',
      'زارت قوات الأمن التركية المعرض أمس. وافتتحه النائب إبراهيم يلديز في مدينة صغيرة.',
      ['leader:ibrahim-yldiz member of parliament country:TR'],
    ],
    [
      'the one that had such an officer before',
      'استدعت موسكو سفير بريطانيا. وقال السفير هنري كولمان إن المعرض ناجح.',
      ['leader:hanari-kolman ambassador country:GB'],
    ],
    [
      'that of the seat of its government',
      'قال جوش رافل، المتحدث باسم البيت الأبيض، إن المعرض ناجح.',
      ['leader:josh-rafl spokesperson country:US'],
    ],
    [
      'the country of the article, of "the president of the country"',
      'نظرت محكمة في كوريا الجنوبية أمس في طعن رئيسة البلاد المعزولة باك غن هي.',
      ['leader:park-geun-hye president country:KR past'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(states(text)).toEqual(expected);
  });

  it('stays open where two countries are as near', () => {
    expect(
      states('زار وفد من روسيا والصين المعرض. وكتبت الصحف عن الصين وروسيا. وافتتحه النائب إبراهيم يلديز.'),
    ).toEqual([]);
  });
});

describe('the party that a politician is of', () => {
  it('stands behind the name', () => {
    expect(states('قالت كارين كلاوس من حزب الخضر في ألمانيا إن المعرض ناجح.')).toEqual([
      'leader:karin-kalaws member_of org:greens-germany',
    ]);
  });

  it('is not where something comes from', () => {
    expect(states('تلقى ترامب من الحزب الجمهوري دعوة.')).toEqual([]);
    expect(states('استقال هورست زيهوفر من الحزب المسيحي الاجتماعي في ألمانيا.')).toEqual([]);
  });
});
