import { describe, expect, it } from 'vitest';
import { createRecognizer } from '../../src/extract/entities/index.js';
import { createMultilateralFinder } from '../../src/extract/relations/states/multilateral.js';
import { Vocabulary } from '../../src/language/arabic/tokens.js';
import { loadSchema } from '../../src/schema/index.js';
import { inOrder, relationsOf } from './reading.js';

const vocabulary = new Vocabulary();
const recognize = createRecognizer(loadSchema(), vocabulary);
const findMultilateral = createMultilateralFinder(vocabulary);

/** What the rule finds, as `subject type object`, with the modality where it is not actual. */
function found(text: string): string[] {
  const recognition = recognize({ id: 'test', title: '', text, language: 'ar', date: '2022-06-15' });
  const relations = findMultilateral(recognition).map(({ subject, type, object, modality }) => {
    const to = 'entity' in object ? object.entity.id : object.id;
    return inOrder(`${subject.entity.id} ${type} ${to}${modality === 'actual' ? '' : ` ${modality}`}`);
  });
  return relations.sort();
}

/** Every two of some, given by their codes or ids. */
function everyTwo(type: string, parties: string, modality = ''): string[] {
  const ids = parties.split(' ').map(id => (id.includes(':') ? id : `country:${id}`));
  return ids
    .flatMap((one, index) => ids.slice(index + 1).map(other => inOrder(`${one} ${type} ${other}${modality}`)))
    .sort();
}

/** One with each of the others. */
function withEach(type: string, one: string, others: string, modality = ''): string[] {
  return others
    .split(' ')
    .flatMap(other => everyTwo(type, `${one} ${other}`, modality))
    .sort();
}

const exercise = (parties: string, modality = '') => everyTwo('holds_exercise_with', parties, modality);
const talks = (parties: string, modality = '') => everyTwo('negotiates_with', parties, modality);
const meetings = (parties: string, modality = '') => everyTwo('meets', parties, modality);

describe('exercises of many', () => {
  it.each([
    [
      'with the participation of',
      'انطلقت مناورات «أمواج الربيع» بمشاركة قوات من مصر والأردن والسودان.',
      'EG JO SD',
    ],
    ['who take part', 'تشارك في المناورات قوات من اليونان وقبرص وإيطاليا.', 'GR CY IT'],
    ['who take part, before it', 'تشارك الهند وسنغافورة وفيتنام في التدريبات البحرية.', 'IN SG VN'],
    [
      'the forces of nationalities',
      'شاركت القوات القطرية والكويتية والعمانية في تمرين عسكري بالصحراء.',
      'QA KW OM',
    ],
    [
      'beside others',
      'وتشارك في التمرين العسكري إلى جانب القوات السعودية كل من البحرين والكويت.',
      'SA BH KW',
    ],
    [
      'armies and countries',
      'بدأت مناورات جوية بمشاركة الجيش الأردني، والإمارات، فضلا عن قوات من المغرب.',
      'org:jordan-arab-army AE MA',
    ],
    ['that held it with others', 'أجرت تركيا مناورات بحرية بمشاركة باكستان وأذربيجان.', 'TR PK AZ'],
    ['that held it with others, by a preposition', 'أجرت فرنسا مناورات جوية مع الهند واليونان.', 'FR IN GR'],
    ['that hold it', 'بدأت كازاخستان وأوزبكستان وقرغيزستان تدريبات عسكرية قرب الحدود.', 'KZ UZ KG'],
    ['that hold it, before the verb', 'الأردن والعراق والكويت تجري مناورات عسكرية في البادية.', 'JO IQ KW'],
    ['by nationalities', 'مناورات بحرية روسية صينية إيرانية في المحيط.', 'RU CN IR'],
    ['between', 'اختتمت التدريبات العسكرية المشتركة بين النيجر ومالي وتشاد.', 'NE ML TD'],
    [
      'in the sentence after',
      'انطلقت في عمان مناورات «درع الصحراء» أمس. ومن بين الدول المشاركة الأردن والكويت والبحرين.',
      'JO KW BH',
    ],
    [
      'two sentences after',
      'انطلقت مناورات «سيف البحر» أمس. وتستمر أسبوعا كاملا. والدول المشاركة هي: كندا وأستراليا واليابان.',
      'CA AU JP',
    ],
    [
      'in it, in the sentence after',
      'انطلقت مناورات «رياح الشمال» أمس. وتشارك فيها قوات من السويد وفنلندا والدنمارك.',
      'SE FI DK',
    ],
    ['some of many', 'بدأت مناورات عسكرية بمشاركة عشرين دولة، بينها بولندا ورومانيا وبلغاريا.', 'PL RO BG'],
    [
      'counted, in brackets',
      'جرت مناورات بحرية تشارك فيها ثلاث دول من غرب أفريقيا (غانا وتوغو وبنين) ودولتان من أوروبا (إسبانيا والبرتغال).',
      'GH TG BJ ES PT',
    ],
  ])('%s: %s', (_, text, parties) => {
    expect(found(text)).toEqual(exercise(parties));
  });

  it.each([
    ['ستشارك قوات من مصر والأردن والسودان في المناورات العسكرية.', 'EG JO SD'],
    ['من المقرر أن تنطلق مناورات عسكرية بمشاركة مصر والأردن والسودان.', 'EG JO SD'],
    ['تعتزم مصر والأردن والسودان إجراء مناورات بحرية.', 'EG JO SD'],
    ['اتفقت مصر والأردن والسودان على إجراء مناورات بحرية.', 'EG JO SD'],
  ])('to come: %s', (text, parties) => {
    expect(found(text)).toEqual(exercise(parties, ' planned'));
  });

  it('of very many are those of its hosts with each', () => {
    const text =
      'انطلق التدريب المصري اليوناني المشترك بمشاركة مصر واليونان والأردن وقبرص وإيطاليا وفرنسا والكويت.';
    const guests = 'JO CY IT FR KW';
    const expected = [
      ...withEach('holds_exercise_with', 'EG', `GR ${guests}`),
      ...withEach('holds_exercise_with', 'GR', guests),
    ];
    expect(found(text)).toEqual(expected.sort());
  });

  it('of very many without a host are those of the one that the article is about', () => {
    const text =
      'احتفلت غانا بعيد البحرية. وتشارك غانا في مناورات بحرية هذا العام. ومن بين الدول المشاركة السنغال وغانا ونيجيريا وتوغو وبنين والكاميرون.';
    expect(found(text)).toEqual(withEach('holds_exercise_with', 'GH', 'SN NG TG BJ CM'));
  });
});

