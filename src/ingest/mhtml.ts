/** A page that a browser saved as a single file: the HTML part of a MIME message. */
export interface SavedPage {
  readonly html: Uint8Array;
  /** The encoding that the part declares. */
  readonly charset?: string;
  readonly url?: string;
}

/** Whether a file's first bytes are those of a page saved as MHTML. */
export function isMhtml(start: string): boolean {
  return (
    /^(?:from|mime-version|snapshot-content-location|subject|date):/iu.test(start) &&
    BOUNDARY.test(start.slice(0, 4000))
  );
}

/** Finds the page in a saved file. Undefined where there is none. */
export function readMhtml(bytes: Uint8Array): SavedPage | undefined {
  // One character a byte, until the part's own encoding is known.
  const message = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const boundary = BOUNDARY.exec(message.slice(0, 4000))?.[1];
  if (boundary === undefined) return undefined;
  for (const part of message.split(`--${boundary}`).slice(1)) {
    const end = /\r?\n\r?\n/u.exec(part);
    if (!end) continue;
    const head = part.slice(0, end.index).replace(/\r?\n[ \t]+/gu, ' ');
    if (!/^content-type:\s*(?:text\/html|application\/xhtml)/imu.test(head)) continue;
    const charset = /charset\s*=\s*"?([\w-]+)/iu.exec(head)?.[1];
    const url = /^content-location:\s*(https?:\/\/\S+)/imu.exec(head)?.[1];
    const coding = /^content-transfer-encoding:\s*(\S+)/imu.exec(head)?.[1]?.toLowerCase();
    const html = decodeBody(part.slice(end.index + end[0].length), coding);
    return { html, ...(charset === undefined ? {} : { charset }), ...(url === undefined ? {} : { url }) };
  }
  return undefined;
}

const BOUNDARY = /content-type:\s*multipart\/related;[^\0]{0,500}?boundary="?([^"\s;]{1,200})/iu;

function decodeBody(body: string, coding: string | undefined): Uint8Array {
  if (coding === 'base64') return Buffer.from(body, 'base64');
  if (coding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
