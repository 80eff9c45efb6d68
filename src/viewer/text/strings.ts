/** The interface's words in both languages. `{name}` is filled in. */
import type { Language } from '../state/state.js';

const STRINGS = {
  brand: ['روابط', 'Rawabit'],
  search: ['ابحث عن دولة أو قائد أو قاعدة أو منظمة', 'Find a country, leader, base or organization'],
  searchShort: ['بحث', 'Search'],
  shown: ['{nodes} و{edges} و{statements}', '{nodes}, {edges}, {statements}'],
  mentioned: ['ورد {n} في {a}', 'Mentioned {n} in {a}'],
  copies: ['نُشر أيضا في {n}', 'Also carried by {n}'],
  outsideCount: ['{n} خارج التصفية', '{n} outside the filters'],
  noResults: ['لا نتائج', 'No results'],
  viewGraph: ['شبكة', 'Graph'],
  viewMap: ['خريطة', 'Map'],
  viewTable: ['جدول', 'Table'],
  views: ['طريقة العرض', 'View'],
  back: ['السابق', 'Back'],
  forward: ['التالي', 'Forward'],
  language: ['English', 'العربية'],
  themeLight: ['مظهر فاتح', 'Light appearance'],
  themeDark: ['مظهر داكن', 'Dark appearance'],
  menu: ['حفظ ومشاركة', 'Save and share'],
  filters: ['تصفية', 'Filters'],
  closeFilters: ['إغلاق التصفية', 'Close filters'],
  reader: ['قراءة', 'Reading'],
  closeReader: ['إغلاق القراءة', 'Close reading panel'],
  reset: ['إعادة ضبط', 'Reset'],
  resetAll: ['إعادة ضبط كل عوامل التصفية', 'Reset all filters'],
  shownOf: ['يظهر {edges} من {all} رابطا', '{edges} of {all} ties shown'],
  lonely: ['بلا روابط', 'Without ties'],
  noTies: ['لا روابط له في هذه الشبكة.', 'It has no ties in this graph.'],
  kinds: ['الأصناف ({n})', 'Kinds ({n})'],
  nodeTypes: ['أنواع العقد', 'Node types'],
  relations: ['العلاقات', 'Relations'],
  polarity: ['الإثبات والنفي', 'Affirmed or denied'],
  modality: ['الصيغة', 'Modality'],
  support: ['النصوص المستقلة', 'Independent texts'],
  supportAtLeast: ['{n} على الأقل', 'at least {n}'],
  confidence: ['الثقة', 'Confidence'],
  confidenceAtLeast: ['{n}٪ على الأقل', 'at least {n}%'],
  sources: ['المصادر', 'Article sources'],
  all: ['الكل', 'All'],
  none: ['لا شيء', 'None'],
  only: ['هذا فقط', 'Only'],
  time: ['الزمن', 'Time'],
  affirmed: ['مثبت', 'Affirmed'],
  negated: ['منفي', 'Denied'],
  actual: ['واقع', 'Actual'],
  past: ['سابق', 'Former'],
  planned: ['مزمع', 'Planned'],
  alleged: ['مزعوم', 'Alleged'],
  play: ['تشغيل', 'Play'],
  pause: ['إيقاف', 'Pause'],
  wholeTime: ['كل الزمن', 'All dates'],
  timeline: ['الإفادات بحسب التاريخ', 'Statements by date'],
  timelineShort: ['الزمن', 'Timeline'],
  rangeStart: ['بداية المدة', 'Start of the period'],
  rangeEnd: ['نهاية المدة', 'End of the period'],
  earlier: ['{n} قبل ذلك', '{n} earlier'],
  later: ['{n} بعد ذلك', '{n} later'],
  noDates: ['لا تواريخ في هذه الشبكة', 'Nothing in this graph is dated'],
  legend: ['دليل الألوان', 'Legend'],
  toneHostile: ['عدائي', 'Hostile'],
  toneNeutral: ['حالة', 'State'],
  toneCooperative: ['تعاوني', 'Cooperative'],
  colourByType: ['بحسب النوع', 'By type'],
  colourByCommunity: ['بحسب المجموعة', 'By community'],
  colouring: ['تلوين العقد', 'Node colours'],
  zoomIn: ['تقريب', 'Zoom in'],
  zoomOut: ['تبعيد', 'Zoom out'],
  fit: ['عرض الكل', 'Show all'],
  arrange: ['متابعة الترتيب', 'Rearrange'],
  stopArranging: ['إيقاف الترتيب', 'Stop rearranging'],
  canvas: [
    'رسم الشبكة. تحرك الأسهم العرض ويغيّر + و− التقريب. كل ما فيه متاح في الجدول.',
    'Drawing of the graph. Arrow keys move the view, + and − zoom. All of it can also be read in the table.',
  ],
  spared: ['رُسمت أقوى {drawn} من {all} رابطا.', 'Drawn: the strongest {drawn} of {all} ties.'],
  drawAll: ['ارسم الكل', 'Draw all'],
  drawStrongest: ['ارسم الأقوى فقط', 'Draw the strongest only'],
  leftOut: [
    'تحمل هذه الصفحة أقوى ما في الشبكة، وتُرك منها: {parts}.',
    'This page carries the strongest part of the graph and leaves out {parts}.',
  ],
  leftOutHere: ['تُرك من هذا الرابط: {parts}.', 'Of this tie, the page leaves out {parts}.'],
  whole: ['الشبكة كاملة في graph.json وgraph.gexf.', 'The whole graph is in graph.json and graph.gexf.'],
  overview: ['نظرة عامة', 'Overview'],
  keyActors: ['الأبرز', 'Key actors'],
  communities: ['المجموعات', 'Communities'],
  community: ['مجموعة', 'Community'],
  communityOf: ['مجموعة {names}', 'Community of {names}'],
  members: ['الأعضاء', 'Members'],
  strongestEvents: ['أكثر الأحداث ورودا', 'Most reported events'],
  strongestStates: ['أرسخ الحالات', 'Lasting ties'],
  strongestTies: ['أقوى الروابط', 'Strongest ties'],
  nodes: ['عقد', 'Nodes'],
  edges: ['روابط', 'Ties'],
  statements: ['إفادات', 'Statements'],
  period: ['المدة', 'Period'],
  aliases: ['أسماء أخرى', 'Other names'],
  facts: ['حقائق', 'Facts'],
  ties: ['الروابط', 'Ties'],
  neighbours: ['الجيران', 'Neighbours'],
  offices: ['المناصب', 'Offices'],
  officeHolders: ['أصحاب المناصب', 'Office holders'],
  memberOf: ['عضو في', 'Member of'],
  hasMembers: ['أعضاؤه', 'Members'],
  operatedBy: ['تشغّلها', 'Operated by'],
  operatesBases: ['قواعد يشغّلها', 'Bases it operates'],
  locatedIn: ['تقع في', 'Located in'],
  basesHere: ['قواعد على أرضها', 'Bases on its soil'],
  affiliatedWith: ['تابع لـ', 'Affiliated with'],
  rank: ['الأهمية', 'Importance'],
  rankOf: ['{n} من {all}', '{n} of {all}'],
  found: ['وُجد في النص', 'Found in the text'],
  unnamed: ['بلا اسم في النص', 'Not named in the text'],
  coordinates: ['الإحداثيات', 'Coordinates'],
  focus1: ['محيط بخطوة', 'One step around'],
  focus2: ['محيط بخطوتين', 'Two steps around'],
  unfocus: ['عرض الشبكة كلها', 'Whole graph'],
  focusOn: ['محيط {name}', 'Around {name}'],
  step1: ['خطوة', '1 step'],
  step2: ['خطوتان', '2 steps'],
  pathFrom: ['طريق من هنا', 'Path from here'],
  path: ['أقصر طريق', 'Shortest path'],
  pathStart: ['من', 'From'],
  pathEnd: ['إلى', 'To'],
  pathHelp: [
    'اختر عقدتين من البحث أو بالنقر على الرسم.',
    'Choose two nodes, by search or by clicking the graph.',
  ],
  pathNone: ['لا طريق بينهما ضمن ما هو ظاهر.', 'Nothing that is shown joins these two.'],
  swap: ['بدّل الطرفين', 'Swap'],
  clear: ['مسح', 'Clear'],
  hide: ['إخفاء', 'Hide'],
  unhide: ['إظهارها', 'Show them'],
  pin: ['تثبيت', 'Pin'],
  unpin: ['إلغاء التثبيت', 'Unpin'],
  showOnCanvas: ['إظهار في الرسم', 'Show in the graph'],
  tie: ['رابط', 'Tie'],
  evidence: ['الأدلة', 'Evidence'],
  says: ['من يقول ذلك', 'Who says so'],
  denies: ['من ينفيه', 'Who denies it'],
  alsoBetween: ['بينهما أيضا', 'Also between them'],
  attributedTo: ['على لسان', 'According to'],
  article: ['المقال', 'Article'],
  openArticle: ['فتح المقال', 'Open article'],
  date: ['التاريخ', 'Date'],
  source: ['المصدر', 'Source'],
  when: ['الوقت', 'When'],
  rule: ['القاعدة', 'Rule'],
  undated: ['بلا تاريخ', 'Undated'],
  outside: ['خارج التصفية', 'Outside the filters'],
  more: ['المزيد ({n})', 'More ({n})'],
  less: ['أقل', 'Less'],
  name: ['الاسم', 'Name'],
  otherName: ['بالإنجليزية', 'In Arabic'],
  type: ['النوع', 'Type'],
  subtype: ['الصنف', 'Subtype'],
  degree: ['الروابط', 'Ties'],
  mentions: ['المرات', 'Mentions'],
  subject: ['الفاعل', 'From'],
  relation: ['العلاقة', 'Relation'],
  object: ['المفعول', 'To'],
  predicate: ['ما يربطهما', 'What ties them'],
  weight: ['الإفادات', 'Statements'],
  texts: ['النصوص', 'Texts'],
  firstDate: ['من', 'First'],
  lastDate: ['إلى', 'Last'],
  tableFilter: ['صفِّ الصفوف', 'Filter rows'],
  csv: ['تنزيل CSV', 'Download CSV'],
  rowsOf: ['{from}–{to} من {all}', '{from}–{to} of {all}'],
  previousPage: ['الصفحة السابقة', 'Previous page'],
  nextPage: ['الصفحة التالية', 'Next page'],
  sortBy: ['رتّب بحسب {name}', 'Sort by {name}'],
  saveImage: ['صورة', 'Image'],
  savePng: ['صورة PNG', 'PNG image'],
  saveSvg: ['رسم SVG', 'SVG drawing'],
  saveData: ['ما هو ظاهر', 'What is shown'],
  saveGexf: ['GEXF (Gephi)', 'GEXF (Gephi)'],
  saveJson: ['JSON', 'JSON'],
  copyLink: ['نسخ رابط هذا العرض', 'Copy a link to this view'],
  copied: ['نُسخ الرابط', 'Link copied'],
  print: ['طباعة', 'Print'],
  unplaced: ['{n} بلا موضع على الخريطة.', '{n} without a place on the map.'],
  mapNote: [
    'الحدود بحسب Natural Earth (1:110م) معدلةً وفق خرائط الأمم المتحدة، ولا تعبر عن موقف. يظهر القادة والمنظمات حول دولهم عند التقريب.',
    'Borders after Natural Earth (1:110m), adapted towards the UN’s maps; they express no position. Zoom in to see leaders and organizations around their countries.',
  ],
  skip: ['تخطَّ إلى المحتوى', 'Skip to content'],
  nothingShown: ['لا شيء يطابق عوامل التصفية.', 'Nothing matches the filters.'],
  noWebgl: [
    'لا يستطيع هذا المتصفح رسم الشبكة (WebGL غير متاح). الجدول يعرض كل شيء.',
    'This browser can not draw the graph (WebGL is missing). The table shows everything.',
  ],
  close: ['إغلاق', 'Close'],
  seed: ['شبكة العلاقات', 'Relation graph'],
  groupOffice: ['المناصب', 'Offices'],
  groupMembership: ['العضوية والانتماء', 'Membership and affiliation'],
  groupMilitary: ['الشأن العسكري', 'Military'],
  groupConflict: ['النزاع', 'Conflict'],
  groupCooperation: ['التعاون', 'Cooperation'],
  groupDiplomacy: ['الدبلوماسية', 'Diplomacy'],
  groupPressure: ['الضغط', 'Pressure'],
  groupOther: ['أخرى', 'Other'],
  deniedPrefix: ['نفي', 'denied'],
  from: ['من', 'from'],
  keyboard: ['/ بحث · 1 2 3 العرض · Esc إلغاء', '/ search · 1 2 3 views · Esc clear'],
} as const satisfies Record<string, readonly [ar: string, en: string]>;

