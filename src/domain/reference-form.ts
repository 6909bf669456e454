// What the numbers people quote look like, for whoever needs no more than that.
const pattern = /^[ITKSDRMQNEF]-\d{4}-\d{4,6}$/;

/** Whether a text has the form of one of our numbers (`reference-number.ts`). */
export function isReferenceNumber(text: string): boolean {
  return pattern.test(text);
}
