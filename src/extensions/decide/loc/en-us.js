// The shell's sentences in English.
define([], () => ({
  Failed: 'Something went wrong and the page could not be shown.',
  Retry: 'Try again'
}));
