/** Dual and sound plural forms of a folded noun's stem: رييس gives رييسان, رييسين, رييسا, رييسي. */
export function dualForms(noun: string): readonly string[] {
  const stem = noun.endsWith('ه') ? `${noun.slice(0, -1)}ت` : noun;
  return [`${stem}ان`, `${stem}ين`, `${stem}ا`, `${stem}ي`];
}
