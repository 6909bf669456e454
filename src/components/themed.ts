// Styles made from the Fluent theme, once per theme: no colour comes from anywhere else.
import { mergeStyleSets, useTheme, type IStyle, type Theme } from '@fluentui/react';

/**
 * A hook that gives one class name per style. Two of them are put together with `mergeStyles`, where the later one holds: side by side in `className`,
 * the one that was made last would, which after a change of theme is any of them.
 */
export function themed<S extends Readonly<Record<string, IStyle>>>(make: (theme: Theme) => S): () => Readonly<Record<keyof S, string>> {
  const made = new WeakMap<Theme, Readonly<Record<keyof S, string>>>();
  return () => {
    const theme = useTheme();
    const classes = made.get(theme) ?? classesOf(make(theme));
    made.set(theme, classes);
    return classes;
  };
}

function classesOf<S extends Readonly<Record<string, IStyle>>>(styles: S): Readonly<Record<keyof S, string>> {
  return mergeStyleSets<Record<string, IStyle>>(styles) as Readonly<Record<keyof S, string>>;
}

/** Container widths in pixels below which a screen stacks its parts. */
export const narrowBelow = 720;
