/** Draws placed names on a canvas. */
import { FONT, type PlacedName } from './labels.js';
import type { Palette } from './palette.js';

/** Draws the names, each from a small picture that is made once: writing with a rim is slow. */
export function namePainter(): (
  context: CanvasRenderingContext2D,
  names: readonly PlacedName[],
  palette: Palette,
  ratio: number,
) => void {
  const pictures = new Map<string, HTMLCanvasElement>();
  return (context, names, palette, ratio) => {
    if (pictures.size > 800) pictures.clear();
    for (const name of names) {
      const size = Math.round(name.size * 2) / 2;
      const key = [name.text, size, name.weight, name.color ?? palette.ink, palette.paper, ratio].join('|');
      let picture = pictures.get(key);
      if (!picture) {
        picture = namePicture({ ...name, size }, palette, ratio);
        pictures.set(key, picture);
      }
      const [wide, high] = [picture.width / ratio, picture.height / ratio];
      context.drawImage(picture, Math.round(name.x - wide / 2), Math.round(name.y - high / 2), wide, high);
    }
  };
}

/** A name with a rim of paper, so that lines behind it do not disturb. */
function namePicture(name: PlacedName, palette: Palette, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((name.width + name.size) * ratio);
  canvas.height = Math.ceil(name.size * 2.2 * ratio);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(ratio, ratio);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.font = `${name.weight} ${name.size}px ${FONT}`;
  context.direction = name.direction;
  context.strokeStyle = palette.paper;
  context.lineWidth = name.size * 0.34;
  context.globalAlpha = 0.92;
  const [x, y] = [canvas.width / ratio / 2, canvas.height / ratio / 2];
  context.strokeText(name.text, x, y);
  context.globalAlpha = 1;
  context.fillStyle = name.color ?? palette.ink;
  context.fillText(name.text, x, y);
  return canvas;
}
