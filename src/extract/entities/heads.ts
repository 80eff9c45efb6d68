import { fold } from '../../language/arabic/normalize.js';

/** A noun that names of organizations begin with. */
export interface OrganizationHead {
  /** Folded, and as it is written. */
  readonly word: string;
  readonly surface: string;
  readonly subtype: string;
  /**
   * How much of what follows is the name: `quoted` only a name in quotation marks or of unknown words,
   * `phrase` also a definite noun phrase: حزب العدالة والتنمية.
   */
  readonly extent: 'quoted' | 'phrase';
}

const HEADS: readonly (readonly [words: string, subtype: string, extent: OrganizationHead['extent']])[] = [
  ['وكالة صحيفة قناة شبكة مجلة إذاعة جريدة تلفزيون راديو فضائية محطة موقع', 'media', 'quoted'],
  ['حزب تيار ائتلاف كتلة تكتل', 'party', 'phrase'],
  ['تنظيم جماعة كتائب ميليشيا مليشيا ميليشيات سرايا عصائب فصيل', 'armed-group', 'phrase'],
  ['تحالف تجمع', 'party', 'quoted'],
  ['حركة', 'movement', 'quoted'],
  ['لواء فيلق كتيبة ألوية', 'armed-group', 'quoted'],
  ['شركة مجموعة مصرف بنك مؤسسة', 'company', 'quoted'],
  ['منظمة هيئة مجلس مركز معهد لجنة جمعية رابطة اتحاد نقابة مرصد صندوق محكمة', 'body', 'quoted'],
];

export const ORGANIZATION_HEADS: ReadonlyMap<string, OrganizationHead> = new Map(
  HEADS.flatMap(([words, subtype, extent]) =>
    words.split(' ').map(word => [fold(word), { word: fold(word), surface: word, subtype, extent }] as const),
  ),
);

export const BASE_HEADS: ReadonlyMap<string, 'base' | 'airfield' | 'camp' | 'port' | 'range'> = new Map(
  (
    [
      ['قاعدة', 'base'],
      ['قاعدتي', 'base'],
      ['مطار', 'airfield'],
      ['مطاري', 'airfield'],
      ['معسكر', 'camp'],
      ['ميناء', 'port'],
    ] as const
  ).map(([word, kind]) => [fold(word), kind]),
);
