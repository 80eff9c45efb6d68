import { describe, expect, it } from 'vitest';
import { createSteps } from '../../src/extract/extractor.js';
import { loadSchema } from '../../src/schema/index.js';

const { recognize, judge } = createSteps(loadSchema());
const articleOf = (text: string, title = '') => ({
  id: 'test',
  title,
  text,
  language: 'ar',
  date: '2018-05-01',
});

/** Whom a word of the article stands for, place after place; `-` where it is no phrase. */
function meant(word: string, text: string, title = ''): string[] {
  const found: string[] = [];
  judge(recognize(articleOf(text, title)), ({ first, last, tokens, phrases }) => {
    for (let at = first; at < last; at++) {
      const token = tokens[at];
      if (token?.form.text !== word) continue;
      const own = phrases.filter(({ mention, implicit }) => !implicit && mention.first === at);
      found.push(own.map(({ mention }) => mention.entity.id).join(' ') || '-');
    }
  });
  return found;
}

describe('nouns that stand for a group, a body or a state', () => {
  it.each([
    [
      'the rebels',
      'المتمردون',
      'هاجم الحوثيون مواقع في مأرب. وقصف المتمردون أحياء سكنية في تعز.',
      'org:houthis',
    ],
    [
      'the militias, with an adjective that says nothing new',
      'للميليشيات',
      'قتل عشرات من الحوثيين في صعدة. ودمرت الغارة مخزنا للميليشيات الانقلابية غرب المدينة.',
      'org:houthis',
    ],
    [
      'the gunmen',
      'المسلحون',
      'تبنت حركة الشباب هجوما في مقديشو. واقتحم المسلحون فندقا قرب الميناء.',
      'org:al-shabaab',
    ],
    [
      'the Kurdish fighters',
      'المقاتلين',
      'سيطرت وحدات حماية الشعب الكردية على بلدة، وانسحب تنظيم داعش منها. وقصفت المدفعية المقاتلين الأكراد ليلا.',
      'org:ypg',
    ],
    [
      'the government',
      'الحكومة',
      'شهدت كولومبيا أمس هدوءا حذرا. وقالت الحكومة إنها مستعدة للحوار.',
      'country:CO',
    ],
    [
      'the authorities of a place',
      'السلطات',
      'عاد الوفد الماليزي من ماليزيا أمس. وأوقفت السلطات في إندونيسيا ثلاثة مشتبه بهم.',
      'country:ID',
    ],
    ['the country', 'البلاد', 'وقع زلزال في نيبال فجر الأحد. وشعر به السكان في أنحاء البلاد.', 'country:NP'],
    [
      'the forces of the government',
      'القوات',
      'استمر القتال في جنوب السودان. وتقدمت القوات الحكومية نحو البلدة.',
      'country:SS',
    ],
    [
      'the regime that the article names',
      'النظام',
      'أعلنت روسيا هدنة، ورحبت روسيا بالوسطاء. ودخلت قوات النظام السوري البلدة، ثم انسحب النظام منها.',
      '- country:SY',
    ],
    [
      'the only body of the name',
      'المركز',
      'وقع مركز الملك سلمان للإغاثة والأعمال الإنسانية اتفاقا جديدا. ووزع المركز مساعدات في اليمن.',
      'org:ksrelief',
    ],
  ])('finds %s', (_, word, text, expected) => {
    expect(meant(word, text).join(' ')).toBe(expected);
  });

  it('finds in a title whom the text names', () => {
    expect(
      meant('التحالف', 'قالت قيادة تحالف دعم الشرعية إن السفينة عبرت.', 'التحالف يعلن عبور سفينة'),
    ).toEqual(['org:arab-coalition-yemen']);
  });

  it.each([
    ['another by its adjective', 'النظام', 'قالت مصر إن النظام المصرفي مستقر.'],
    ['order', 'والنظام', 'دعت مصر إلى حفظ الأمن والنظام في الملاعب.'],
    ['nobody sure', 'الحكومة', 'تبادلت مصر وتركيا الاتهامات، وقالت فرنسا وألمانيا إن الحكومة مخطئة.'],
    ['forces of no one', 'القوات', 'قالت مصر إن القوات عادت.'],
    ['an adjective', 'الإرهابيين', 'حذرت الأمم المتحدة من داعش وجبهة النصرة الإرهابيين.'],
  ])('leaves out %s', (_, word, text) => {
    expect(meant(word, text)).toEqual(['-']);
  });

  it('reads the two Koreas as both', () => {
    expect(
      meant(
        'الكوريتين',
        'أطلقت كوريا الشمالية صاروخا. وردت كوريا الجنوبية ببيان. ونشر الخبر أمس. وتابعه الناس. وساد الهدوء. وتوقفت المحادثات بين الكوريتين.',
      ),
    ).toEqual(['country:KP country:KR']);
  });
});
