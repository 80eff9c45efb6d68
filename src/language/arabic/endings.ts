/**
 * Makes a quick test for words that end like one of a list, by their last letters: what it lets through is to be
 * looked at, which spares most words a regular expression.
 */
export function endingTest(words: readonly string[], letters: 2 | 3 = 3): (word: string) => boolean {
  const endings = new Set(words.map(word => endingOf(word, letters)));
  return word => endings.has(endingOf(word, letters));
}

/** The last letters as one number; those of one alphabet differ in their low bits. */
function endingOf(word: string, letters: number): number {
  let ending = 0;
  for (let index = Math.max(0, word.length - letters); index < word.length; index++)
    ending = (ending << 10) | (word.charCodeAt(index) & 0x3ff);
  return ending;
}

/** Each of the words with each of the endings behind it. */
export function withEndings(words: Iterable<string>, endings: readonly string[]): string[] {
  return [...words].flatMap(word => endings.map(ending => word + ending));
}
