/** The canvas with its legend as one picture. */
import type { Data } from '../data/model.js';
import { FONT } from '../draw/labels.js';
import type { Palette } from '../draw/palette.js';
import type { State } from '../state/state.js';
import { type LegendItem, legendItems, placeItems } from './legend-items.js';

/** Adds the legend under the painted canvas. */
export function withLegend(
  painted: HTMLCanvasElement,
  data: Data,
  state: State,
  palette: Palette,
): HTMLCanvasElement {
  const ratio = window.devicePixelRatio || 1;
  const rtl = state.language === 'ar';
  const width = painted.width / ratio;
  const legend = placeItems(legendItems(data, state, palette), width, rtl);
  const canvas = document.createElement('canvas');
  canvas.width = painted.width;
  canvas.height = painted.height + legend.height * ratio;
  const context = canvas.getContext('2d');
  if (!context) return painted;
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(painted, 0, 0);
  context.scale(ratio, ratio);
  const top = painted.height / ratio;
  context.strokeStyle = palette.border;
  context.strokeRect(-1, top + 0.5, width + 2, legend.height);
  context.font = `11px ${FONT}`;
  context.textBaseline = 'middle';
  context.direction = rtl ? 'rtl' : 'ltr';
  context.textAlign = 'start';
  for (const { item, x, y } of legend.items) drawItem(context, item, x, top + y, rtl ? -1 : 1, palette);
  return canvas;
}

function drawItem(
  context: CanvasRenderingContext2D,
  item: LegendItem,
  start: number,
  y: number,
  sign: 1 | -1,
  palette: Palette,
): void {
  context.fillStyle = item.color;
  context.strokeStyle = item.color;
  context.beginPath();
  if (item.kind === 'disc') {
    context.arc(start + sign * 8, y, 6, 0, 2 * Math.PI);
    context.fill();
  } else {
    context.globalAlpha = item.faded ? 0.45 : 1;
    context.lineWidth = item.stroke === 'double' ? 1.3 : 2.6;
    context.setLineDash(item.stroke === 'dashed' ? [6, 4] : item.stroke === 'dotted' ? [2.6, 3.4] : []);
    for (const offset of item.stroke === 'double' ? [-2, 2] : [0]) {
      context.moveTo(start, y + offset);
      context.lineTo(start + sign * 20, y + offset);
    }
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }
  context.fillStyle = palette.ink;
  context.fillText(item.text, start + sign * (item.kind === 'disc' ? 20 : 26), y);
}
