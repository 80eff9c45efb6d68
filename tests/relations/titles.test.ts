import { describe, expect, it } from 'vitest';
import { statementsOf } from './reading.js';

const offices = (text: string) => {
  const found = statementsOf(text)
    .filter(({ type }) => type === 'holds_office')
    .map(({ subject, object, modality, office }) => `${subject} ${object} ${modality} ${office?.en}`);
  return [...new Set(found)].sort();
};

describe('titles', () => {
  it.each([
    [
      'with the body in quotation marks',
      'في غزة شكر المتحدث باسم "حماس" فوزي برهوم الأطباء.',
      ['leader:fawzi-barhoum org:hamas actual spokesperson'],
    ],
    [
      'of one among several',
      'نفى جيف ديفيس، أحد المتحدثين باسم البنتاغون، الخبر.',
      ['leader:jeff-davis org:pentagon actual spokesperson'],
    ],
    [
      'with an adjective',
      'نفى المتحدث الرئيسي باسم الأونروا، كريس غانيس، الخبر.',
      ['leader:chris-gunness org:unrwa actual spokesperson'],
    ],
    [
      'of a supervisor, past a doctor',
      'افتتح المشرف العام على مركز الملك سلمان للإغاثة د. عبدالله الربيعة معرضا للكتب.',
      ['leader:abdullah-al-rabeeah org:ksrelief actual supervisor general'],
    ],
    [
      'with a noun for a body named before',
      'افتتح مركز الملك سلمان للإغاثة معرضا. وشكر المشرف العام على المركز الدكتور عبدالله الربيعة الزوار.',
      ['leader:abdullah-al-rabeeah org:ksrelief actual supervisor general'],
    ],
    [
      'with a body whose name begins inside it',
      'عاد رئيس هيئة قناة السويس الفريق مهاب مميش من إجازته.',
      ['leader:mohab-mamish org:suez-canal-authority actual head'],
    ],
    [
      'joined by "and" before one name',
      'عاد نائب رئيس مجلس الوزراء ووزير المالية الكويتي، أنس الصالح، من إجازته.',
      ['leader:anas-al-saleh country:KW actual deputy prime minister'],
    ],
    [
      'of a minister with several portfolios',
      'عاد وزير الخارجية وشؤون المغتربين الأردني ناصر جودة من إجازته.',
      ['leader:nasser-judeh country:JO actual foreign minister'],
    ],
    [
      'of a deputy minister',
      'عاد نائب وزير النقل الماليزي سليم بن منصور من إجازته.',
      ['leader:salim-bin-manasor country:MY actual deputy minister'],
    ],
    [
      'behind the name of a post taken',
      'زارت هيلاري كلينتون المتحف أثناء توليها منصب وزيرة خارجية الولايات المتحدة.',
      ['leader:hillary-clinton country:US past foreign minister'],
    ],
    [
      'behind "who was"',
      'وصل جيب بوش الذي كان حاكما لولاية فلوريدا إلى الحفل في الولايات المتحدة.',
      ['leader:jeb-bush country:US past governor'],
    ],
    [
      'of a regime',
      'أغلق المتحف بعد سقوط نظام معمر القذافي في ليبيا.',
      ['leader:muammar-gaddafi country:LY past leader'],
    ],
    [
      'of an heir in one of the emirates',
      'افتتح ولي عهد دبي الشيخ حمدان بن محمد متحفا في الإمارات.',
      ['leader:hamdan-bin-mohammed country:AE actual crown prince'],
    ],
    [
      'in a list of names with titles behind them',
      'الجدد هم د. صبري صيدم وزير التعليم، د. سمير منصور وزير العدل، في فلسطين.',
      [
        'leader:sabri-saidam country:PS actual education minister',
        'leader:samir-manasor country:PS actual justice minister',
      ],
    ],
    [
      'of a ministry rather than of its country',
      'شكرت المتحدثة باسم وزارة الخارجية الأميركية هيذر ناورت الحضور. وقالت المتحدثة هيذر ناورت إن المعرض كبير.',
      ['leader:heather-nauert org:us-state-department actual spokesperson'],
    ],
    [
      'of a state office in an article about one country',
      'استقبلت مصر زوارا كثيرين. وزار محافظ الأقصر سمير منصور المعبد المصري. والسياحة مهمة في مصر.',
      ['leader:samir-manasor country:EG actual governor'],
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(offices(text)).toEqual(expected);
  });

  it.each([
    [
      'a leader of a country, not of a party',
      'ابتسم زعيم كوريا الشمالية كيم جونغ أون للأطفال.',
      ['leader:kim-jong-un country:KP actual leader'],
    ],
    [
      'a leader of a movement, not of the country',
      'في اليمن رفض زعيم التمرد عبد الملك الحوثي العرض، وانسحبت جماعة الحوثي.',
      ['leader:abdulmalik-al-houthi org:houthis actual party leader'],
    ],
    ['a prince, not an emir', 'افتتح الأمير محمد بن سلمان متحفا في السعودية.', []],
    [
      'an emir where the country has one',
      'افتتح أمير الكويت الشيخ صباح الأحمد الصباح متحفا.',
      ['leader:sabah-al-ahmad country:KW actual emir'],
    ],
    [
      'a deputy of the king, not a deputy in parliament',
      'ترأس نائب خادم الحرمين الشريفين الأمير محمد بن نايف جلسة في السعودية.',
      ['leader:mohammed-bin-nayef country:SA actual deputy of the king'],
    ],
    [
      'a secretary of a council, not a mayor',
      'افتتح أمين مجمع تشخيص مصلحة النظام، محسن رضائي، مكتبة في إيران.',
      ['leader:mohsen-rezaei org:expediency-council actual secretary'],
    ],
    [
      'an adviser, not a chancellor',
      'افتتح المستشار في الديوان الملكي سعود القحطاني مكتبة في السعودية.',
      ['leader:saud-al-qahtani org:royal-court:SA actual adviser'],
    ],
    ['the head of a department, not of the state', 'افتتح رئيس دائرة المياه أحمد قريع مكتبة في فلسطين.', []],
    ['the head of a federation', 'افتتح رئيس الاتحاد العراقي عبد الخالق مسعود الملعب.', []],
    [
      'the heir whom a minister travels with',
      'وصل المرافق لولي العهد معالي وزير الشؤون الاجتماعية الدكتور ماجد القصبي إلى السعودية.',
      ['leader:majid-al-qasabi country:SA actual social affairs minister'],
    ],
    [
      'the one whom a director thanks',
      'قدم مدير عام المركز شكره لمعالي الدكتور ماجد القصبي في السعودية.',
      [],
    ],
    ['the one who scolds an adviser', 'وبخ دونالد ترامب المستشارة السابقة في الولايات المتحدة.', []],
    ['the government of another country', 'انتقدت الصحف حكومة محمود عباس في إسرائيل.', []],
    ['a party in power', 'رشح حزب أردوغان الحاكم سليم منصور في تركيا.', []],
    [
      'two presidents, the first unnamed',
      'صافح الأطفال الرئيس الفرنسي والرئيس اليمني عبد ربه منصور هادي.',
      ['leader:abdrabbuh-mansur-hadi country:YE actual president'],
    ],
    [
      'the president whom a spokesman serves, with his other name',
      'رفض المتحدث باسم الرئيس الفلسطيني محمود عباس (أبو مازن) التعليق.',
      ['leader:mahmoud-abbas country:PS actual president'],
    ],
    [
      'the husband of a first lady',
      'كرم المتحف زوجة الرئيس الأميركي الأسبق جورج بوش الأب.',
      ['leader:george-h-w-bush country:US past president'],
    ],
    ['the son of a president', 'شمل القرار في اليمن الرئيس السابق وابنه أحمد علي عبدالله صالح.', []],
    ['the host of a premier', 'صافحت ميركل رئيس الحكومة المكلف في ألمانيا.', []],
    [
      'a counterpart',
      'اتصل وزير الخارجية السعودي بنظيره الروسي سيرغي لافروف.',
      ['leader:sergei-lavrov country:RU actual foreign minister'],
    ],
    ['an envoy to a country', 'وصل مبعوثه الخاص باليمن إسماعيل ولد الشيخ أحمد إلى جنيف.', []],
    [
      'a place behind a title',
      'فازت سيدة بمنصب عمدة سان خوسيه في كوستاريكا، وكوستاريكا سعيدة بها كما قالت كوستاريكا.',
      [],
    ],
    [
      'a minister of another country that the sentence names, in an article about one',
      'استقبلت مصر زوارا. وفي المغرب افتتح وزير السياحة سمير منصور الفندق. وأحبت مصر الفندق. وشكرت مصر البناة.',
      ['leader:samir-manasor country:MA actual tourism minister'],
    ],
  ])('not misread: %s: %s', (_, text, expected) => {
    expect(offices(text)).toEqual(expected);
  });
});
