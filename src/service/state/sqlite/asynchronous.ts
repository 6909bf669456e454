// SQLite answers at once or throws; the state's interface answers later, so that other keepings can.

export function asynchronous<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => Promise<R> {
  return (...args) => new Promise((resolve) => resolve(work(...args)));
}
