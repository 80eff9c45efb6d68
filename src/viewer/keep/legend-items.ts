/** The legend as it stands under a saved picture. */
import type { Data } from '../data/model.js';
import { type Palette, safeColor } from '../draw/palette.js';
import type { Stroke } from '../draw/tie-program.js';
import type { State } from '../state/state.js';
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
    state.colouring === 'community'
      ? []
      : data.nodeTypes.map((definition): LegendItem => {
          const color = safeColor(
            palette.dark ? definition.color.dark : definition.color.light,
            palette.neutral,
          );
          return { kind: 'disc', color, text: definition.plural[state.language] };
        });
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
