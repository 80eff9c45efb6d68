/** The canvas as an SVG drawing: true shapes and letters, to be set in a document or worked on. */
import type { Data, EdgeItem, NodeItem } from '../data/model.js';
import { controlPoint, curvePoint, type Point } from '../draw/curves.js';
import { FONT, type PlacedName } from '../draw/labels.js';
import type { Palette } from '../draw/palette.js';
import { pictureAddress } from '../draw/pictures.js';
import type { Snapshot } from '../draw/snapshot.js';
import { world } from '../draw/world.js';
import type { Language, State } from '../state/state.js';
import { plain } from '../text/bidi.js';
import { translator } from '../text/strings.js';
import { type LegendItem, legendItems, type PlacedItem, placeItems } from './legend-items.js';

export function svg(data: Data, state: State, palette: Palette, shot: Snapshot, font: string): string {
  const { width, height } = shot;
  const rtl = state.language === 'ar';
  const items = placeItems(legendItems(data, state, palette), width, rtl);
  const total = height + items.height;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${total}" viewBox="0 0 ${width} ${total}">`,
    `<style>${escapeXml(font)} text{font-family:${escapeXml(FONT)};text-anchor:middle;paint-order:stroke;stroke-linejoin:round}</style>`,
    `<clipPath id="frame"><rect width="${width}" height="${height}"/></clipPath>`,
    `<clipPath id="round" clipPathUnits="objectBoundingBox"><circle cx=".5" cy=".5" r=".5"/></clipPath>`,
    `<rect width="${width}" height="${total}" fill="${palette.paper}"/>`,
    '<g clip-path="url(#frame)">',
    ground(shot, palette),
    ...shot.ties.map(tie => tiePath(tie, tieTitle(data, tie.edge, state.language), palette)),
    ...[...shot.discs]
      .reverse()
      .map(disc => discMark(data, palette, disc, nodeTitle(disc.node, state.language))),
    ...shot.names.map(name => nameText(name, palette)),
    '</g>',
    legend(items.items, width, height, palette, rtl),
    '</svg>\n',
  ].join('\n');
}

function ground(shot: Snapshot, palette: Palette): string {
  if (!shot.map) return '';
  const { scale, x, y } = shot.map;
  const shapes = world();
  return `<rect width="${shot.width}" height="${shot.height}" fill="${palette.sea}"/><g transform="translate(${r(x)} ${r(y)}) scale(${scale})"><path d="${shapes.landData}" fill="${palette.land}"/><path d="${shapes.bordersData}" fill="none" stroke="${palette.border}" stroke-width="${0.8 / scale}"/></g>`;
}

/** Shown by a browser under the pointer, and read aloud. */
function nodeTitle(node: NodeItem | undefined, language: Language): string {
  return plain((language === 'ar' ? node?.label : node?.labelEn || node?.label) ?? '');
}

function tieTitle(data: Data, edge: EdgeItem, language: Language): string {
  const [from, to] = [edge.source, edge.target].map(end => nodeTitle(data.nodes[end], language));
  const relation = data.relationTypes[edge.type]?.label[language] ?? '';
  const denied = edge.negated ? ` (${translator(language)('negated')})` : '';
  return `${from} — ${relation}${denied} — ${to}`;
}

function tiePath(
  { a, c, look, width, targetRadius }: Snapshot['ties'][number],
  title: string,
  palette: Palette,
): string {
  const b = controlPoint(a, c, look.curvature);
  const color = look.color.slice(0, 7);
  const opacity = Number.parseInt(look.color.slice(7, 9) || 'ff', 16) / 255;
  const length = Math.hypot(c.x - a.x, c.y - a.y) || 1;
  const head = look.arrow ? Math.min(5 + 1.6 * width, Math.max(0, length - targetRadius) * 0.6) : 0;
  const tip = before(a, b, c, (targetRadius + 1.5) / length);
  const neck = before(a, b, c, (targetRadius + 1.5 + head) / length);
  const dash = {
    solid: '',
    double: '',
    dashed: ` stroke-dasharray="${r(6 + width)} ${r(4 + width)}"`,
    dotted: ` stroke-dasharray="0.1 ${r(3 + width * 2)}" stroke-linecap="round"`,
  }[look.stroke];
  const d = `M${r(a.x)} ${r(a.y)}Q${r(b.x)} ${r(b.y)} ${r(neck.x)} ${r(neck.y)}`;
  const line =
    look.stroke === 'double'
      ? `<path d="${d}" stroke-width="${r(width)}"/><path d="${d}" stroke="${palette.paper}" stroke-width="${r(width * 0.5)}"/>`
      : `<path d="${d}" stroke-width="${r(width)}"${dash}/>`;
  return `<g fill="none" stroke="${color}" opacity="${r(opacity)}"><title>${escapeXml(title)}</title>${line}${head > 1 ? arrow(tip, neck, color, width) : ''}</g>`;
}

