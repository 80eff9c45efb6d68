/** Small samples of how things are drawn, for legends and lists. */
import { h, type JSX } from 'preact';

/** How a tie of this kind is drawn: `solid`, `dashed`, `dotted`, `double`, and `faded` besides. */
export function stroke(kind: string): JSX.Element {
  return h('span', { class: `stroke ${kind}`, 'aria-hidden': 'true' });
}

export function dot(color: string, large = false): JSX.Element {
  return h('span', {
    class: large ? 'dot large' : 'dot',
    style: { '--color': color } as Record<string, string>,
    'aria-hidden': 'true',
  });
}
