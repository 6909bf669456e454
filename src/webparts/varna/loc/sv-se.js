// The shell's sentences in Swedish.
define([], () => ({
  Failed: 'Något gick fel och sidan kunde inte visas.',
  Retry: 'Försök igen'
}));