export type StringKey = keyof typeof STRINGS;

export type Translate = (key: StringKey, values?: Readonly<Record<string, string | number>>) => string;

export function translator(language: Language): Translate {
  const place = language === 'ar' ? 0 : 1;
  return (key, values = {}) =>
    STRINGS[key][place].replace(/\{(\w+)\}/g, (_whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? formatNumber(value) : (value ?? '');
    });
}

type Forms = readonly [one: string, two: string, few: string, many: string];

/** Counted nouns; Arabic has four forms, English two. */
const NOUNS = {
  node: [
    ['عقدة واحدة', 'عقدتان', '{n} عقد', '{n} عقدة'],
    ['1 node', '{n} nodes'],
  ],
  tie: [
    ['رابط واحد', 'رابطان', '{n} روابط', '{n} رابطا'],
    ['1 tie', '{n} ties'],
  ],
  statement: [
    ['إفادة واحدة', 'إفادتان', '{n} إفادات', '{n} إفادة'],
    ['1 statement', '{n} statements'],
  ],
  text: [
    ['نص واحد', 'نصان', '{n} نصوص', '{n} نصا'],
    ['1 text', '{n} texts'],
  ],
  article: [
    ['مقال واحد', 'مقالان', '{n} مقالات', '{n} مقالا'],
    ['1 article', '{n} articles'],
  ],
  time: [
    ['مرة واحدة', 'مرتين', '{n} مرات', '{n} مرة'],
    ['once', '{n} times'],
  ],
  step: [
    ['خطوة واحدة', 'خطوتان', '{n} خطوات', '{n} خطوة'],
    ['1 step', '{n} steps'],
  ],
  result: [
    ['نتيجة واحدة', 'نتيجتان', '{n} نتائج', '{n} نتيجة'],
    ['1 result', '{n} results'],
  ],
  hidden: [
    ['عقدة مخفية', 'عقدتان مخفيتان', '{n} عقد مخفية', '{n} عقدة مخفية'],
    ['1 hidden node', '{n} hidden nodes'],
  ],
  outlet: [
    ['موضع آخر', 'موضعين آخرين', '{n} مواضع أخرى', '{n} موضعا آخر'],
    ['1 other outlet', '{n} other outlets'],
  ],
  member: [
    ['عضو واحد', 'عضوان', '{n} أعضاء', '{n} عضوا'],
    ['1 member', '{n} members'],
  ],
} as const satisfies Record<string, readonly [ar: Forms, en: readonly [one: string, many: string]]>;

export type Noun = keyof typeof NOUNS;

/** A number with its noun: `3 روابط`, `11 رابطا`, `3 ties`. */
export function count(language: Language, noun: Noun, n: number): string {
  const [ar, en] = NOUNS[noun];
  const form = language === 'ar' ? ar[arabicForm(n)] : en[n === 1 ? 0 : 1];
  return form.replace('{n}', formatNumber(n));
}

function arabicForm(n: number): 0 | 1 | 2 | 3 {
  if (n === 1) return 0;
  if (n === 2) return 1;
  const rest = n % 100;
  return n === 0 || (rest >= 3 && rest <= 10) ? 2 : 3;
}

/** Both languages use the digits of the page's own data, grouped by thousands. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-US');
}

const GROUPS: Readonly<Record<string, StringKey>> = {
  office: 'groupOffice',
  membership: 'groupMembership',
  military: 'groupMilitary',
  conflict: 'groupConflict',
  cooperation: 'groupCooperation',
  diplomacy: 'groupDiplomacy',
  pressure: 'groupPressure',
  other: 'groupOther',
};

export function groupLabel(group: string, t: Translate): string {
  const key = Object.hasOwn(GROUPS, group) ? GROUPS[group] : undefined;
  return key === undefined ? group : t(key);
}
