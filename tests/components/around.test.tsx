/** @jest-environment jsdom */
// What is around the screens: there from the first moment, in every language, whatever becomes of the record.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { languages } from '../../src/domain/language';
import { texts } from '../../src/i18n/every-language';
import { errors, showTab, tabOf } from './screens';

beforeEach(() => {
  errors.length = 0;
});

const parts = ['tab.nav.home', 'tab.nav.assets', 'tab.nav.decisions', 'tab.nav.incidents'] as const;

test.each(languages)('the parts of the tab stand there before the record has come (%s)', async (language) => {
  showTab({ language, before: () => new Promise(() => undefined) });
  for (const part of parts) expect(await screen.findByRole('link', { name: texts[language][part] })).toBeTruthy();
  expect(screen.getByRole('status').getAttribute('aria-label')).toContain(texts[language]['tab.what.page']);
});

test('a record that could not be opened is said, and comes when it is tried again', async () => {
  const before = jest.fn(() => Promise.resolve());
  before.mockRejectedValueOnce(new Error('Loading chunk 7 failed.'));
  showTab({ before });
  expect((await screen.findByRole('alert')).textContent).toContain('Kunde inte läsa sidan');
  expect(errors).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: texts.sv['tab.again'] }));
  expect(await screen.findByRole('heading', { name: texts.sv['tab.nav.home'] })).toBeTruthy();
});

test('whoever has a role in the årshjul gets it in the rail when the record says so', async () => {
  showTab({ as: 'securityOfficer' });
  expect(screen.queryByRole('link', { name: texts.sv['tab.nav.yearly'] })).toBeNull();
  expect(await screen.findByRole('link', { name: texts.sv['tab.nav.yearly'] })).toBeTruthy();
});

test('the colours reach the bottom of the window, whatever theme Teams goes over to', async () => {
  const { rerender } = showTab({ theme: 'default' });
  for (const theme of ['dark', 'default', 'contrast']) {
    rerender(tabOf({ theme }));
    const frame = (await screen.findByRole('main')).parentElement;
    expect(frame === null ? '' : getComputedStyle(frame).minHeight).toBe('100vh');
  }
});