describe('talks of many', () => {
  it.each([
    ['that a summit comprises', 'افتتحت القمة الثلاثية التي تضم الأردن والعراق ومصر.', 'JO IQ EG'],
    ['ministers of countries', 'عقد في روما اجتماع ضم وزراء خارجية إيطاليا وفرنسا وألمانيا.', 'IT FR DE'],
    ['ministers, after the verb', 'ويضم الاجتماع ممثلين عن السودان وتشاد وليبيا.', 'SD TD LY'],
    ['who take part in it', 'استؤنفت المحادثات السداسية التي تشارك فيها الصين واليابان وروسيا.', 'CN JP RU'],
    ['in brackets', 'استؤنفت المحادثات الرباعية (أفغانستان وباكستان والصين والهند).', 'AF PK CN IN'],
    ['between', 'تعثرت المفاوضات الجديدة بين أرمينيا وأذربيجان وجورجيا.', 'AM AZ GE'],
    ['of ministers', 'اختتم اجتماع وزراء المياه في تركيا والعراق وسوريا.', 'TR IQ SY'],
    ['held', 'عقدت ماليزيا وتايلاند وإندونيسيا محادثات في بانكوك.', 'MY TH ID'],
    ['who meet', 'اجتمع وزراء دفاع إستونيا ولاتفيا وليتوانيا في العاصمة.', 'EE LV LT'],
    ['who agreed during it', 'وقعت كينيا وأوغندا ورواندا خلال قمة في نيروبي ميثاقا.', 'KE UG RW'],
    ['in the presence of', 'انعقد اجتماع في بيروت بحضور سفراء لبنان وقبرص واليونان.', 'LB CY GR'],
    [
      'of bodies',
      'انطلقت مشاورات بين الأمم المتحدة والاتحاد الأوروبي والاتحاد الأفريقي.',
      'org:un org:eu org:african-union',
    ],
  ])('%s: %s', (_, text, parties) => {
    expect(found(text)).toEqual(talks(parties));
  });

  it.each([
    ['قمة جمعت الرؤساء فلاديمير بوتين ورجب طيب أردوغان وحسن روحاني في سوتشي.'],
    ['قمة جمعت الرؤساء الروسي فلاديمير بوتين والتركي رجب طيب أردوغان والإيراني حسن روحاني.'],
    ['عقد الرئيس الروسي فلاديمير بوتين، ونظيراه التركي رجب طيب أردوغان والإيراني حسن روحاني قمة ثلاثية.'],
  ])('of leaders are meetings: %s', text => {
    expect(found(text)).toEqual(
      meetings('leader:hassan-rouhani leader:recep-tayyip-erdogan leader:vladimir-putin'),
    );
  });

  it('of leaders are not those of their countries, too', () => {
    const text =
      'التقى القادة في قمة جمعت فلاديمير بوتين ورجب طيب أردوغان وحسن روحاني. وتعقد القمة الثلاثية بين روسيا وتركيا وإيران كل عام.';
    expect(found(text)).toEqual(
      meetings('leader:hassan-rouhani leader:recep-tayyip-erdogan leader:vladimir-putin'),
    );
  });

  it('name both Koreas with one word', () => {
    const text = 'رحبت كوريا الشمالية وكوريا الجنوبية بالفكرة. وتعثرت المحادثات بين الكوريتين والصين.';
    expect(found(text)).toEqual(talks('KP KR CN'));
  });

  it('are of a state and a group in it', () => {
    const text = 'انطلقت مشاورات بين الحكومة اليمنية وجماعة الحوثي والأمم المتحدة.';
    expect(found(text)).toEqual(talks('YE org:houthis org:un'));
  });

  it.each([
    [
      'the members of a group, in brackets',
      'بدأت مفاوضات بين إيران والقوى الكبرى (روسيا والصين وفرنسا).',
      withEach('negotiates_with', 'IR', 'RU CN FR'),
    ],
    [
      'each of some',
      'بدأت محادثات بين قطر وكل من الأردن والكويت.',
      withEach('negotiates_with', 'QA', 'JO KW'),
    ],
    [
      'those on the other side',
      'بدأت محادثات بين إيران من جهة، وفرنسا وبريطانيا وألمانيا من جهة أخرى.',
      withEach('negotiates_with', 'IR', 'FR GB DE'),
    ],
    [
      'those with whom it holds them',
      'تجري تشاد محادثات مع النيجر ونيجيريا.',
      withEach('negotiates_with', 'TD', 'NE NG'),
    ],
  ])('are of one side with %s: %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['تستضيف عمان اجتماعا سيعقد بين اليمن والسعودية وإيران.', 'YE SA IR'],
    ['افتتحت الاستعدادات للقمة التي تضم الأردن والعراق ومصر، المقررة في سبتمبر.', 'JO IQ EG'],
    ['دعا إلى حوار بين إيران وتركيا والعراق.', 'IR TR IQ'],
  ])('to come: %s', (text, parties) => {
    expect(found(text)).toEqual(talks(parties, ' planned'));
  });
});

