// The shell's own few sentences, one file per language beside this one; everything else the screens say stands in src/i18n.
declare module 'VarnaWebPartStrings' {
  const strings: {
    /** Shown when the screen itself failed. */
    readonly Failed: string;
    readonly Retry: string;
  };
  export = strings;
}
