// The shell's own few sentences, one file per language beside this one; everything else the dialog says stands in src/i18n.
declare module 'DecideCommandSetStrings' {
  const strings: {
    /** Shown when the dialog itself failed. */
    readonly Failed: string;
    readonly Retry: string;
  };
  export = strings;
}
