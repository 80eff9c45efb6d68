import { describe, expect, it } from 'vitest';
import { statementsOf } from './reading.js';

/** What rules find: states that were learned from articles have the names of predicates. */
const RULES = new Set(['called-ally', 'leads-alliance', 'comprises', 'member-apposition', 'seat']);

const states = (type: string, text: string, rules = RULES) =>
  statementsOf(text)
    .filter(({ type: own, rule }) => own === type && (rules.size === 0 || rules.has(rule)))
    .map(({ subject, object }) => [subject, object]);

const pairs = (type: string, text: string, rules?: Set<string>) =>
  new Set(states(type, text, rules).map(pair => pair.sort().join(' ')));

describe('alliances', () => {
  it.each([
    ['the ally of a country', 'استضافت بيلاروسيا، حليفة موسكو، المعرض أمس.', 'country:BY country:RU'],
    [
      'the ally of a leader',
      'افتتحت إيران، الحليف الرئيسي لبشار الأسد، معرضا في سوريا.',
      'country:IR country:SY',
    ],
    ['and its ally', 'شاركت أذربيجان وحليفتها تركيا في المعرض.', 'country:AZ country:TR'],
    [
      'its ally, where only one country can be meant',
      'تراهن أرمينيا على دعم حليفتها الهند.',
      'country:AM country:IN',
    ],
  ])('%s: %s', (_, sentence, expected) => {
    expect([...pairs('allied_with', sentence, new Set())]).toContain(expected);
  });

  it.each([
    ['ally of a third', 'انتقدت أرمينيا فرض تركيا رسوما على حليفتها الهند.', 'country:IN country:TR'],
    [
      'ally of the one in a clause',
      'قال إن اليابان التي تنافس تركيا هي حليف للهند.',
      'country:IN country:TR',
    ],
    ['ally denied', 'قال الوزير إن بيلاروسيا ليست حليفة موسكو.', 'country:BY country:RU'],
    [
      'ally of people in a country',
      'عمل متطوعون في سوريا، حليف للولايات المتحدة كما قيل.',
      'country:SY country:US',
    ],
  ])('not the %s: %s', (_, sentence, wrong) => {
    expect([...pairs('allied_with', sentence)]).not.toContain(wrong);
  });
});

describe('members', () => {
  it.each([
    [
      'who leads an alliance, inside its name',
      'رحب التحالف الدولي بقيادة الولايات المتحدة بالفكرة.',
      ['country:US org:coalition-against-isis'],
    ],
    [
      'in brackets',
      'اجتمعت مجموعة 5+1 (الولايات المتحدة وألمانيا والصين) في فيينا.',
      ['country:US org:p5-plus-1', 'country:DE org:p5-plus-1', 'country:CN org:p5-plus-1'],
    ],
    [
      'both that are members',
      'احتفلت النرويج والدنمارك، العضوتان في حلف شمال الأطلسي، بالذكرى.',
      ['country:NO org:nato', 'country:DK org:nato'],
    ],
    [
      'as members',
      'تلتزم روسيا وأرمينيا بوصفهما عضوين في منظمة معاهدة الأمن الجماعي بالميثاق.',
      ['country:RU org:csto', 'country:AM org:csto'],
    ],
    [
      'of the organization named before',
      'احتفلت منظمة شنغهاي للتعاون بعيدها. وطبعت المنظمة التي تضم الصين وروسيا طابعا.',
      ['country:CN org:sco', 'country:RU org:sco'],
    ],
    [
      'who dominates a body',
      'شكرت قسد التي تهيمن عليها وحدات حماية الشعب السكان.',
      ['org:ypg org:syrian-democratic-forces'],
    ],
  ])('%s: %s', (_, text, expected) => {
    const found = states('member_of', text, new Set()).map(pair => pair.join(' '));
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });

  it.each([
    [
      'who leads an alliance is no member of its enemy',
      'دعا التحالف ضد تنظيم داعش بقيادة الولايات المتحدة إلى الصبر.',
      'org:islamic-state',
    ],
    ['places in brackets', 'احتفل الاتحاد الأوروبي (بروكسل) بعيده.', 'org:eu'],
    ['only the last is a member', 'احتفلت سويسرا والدنمارك العضو في حلف شمال الأطلسي بالعيد.', 'country:CH'],
  ])('%s: %s', (_, sentence, wrong) => {
    expect(states('member_of', sentence).flat()).not.toContain(wrong);
  });
});

describe('whose a body is', () => {
  it.each([
    [
      'a committee of a parliament',
      'اجتمعت لجنة القوات المسلحة في مجلس النواب الأميركي أمس.',
      ['org:us-house-armed-services-committee org:us-house-of-representatives'],
    ],
    [
      'a fleet of a navy',
      'احتفل الأسطول السادس للبحرية الأميركية بعيده.',
      ['org:us-sixth-fleet org:us-navy', 'org:us-navy country:US'],
    ],
    [
      'an office of the United Nations',
      'شكر مكتب الأمم المتحدة لتنسيق الشؤون الإنسانية الممولين.',
      ['org:ocha org:un'],
    ],
    [
      'a unit in an army',
      'كرم اللواء 143 مشاة في الجيش اليمني الفائزين.',
      ['org:unit:al-lwa-143-mashah org:yemeni-national-army'],
    ],
    [
      'the official agency of a country',
      'صورت وكالة سانا الرسمية الاحتفال في سوريا.',
      ['org:sana country:SY'],
    ],
    ['a Hebrew paper', 'نشرت صحيفة هآرتس العبرية قصة عن الربيع في إسرائيل.', ['org:haaretz country:IL']],
  ])('%s: %s', (_, sentence, expected) => {
    const found = states('affiliated_with', sentence, new Set()).map(pair => pair.join(' '));
    expect(found).toEqual(expect.arrayContaining([...expected]));
  });

  it.each([
    ['a mission at a body is not its', 'احتفلت بعثة روسيا لدى الأمم المتحدة بعيدها.', 'org:un'],
    [
      'a committee is not the country itself',
      'اجتمعت لجنة القوات المسلحة في مجلس النواب الأميركي.',
      'org:us-house-armed-services-committee country:US',
    ],
    ['an agency named beside a country', 'صورت وكالة سانا الاحتفال في سوريا.', 'org:sana country:SY'],
  ])('%s: %s', (_, sentence, wrong) => {
    const found = states('affiliated_with', sentence, new Set()).map(pair => pair.join(' '));
    expect(found.filter(pair => pair === wrong || pair.endsWith(` ${wrong}`))).toEqual([]);
  });

  it('a mission works where its name says', () => {
    const sentence = 'شكرت بعثة الأمم المتحدة في جنوب السودان السكان.';
    expect(states('active_in', sentence, new Set())).toEqual([['org:unmiss', 'country:SS']]);
  });
});

describe('whose a base is', () => {
  it.each([
    ['by the nationality behind it', 'صور الهواة مطار التيفور العسكري السوري.', 'country:SY base:t4-tiyas'],
    [
      'by the forces it belongs to',
      'صور الهواة قاعدة إنجرليك التابعة للقوات الأميركية.',
      'country:US base:incirlik',
    ],
  ])('%s: %s', (_, sentence, expected) => {
    expect(states('operates', sentence, new Set()).map(pair => pair.join(' '))).toEqual([expected]);
  });

  it.each([
    ['the place of a bare name', 'هبط الهواة في «إنجرليك» التركية.'],
    ['people behind it', 'صور قاعدة إنجرليك الهواة الأتراك.'],
  ])('not by %s: %s', (_, sentence) => {
    expect(states('operates', sentence, new Set())).toEqual([]);
  });
});
