/** The two layers that are drawn by hand: the world under the graph, names and marks over it. */
import type { Board } from './board.js';
import { type Measure, measurer, type NamedDisc, type PlacedName, placeNames } from './labels.js';
import { namePainter } from './name-painter.js';
import type { Shapes } from './shapes.js';
import { motion } from './tie-program.js';
import { drawWorld } from './world.js';

export interface Layers {
  readonly under: HTMLCanvasElement;
  readonly over: HTMLCanvasElement;
  draw(): void;
  /** The names of the last picture. */
  names(): readonly PlacedName[];
  /** Measures anew: widths that were measured before the font was there belong to another font. */
  lettersCame(): void;
}

export function newLayer(name: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.className = `layer layer-${name}`;
  return canvas;
}

export function createLayers(
  { sigma, now }: Board,
  shapes: Shapes,
  under: HTMLCanvasElement,
  over: HTMLCanvasElement,
): Layers {
  const context = over.getContext('2d') as CanvasRenderingContext2D;
  let measure: Measure = measurer(context);
  let drawNames = namePainter();
  let names: readonly PlacedName[] = [];

  function draw(): void {
    const { input } = now;
    if (!input || motion.onHold) return;
    const size = sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    resize(over, size, ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    const discs = shapes.discsInView();
    drawMarks(discs);
    const { language } = input.state;
    names = placeNames(
      discs,
      shapes.tieNames(),
      node => (language === 'ar' ? node.label : node.labelEn || node.label),
      measure,
      size,
    );
    drawNames(context, names, input.palette, ratio);
    const onMap = input.state.view === 'map';
    under.hidden = !onMap;
    const ground = onMap ? under.getContext('2d') : null;
    if (!ground) return;
    resize(under, size, ratio);
    ground.setTransform(1, 0, 0, 1, 0, 0);
    ground.clearRect(0, 0, under.width, under.height);
    drawWorld(ground, shapes.mapMove(), ratio, input.palette);
  }

  /** Rings around the chosen, and a pin's point on the pinned. */
  function drawMarks(discs: readonly NamedDisc[]): void {
    const { input, stress } = now;
    if (!input) return;
    const { pinned, selection } = input.state;
    const marked = selection.kind !== 'none' && selection.kind !== 'community';
    const { accent, paper } = input.palette;
    for (const { at, radius, node } of discs) {
      if (marked && stress?.heart.has(node.index)) {
        context.strokeStyle = accent;
        context.lineWidth = 2.2;
        context.beginPath();
        context.arc(at.x, at.y, radius + 4, 0, 2 * Math.PI);
        context.stroke();
      }
      if (!pinned.has(node.index)) continue;
      context.fillStyle = accent;
      context.strokeStyle = paper;
      context.lineWidth = 1.4;
      context.beginPath();
      context.arc(at.x + radius * 0.72, at.y - radius * 0.72, 3.6, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
  }

  return {
    under,
    over,
    draw,
    names: () => names,
    lettersCame() {
      measure = measurer(context);
      drawNames = namePainter();
    },
  };
}

function resize(
  canvas: HTMLCanvasElement,
  { width, height }: { readonly width: number; readonly height: number },
  ratio: number,
): void {
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
}