describe('what is none of many', () => {
  it.each([
    ['only two', 'انطلقت مناورات بمشاركة قوات من مصر والأردن.'],
    ['topics', 'أجرى الوزير محادثات حول سوريا وليبيا واليمن.'],
    ['topics of a meeting between', 'ناقشت محادثات أمس العلاقات بين سوريا وليبيا واليمن.'],
    ['places', 'بدأت مناورات في البحر قبالة سوريا ولبنان وقبرص.'],
    ['places of a tour', 'أجرى مناورات بعد جولة شملت مصر والأردن والعراق.'],
    ['targets', 'بدأت تدريبات عسكرية تحاكي هجوما على إيران وسوريا ولبنان.'],
    ['called off', 'ألغيت المناورات التي تشارك فيها مصر والأردن والعراق.'],
    ['refused', 'رفضت المشاركة في المناورات مصر والأردن والعراق.'],
    ['that will not take part', 'لن تشارك مصر والأردن والعراق في المناورات.'],
    ['that withdrew', 'انسحبت مصر والأردن والعراق من المناورات.'],
    ['that watch', 'تتابع مصر والأردن والعراق المناورات العسكرية.'],
    ['a match', 'يلعب المنتخب مباراة في بطولة بمشاركة مصر والأردن والعراق بعد اجتماع.'],
    ['training of teams', 'شارك لاعبون من مصر والأردن والعراق في تدريبات المنتخب.'],
    ['training of firms', 'شاركت فرق من مصر والأردن والعراق في تدريبات على البرمجة.'],
    ['members of a body that meets', 'عقد اجتماع اللجنة التي تضم مصر والأردن والعراق.'],
    ['another occasion', 'عقد اجتماع قبل افتتاح المعرض بمشاركة مصر والأردن والعراق.'],
    [
      'a sentence far off',
      `بدأت مناورات. ${'الطقس جميل. '.repeat(5)}ومن بين الدول المشاركة مصر والأردن والعراق.`,
    ],
    [
      'others than those that a part of the list does',
      'تشارك قوات مصر في المناورات قرب الأردن والعراق وسوريا.',
    ],
    ['members of a force', 'عقد اجتماع القوة التي ستشارك فيها مصر والأردن والعراق.'],
  ])('%s: %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

it('becomes statements of the sentence that lists them', () => {
  const relations = relationsOf(
    'انطلقت مناورات «أمواج الربيع» أمس. وتشارك فيها قوات من مصر والأردن والسودان.',
  );
  for (const relation of exercise('EG JO SD')) expect(relations).toContain(relation);
});
