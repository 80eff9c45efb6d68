/** Countries of the newspapers whose address does not end in their country's letters. */
const PAPERS: ReadonlyMap<string, string> = new Map([
  ['alriyadh.com', 'SA'],
  ['al-jazirah.com', 'SA'],
  ['alyaum.com', 'SA'],
  ['al-madina.com', 'SA'],
  ['makkahnewspaper.com', 'SA'],
  ['aawsat.com', 'SA'],
  ['sabq.org', 'SA'],
  ['aleqt.com', 'SA'],
  ['alghad.com', 'JO'],
  ['addustour.com', 'JO'],
  ['ammonnews.net', 'JO'],
  ['hespress.com', 'MA'],
  ['alayam.com', 'BH'],
  ['alwasatnews.com', 'BH'],
  ['akhbar-alkhaleej.com', 'BH'],
]);

/** Country letters that Arab newspapers' addresses end in, and hardly anybody else's do. */
const ENDINGS = new Set('ae bh dz eg iq jo kw lb ma mr om ps qa sa sd sy tn ye'.split(' '));

/** The Arab country of the newspaper at an address on the web. */
export function homeOf(url: string | undefined): string | undefined {
  const host = /^[a-z]+:\/\/(?:www\.)?([^/:]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  const paper = PAPERS.get(host);
  if (paper) return paper;
  const ending = host.slice(host.lastIndexOf('.') + 1);
  return ENDINGS.has(ending) ? ending.toUpperCase() : undefined;
}
