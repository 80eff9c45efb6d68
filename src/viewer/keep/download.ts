/** Hands a file to the reader. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function textFile(pieces: Iterable<string>, type: string): Blob {
  return new Blob([...pieces], { type: `${type};charset=utf-8` });
}
