// How long something may take before one goes on without it.

/** What the work comes to, or `too-late` after `milliseconds`. The work itself goes on. */
export async function withinTime<V>(work: Promise<V>, milliseconds: number): Promise<V | 'too-late'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too-late'>((resolve) => {
    timer = setTimeout(() => resolve('too-late'), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
