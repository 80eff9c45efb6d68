/** Notices a computer that draws slowly, so that less is drawn while the view moves. */
import type Sigma from 'sigma';

export interface Pace {
  /** Called at every move of the view; says whether this computer is slow. */
  moving(): boolean;
}

/** A frame that takes longer than this many milliseconds is felt. */
const FELT = 90;
const PATIENCE = 3;

export function watchPace(sigma: Sigma): Pace {
  let slow = drawsInSoftware(sigma);
  let felt = 0;
  let watching = false;
  let moved = 0;

  function watch(last: number): void {
    requestAnimationFrame(now => {
      if (now - last > FELT) felt++;
      if (felt >= PATIENCE) slow = true;
      watching = !slow && performance.now() - moved < 200;
      if (watching) watch(now);
    });
  }

  return {
    moving() {
      moved = performance.now();
      if (!slow && !watching) {
        watching = true;
        watch(moved);
      }
      return slow;
    },
  };
}

/** Without a graphics card, the browser's own rasterizer paints each pixel. */
function drawsInSoftware(sigma: Sigma): boolean {
  const gl = sigma.getCanvases().nodes?.getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  const name = info ? String(gl?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}
