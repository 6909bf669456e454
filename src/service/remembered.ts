// Answers kept for a short while, so that one command does not ask the same thing of SharePoint and Graph many times over.

export interface Remembering {
  readonly milliseconds: number;
  readonly now: () => Date;
}

/** At most this many answers are kept; the oldest go first. */
const mostAnswers = 5_000;

/** `ask` with its answers kept by key. One that failed is not kept; those who ask while it is being found share it. */
export function remembered<V>(ask: (key: string) => Promise<V>, { milliseconds, now }: Remembering): (key: string) => Promise<V> {
  const answers = new Map<string, { readonly at: number; readonly answer: Promise<V> }>();
  return (key) => {
    const at = now().getTime();
    const known = answers.get(key);
    if (known !== undefined && at - known.at < milliseconds) return known.answer;
    const answer = ask(key).catch((error: unknown) => {
      answers.delete(key);
      throw error;
    });
    answers.delete(key);
    answers.set(key, { at, answer });
    const [oldest] = answers.keys();
    if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
