// The shell's sentences in Finnish.
define([], () => ({
  Failed: 'Jokin meni vikaan, eikä sivua voitu näyttää.',
  Retry: 'Yritä uudelleen'
}));
