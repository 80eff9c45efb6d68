/** Flags of countries and signs of the other node types, for the canvas and the panels. */
import type { Data, NodeItem } from '../data/model.js';
import type { Atlas } from './node-program.js';

/** White signs on a 24 by 24 grid, by node type; a user's own type gets a plain disc. */
const SIGNS: Readonly<Record<string, string>> = {
  leader:
    '<circle cx="12" cy="8.6" r="3.7"/><path d="M4.6 19.6c.5-4.3 3.5-6.3 7.4-6.3s6.900 2 7.400 6.300z"/>',
  organization:
    '<path d="M12 3.600 4.300 8.200v1.700h15.400V8.200zM5.600 11h2.200v6H5.600zm5.300 0h2.200v6h-2.200zm5.300 0h2.200v6h-2.200zM4.300 18.100h15.400v2H4.300z"/>',
  base: '<path d="M12 2.800c.900 0 1.500 1 1.500 2.300v4.100l6.800 4.300v1.900l-6.800-2v3.900l2.100 1.600v1.500L12 19.500l-3.600.9v-1.500l2.100-1.600v-3.900l-6.800 2v-1.900l6.800-4.300V5.100c0-1.300.6-2.300 1.500-2.300z"/>',
  country: '<path d="M6 3.500h1.600v17H6zM8.600 4.500h9.900l-2.300 3.700 2.300 3.700H8.600z"/>',
};

const CELL = 96;

/** The number of a node's picture in the atlas, and the atlas itself once its pictures have been read. */
export interface Pictures {
  of(node: NodeItem): number;
  readonly atlas: Promise<Atlas>;
}

export function loadPictures(data: Data): Pictures {
  const keys = [...data.nodeTypes.map(definition => `type ${definition.type}`), ...Object.keys(data.flags)];
  const numbers = new Map(keys.map((key, index) => [key, index]));
  return {
    of(node) {
      const flag = isCountry(data, node) ? numbers.get(node.iso ?? '') : undefined;
      const type = data.nodeTypes[node.type]?.type ?? '';
      return flag ?? (type in SIGNS ? (numbers.get(`type ${type}`) ?? -1) : -1);
    },
    atlas: drawAtlas(data, keys),
  };
}

/** The picture of a node as an image's address: a flag, else its type's sign in a colour. */
export function pictureAddress(data: Data, node: NodeItem, color = '#ffffff'): string | undefined {
  const flag = isCountry(data, node) ? flagAddress(data, node.iso) : undefined;
  return flag ?? signAddress(data.nodeTypes[node.type]?.type ?? '', color);
}

export function flagAddress(data: Data, iso: string | undefined): string | undefined {
  const body = iso !== undefined && Object.hasOwn(data.flags, iso) ? data.flags[iso] : undefined;
  return body === undefined ? undefined : svgAddress(body, 512);
}

export function signAddress(type: string, color: string): string | undefined {
  const sign = Object.hasOwn(SIGNS, type) ? SIGNS[type] : undefined;
  return sign === undefined ? undefined : svgAddress(`<g fill="${color}">${sign}</g>`, 24);
}

function isCountry(data: Data, node: NodeItem): boolean {
  return data.nodeTypes[node.type]?.type === 'country';
}

function svgAddress(body: string, side: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${CELL}" height="${CELL}" viewBox="0 0 ${side} ${side}">${body}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

async function drawAtlas(data: Data, keys: readonly string[]): Promise<Atlas> {
  const columns = Math.max(1, Math.ceil(Math.sqrt(keys.length)));
  const canvas = document.createElement('canvas');
  canvas.width = columns * CELL;
  canvas.height = columns * CELL;
  const context = canvas.getContext('2d');
  await Promise.all(
    keys.map(async (key, index) => {
      const sign = key.startsWith('type ');
      const address = sign ? signAddress(key.slice(5), '#ffffff') : flagAddress(data, key);
      const image = address === undefined ? undefined : await loadImage(address);
      if (image === undefined || context === null) return;
      const [x, y] = [(index % columns) * CELL, Math.floor(index / columns) * CELL];
      const inset = sign ? CELL * 0.17 : 0;
      context.drawImage(image, x + inset, y + inset, CELL - 2 * inset, CELL - 2 * inset);
    }),
  );
  return { canvas, columns, signs: data.nodeTypes.length };
}

/** An image that can not be read leaves its node a plain disc. */
function loadImage(address: string): Promise<HTMLImageElement | undefined> {
  return new Promise(resolve => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => resolve(undefined);
    image.src = address;
  });
}
