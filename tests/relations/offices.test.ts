import { describe, expect, it } from 'vitest';
import { statementsOf } from './reading.js';

const offices = (sentence: string) =>
  statementsOf(sentence)
    .filter(({ type }) => type === 'holds_office')
    .map(({ subject, object, modality, office }) => `${subject} ${object} ${modality} ${office?.en}`);

describe('offices', () => {
  it.each([
    ['قال الرئيس الأميركي جو بايدن إن العالم تغير.', 'leader:joe-biden country:US actual president'],
    [
      'دعا الأمين العام للأمم المتحدة أنطونيو غوتيريش إلى الهدوء.',
      'leader:antonio-guterres org:un actual secretary-general',
    ],
  ])('held: %s', (sentence, expected) => {
    expect(offices(sentence)).toEqual([expected]);
  });

  it.each([
    [
      'قال الرئيس الأميركي السابق باراك أوباما إن العالم تغير.',
      'leader:barack-obama country:US past president',
    ],
    [
      'انتقدت المستشارة الألمانية السابقة أنغيلا ميركل القرار.',
      'leader:angela-merkel country:DE past chancellor',
    ],
    [
      'شارك في الجنازة أنصار الرئيس المصري الراحل حسني مبارك.',
      'leader:hosni-mubarak country:EG past president',
    ],
  ])('once held: %s', (sentence, expected) => {
    expect(offices(sentence)).toEqual([expected]);
  });

  it.each([
    'قال الكاتب الأميركي المقيم في لندن إن العالم تغير.',
    'أعلنت الرئاسة الأميركية أن العالم تغير.',
  ])('held by nobody named: %s', sentence => {
    expect(offices(sentence)).toEqual([]);
  });

  it.each([
    [
      'the second to a president named behind him',
      'افتتح مايك بنس، نائب الرئيس الأميركي دونالد ترامب، معرض الزهور.',
      [
        'leader:mike-pence country:US actual vice-president',
        'leader:donald-trump country:US actual president',
      ],
    ],
    [
      'a spokesman of a president named behind him',
      'رحب دميتري بيسكوف، الناطق باسم الرئيس الروسي فلاديمير بوتين، بالضيوف.',
      [
        'leader:vladimir-putin country:RU actual president',
        'leader:dmitry-peskov country:RU actual spokesperson',
      ],
    ],
    [
      'an adviser himself, not the one he serves',
      'سافر كبير مستشاري الرئيس الأميركي جاريد كوشنر صباحا.',
      ['leader:jared-kushner country:US actual adviser'],
    ],
    [
      'a representative of a country at a body',
      'حضرت كارين بيرس مندوبة بريطانيا الدائمة لدى الأمم المتحدة الأمسية.',
      ['leader:karen-pierce country:GB actual permanent representative'],
    ],
    [
      'a representative with a nationality only',
      'غادر المندوب السوري بشار الجعفري القاعة.',
      ['leader:bashar-jaafari country:SY actual permanent representative'],
    ],
    [
      'an envoy of a body to a country',
      'وصل مبعوث الأمم المتحدة لليبيا غسان سلامة صباحا.',
      ['leader:ghassan-salame org:un actual envoy'],
    ],
    [
      'two counterparts',
      'ودع الرئيس الصيني شي جين بينغ نظيريه الروسي فلاديمير بوتين والإيراني حسن روحاني في المطار.',
      [
        'leader:xi-jinping country:CN actual president',
        'leader:vladimir-putin country:RU actual president',
        'leader:hassan-rouhani country:IR actual president',
      ],
    ],
    [
      'the same office elsewhere, by its nationality alone',
      'تبادل الرئيس الفرنسي إيمانويل ماكرون والتركي رجب طيب أردوغان التهاني.',
      [
        'leader:emmanuel-macron country:FR actual president',
        'leader:recep-tayyip-erdogan country:TR actual president',
      ],
    ],
    [
      'the head of a body',
      'نظم تيار الحكمة بزعامة عمار الحكيم أمسية شعرية.',
      ['leader:ammar-al-hakim org:hikma actual leader'],
    ],
    [
      'the head of a body in the past',
      'احتفلت حركة النهضة التي كان يرأسها راشد الغنوشي بالعيد.',
      ['leader:rached-ghannouchi org:ennahda past head'],
    ],
    [
      'the head of a department',
      'شكر مدير قسم الترجمة في وزارة الخارجية الروسية غيورغي بوريسينكو الحضور.',
      ['leader:ghiwrghi-borisinko org:ministry-of-foreign-affairs:RU actual director'],
    ],
    [
      'the commander of a force that no list knows',
      'كرم قائد القوة البرية الإيرانية العميد أحمد رضا بوردستان الفائزين.',
      ['leader:ahmed-rada-bordasatan country:IR actual commander'],
    ],
    [
      'the deputy of an office of a body',
      'تحدث ألكسندر تورشين، نائب محافظ البنك المركزي الروسي، عن الشعر.',
      ['leader:alexander-torshin org:bank-of-russia actual deputy head'],
    ],
    [
      'the spokesman of a body with two names',
      'شارك المتحدث باسم وزارة الدفاع الأميركية "البنتاغون"، الكولونيل كريس لوغن، في السباق.',
      ['leader:karis-loghn org:pentagon actual spokesperson'],
    ],
    [
      'the chairman of a body named before',
      'عقد مجلس النواب اللبناني جلسة، وشكر رئيس المجلس نبيه بري الحضور.',
      ['leader:nabih-berri org:parliament:LB actual president'],
    ],
    [
      'his deputy',
      'زار وزير الخارجية الألماني هايكو ماس ونائبه نيلس أنن المعرض.',
      [
        'leader:heiko-maas country:DE actual foreign minister',
        'leader:nils-ann country:DE actual deputy head',
      ],
    ],
    [
      'her minister',
      'شاركت فنلندا ووزير خارجيتها بيكا هافيستو في المعرض.',
      ['leader:pekka-haavisto country:FI actual foreign minister'],
    ],
    [
      'a person whom the title stands for elsewhere',
      'حضر فلاديمير بوتين الحفل. وصفق الرئيس الروسي طويلا.',
      ['leader:vladimir-putin country:RU actual president'],
    ],
    [
      'a person known by the title',
      'صلى البابا فرنسيس في الفاتيكان.',
      ['leader:pope-francis country:VA actual pope'],
    ],
    [
      'who is made it',
      'أثار انتخاب نيكولاس مادورو رئيسا لفنزويلا نقاشا.',
      ['leader:nicolas-maduro country:VE actual president'],
    ],
    [
      'who is made minister',
      'عين إيمانويل ماكرون جان إيف لودريان وزيرا للخارجية الفرنسية.',
      ['leader:jean-yves-le-drian country:FR actual minister'],
    ],
    [
      'the leader of the one that the pronoun stands for',
      'احتفلت حركة النهضة، وصافح زعيمها راشد الغنوشي الضيوف.',
      ['leader:rached-ghannouchi org:ennahda actual leader'],
    ],
    [
      'the third in a list, with a word of respect',
      'التقط وزراء الخارجية السعودي عادل الجبير والمصري سامح شكري والبحريني الشيخ خالد بن أحمد آل خليفة صورة.',
      [
        'leader:sameh-shoukry country:EG actual foreign minister',
        'leader:adel-al-jubeir country:SA actual foreign minister',
        'leader:khalid-bin-ahmed-al-khalifa country:BH actual foreign minister',
      ],
    ],
    [
      'the only one of the people named who may be meant',
      'وصل إيمانويل ماكرون إلى ليون في فرنسا. وشكر الرئيس المنظمين.',
      ['leader:emmanuel-macron country:FR actual president'],
    ],
    [
      'a crown prince with an office of a body beside it',
      'افتتح ولي العهد نائب القائد الأعلى للقوات المسلحة محمد بن زايد آل نهيان متحفا في الإمارات.',
      [
        'leader:mohamed-bin-zayed country:AE actual crown prince',
        'leader:mohamed-bin-zayed org:armed-forces:AE actual deputy commander-in-chief',
      ],
    ],
    [
      'a representative of a capital',
      'تحدث مندوب موسكو في الأمم المتحدة، فاسيلي نيبينزيا، عن روسيا.',
      ['leader:vasily-nebenzya country:RU actual permanent representative'],
    ],
  ])('held by %s: %s', (_, sentence, expected) => {
    expect(offices(sentence).sort()).toEqual([...expected].sort());
  });

  it.each([
    [
      'a visitor beside a president',
      'هنأ الرئيس الفرنسي إيمانويل ماكرون والمصري سمير عطا الفريقين.',
      'country:EG',
    ],
    [
      'the country where an ambassador lives',
      'ودع السفير لدى سوريا روبرت فورد جيرانه في الولايات المتحدة.',
      'country:SY',
    ],
    ['a known person of another country', 'أعجبت لوحات ترامب زعيم كوريا الشمالية.', 'country:KP'],
    [
      'the president whom an adviser serves',
      'غادر مستشار الرئيس ترامب القاعة في كوريا الشمالية.',
      'country:KP',
    ],
    [
      'a candidate',
      'شكرت جينا هاسبل، المرشحة لإدارة وكالة الاستخبارات المركزية الأميركية، الحضور.',
      'org:cia',
    ],
    [
      'the pronoun of another country',
      'شكرت كوريا الجنوبية كيم جونغ أون، وصافح زعيمها الضيوف.',
      'country:KR',
    ],
    ['two presidents', 'عين رئيسا روسيا وتركيا لجنة في مالي.', 'country:ML'],
    ['the head of a delegation', 'عاد وفد من الكونغرس برئاسة جون كيري من رحلته.', 'org:us-congress'],
  ])('not held by %s: %s', (_, sentence, of) => {
    expect(offices(sentence).filter(office => office.split(' ')[1] === of)).toEqual([]);
  });
});
