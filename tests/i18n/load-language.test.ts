// Languages as a browser learns them: a few words at once, the rest when the language has come. Here nothing is learnt beforehand, as it is elsewhere in the tests.
import type * as Loading from '../../src/i18n/load-language';
import type * as Texts from '../../src/i18n/text';

let texts: typeof Texts;
let loading: typeof Loading;
beforeEach(() =>
  jest.isolateModulesAsync(async () => {
    texts = await import('../../src/i18n/text');
    loading = await import('../../src/i18n/load-language');
  })
);

test('what is around the screens can be said before any language has come', () => {
  expect(texts.text('fi', 'tab.nav.home')).toBe('Koti');
  expect(() => texts.text('fi', 'tab.close')).toThrow('fi have not been loaded');
});

test.each(['sv', 'en', 'fi'] as const)('with %s comes Swedish, which the record is written in', async (language) => {
  await loading.loadLanguage(language);
  expect(texts.text(language, 'tab.close')).not.toBe('');
  expect(texts.text('sv', 'tab.close')).toBe('Stäng');
  expect(texts.isTextKey('refusal.unexpected')).toBe(true);
  expect(texts.isTextKey('refusal.of-nothing')).toBe(false);
});
