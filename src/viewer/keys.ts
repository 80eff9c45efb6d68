/** Keys that work everywhere on the page. */
import type { Store } from './state/store.js';

export function onKey(event: KeyboardEvent, store: Store): void {
  const { target } = event;
  const typing = target instanceof HTMLInputElement && ['text', 'search'].includes(target.type);
  if (typing || event.ctrlKey || event.metaKey) return;
  if (event.altKey) {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      store.send({ do: event.key === 'ArrowLeft' ? 'back' : 'forward' });
    }
    return;
  }
  switch (event.key) {
    case '/':
      event.preventDefault();
      document.getElementById('search')?.focus();
      break;
    case '1':
    case '2':
    case '3':
      document.getElementById(`view-${['graph', 'map', 'table'][Number(event.key) - 1]}`)?.click();
      break;
    case 'Escape':
      stepBack(store);
      break;
  }
}

/** Undoes the last thing that narrows the view: the menu, the selection, then the neighbourhood. */
function stepBack(store: Store): void {
  const { menuOpen, selection, focus } = store.get();
  if (menuOpen) store.send({ do: 'open', panel: 'menu', on: false });
  else if (selection.kind !== 'none') store.send({ do: 'select', selection: { kind: 'none' } });
  else if (focus) store.send({ do: 'focus', focus: undefined });
}
