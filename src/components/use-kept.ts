// What somebody types into a form, kept in the browser at every change until it has been sent: a reload loses nothing.
import * as React from 'react';
import { z } from 'zod';
import { useEnvironment } from './environment';

export interface Kept<V> {
  readonly typed: V;
  readonly change: (typed: V) => void;
  /** Once it has been sent: back to how it was before anything was typed, or on from what it is now. */
  readonly erase: (now?: V) => void;
}

/** `name` tells the form, and what it is about, from every other. What is kept in another shape than `shape` is left alone. */
export function useKept<V>(name: string, shape: z.ZodType<V>, untouched: V): Kept<V> {
  const { drafts } = useEnvironment();
  const [typed, setTyped] = React.useState(() => drafts.read(name, shape) ?? untouched);
  return {
    typed,
    change: (changed) => {
      setTyped(changed);
      drafts.write(name, changed);
    },
    erase: (now = untouched) => {
      setTyped(now);
      drafts.erase(name);
    }
  };
}

/** As `useKept`, of a form with nothing but texts in it. */
export function useKeptTexts<T extends Readonly<Record<string, string>>>(name: string, untouched: T): Kept<T> {
  return useKept(name, shapeOf(untouched), untouched);
}

const text = z.string();

function shapeOf<T extends Readonly<Record<string, string>>>(untouched: T): z.ZodType<T> {
  const names = Object.keys(untouched);
  return z.custom<T>((kept) => {
    const read = z.record(text, text).safeParse(kept);
    return read.success && names.every((name) => Object.hasOwn(read.data, name));
  });
}
