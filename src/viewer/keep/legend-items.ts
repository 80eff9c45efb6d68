/** The legend as it stands under a saved picture. */
import { communityList } from '../data/communities.js';
import type { Data, NodeItem } from '../data/model.js';
import { communityColor, type Palette, safeColor } from '../draw/palette.js';
import type { Stroke } from '../draw/tie-program.js';
import type { State } from '../state/state.js';
import { plain } from '../text/bidi.js';
import { translator } from '../text/strings.js';

export type LegendItem =
  | { readonly kind: 'disc'; readonly color: string; readonly text: string }
  | {
      readonly kind: 'line';
      readonly color: string;
      readonly stroke: Stroke;
      readonly faded: boolean;
      readonly text: string;
    };

export function legendItems(data: Data, state: State, palette: Palette): LegendItem[] {
  const t = translator(state.language);
  const line = (text: string, color: string, stroke: Stroke = 'solid', faded = false): LegendItem => ({
    kind: 'line',
    color,
    stroke,
    faded,
    text,
  });
  const discs =
    state.colouring === 'community' ? communityItems(data, state, palette) : typeItems(data, state, palette);
  return [
    ...discs,
    line(t('toneHostile'), palette.hostile[1]),
    line(t('toneNeutral'), palette.neutral),
    line(t('toneCooperative'), palette.cooperative[1]),
    line(t('past'), palette.soft, 'solid', true),
    line(t('planned'), palette.soft, 'dashed'),
    line(t('alleged'), palette.soft, 'dotted'),
    line(t('negated'), palette.soft, 'double'),
  ];
}

function typeItems(data: Data, state: State, palette: Palette): LegendItem[] {
  return data.nodeTypes.map(definition => {
    const color = safeColor(palette.dark ? definition.color.dark : definition.color.light, palette.neutral);
    return { kind: 'disc', color, text: definition.plural[state.language] };
  });
}

/** The largest communities by their two key members. */
function communityItems(data: Data, state: State, palette: Palette): LegendItem[] {
  const name = (node: NodeItem) => plain(state.language === 'ar' ? node.label : node.labelEn || node.label);
  return communityList(data)
    .slice(0, 5)
    .map(({ number, members }) => ({
      kind: 'disc',
      color: communityColor(number, palette),
      text: members
        .slice(0, 2)
        .map(name)
        .join(state.language === 'ar' ? '، ' : ', '),
    }));
}

export interface PlacedItem {
  readonly item: LegendItem;
  /** Where its sign begins, and where its line lies under the picture. */
  readonly x: number;
  readonly y: number;
}

const ROW = 22;

/** Puts the items side by side, in as many rows as the width asks for. */
export function placeItems(
  items: readonly LegendItem[],
  width: number,
  rtl: boolean,
): { readonly items: readonly PlacedItem[]; readonly height: number } {
  let [at, row] = [14, 0];
  const placed = items.map((item): PlacedItem => {
    const wide = 48 + item.text.length * 6;
    if (at + wide > width && at > 14) [at, row] = [14, row + 1];
    const x = rtl ? width - at : at;
    at += wide;
    return { item, x, y: 10 + row * ROW + ROW / 2 };
  });
  return { items: placed, height: 20 + (row + 1) * ROW };
}
