// Bytes as a file on the person's own device. The browser is told that it is no more than bytes, so it opens nothing of it in the tab's own origin.

export function saveFile(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to save it when this turn is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