/** The place on the curve that lies a share of its chord before the end. */
function before(a: Point, b: Point, c: Point, share: number): Point {
  return curvePoint(a, b, c, 1 - Math.min(0.98, share));
}

function arrow(tip: Point, neck: Point, color: string, width: number): string {
  const [dx, dy] = [tip.x - neck.x, tip.y - neck.y];
  const length = Math.hypot(dx, dy) || 1;
  const wide = length * 0.42 + width * 0.3;
  const [nx, ny] = [(-dy / length) * wide, (dx / length) * wide];
  const points = [tip, { x: neck.x + nx, y: neck.y + ny }, { x: neck.x - nx, y: neck.y - ny }];
  return `<polygon stroke="none" fill="${color}" points="${points.map(({ x, y }) => `${r(x)},${r(y)}`).join(' ')}"/>`;
}

function discMark(data: Data, palette: Palette, disc: Snapshot['discs'][number], title: string): string {
  const { at, radius, node, color } = disc;
  const opacity = Number.parseInt(color.slice(7, 9) || 'ff', 16) / 255;
  const flag = node.iso !== undefined && data.flags[node.iso] !== undefined;
  const inner = radius * (flag ? 0.87 : 0.62);
  const address = radius > 4.5 ? pictureAddress(data, node) : undefined;
  const image = address
    ? `<image href="${escapeXml(address)}" x="${r(at.x - inner)}" y="${r(at.y - inner)}" width="${r(2 * inner)}" height="${r(2 * inner)}"${flag ? ' clip-path="url(#round)"' : ''}/>`
    : '';
  return `<g><title>${escapeXml(title)}</title><circle cx="${r(at.x)}" cy="${r(at.y)}" r="${r(radius + Math.min(1.4, radius * 0.22))}" fill="${palette.paper}"/><g opacity="${r(opacity)}"><circle cx="${r(at.x)}" cy="${r(at.y)}" r="${r(radius)}" fill="${color.slice(0, 7)}"/>${image}</g></g>`;
}

function nameText(name: PlacedName, palette: Palette): string {
  return `<text x="${r(name.x)}" y="${r(name.y)}" dy=".35em" direction="${name.direction}" font-size="${r(name.size)}" font-weight="${name.weight}" fill="${name.color ?? palette.ink}" stroke="${palette.paper}" stroke-width="${r(name.size * 0.34)}">${escapeXml(name.text)}</text>`;
}

/** Signs with their words, from the side where reading begins. */
function legend(
  items: readonly PlacedItem[],
  width: number,
  top: number,
  palette: Palette,
  rtl: boolean,
): string {
  const sign = rtl ? -1 : 1;
  const parts = items.map(({ item, x, y: down }) => {
    const y = top + down;
    const mark =
      item.kind === 'disc'
        ? `<circle cx="${r(x + sign * 8)}" cy="${y}" r="6" fill="${item.color}"/>`
        : sampleLine(item, Math.min(x, x + sign * 20), y);
    const gap = item.kind === 'disc' ? 20 : 26;
    return `${mark}<text style="text-anchor:start" direction="${rtl ? 'rtl' : 'ltr'}" x="${r(x + sign * gap)}" y="${y}" dy=".35em" font-size="11" fill="${palette.ink}">${escapeXml(item.text)}</text>`;
  });
  return `<g><path d="M0 ${top}.5H${width}" stroke="${palette.border}"/>${parts.join('')}</g>`;
}

function sampleLine(item: Extract<LegendItem, { kind: 'line' }>, x: number, y: number): string {
  const dash = {
    solid: '',
    double: '',
    dashed: ' stroke-dasharray="6 4"',
    dotted: ' stroke-dasharray="0.1 5" stroke-linecap="round"',
  }[item.stroke];
  const d = item.stroke === 'double' ? `M${r(x)} ${y - 2}h20M${r(x)} ${y + 2}h20` : `M${r(x)} ${y}h20`;
  return `<path d="${d}" fill="none" stroke="${item.color}" stroke-width="${item.stroke === 'double' ? 1.3 : 2.6}"${item.faded ? ' opacity=".45"' : ''}${dash}/>`;
}

function r(value: number): number {
  return Math.round(value * 100) / 100;
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, sign => entities[sign] ?? '');
}
