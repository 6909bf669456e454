// A telephone number in a sentence of a card.

/** Kept on one line: a number broken in two is hard to read and to ring. */
export function inOneLine(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}
