/** Takes the graph out of the element of the page that holds it. */
import type { Payload } from '../../export/html-rows.js';

export async function readPayload(): Promise<Payload> {
  const element = document.getElementById('graph');
  const text = element?.textContent ?? '';
  if (element?.dataset.packed === undefined) return JSON.parse(text) as Payload;
  // Once read it is only a burden on the browser's memory.
  element.remove();
  const packed = new Blob([bytesOf(text)]).stream();
  return (await new Response(packed.pipeThrough(new DecompressionStream('deflate-raw'))).json()) as Payload;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
