/** @jest-environment jsdom */
// A part of the tab in a chunk of its own: what did not come is said, and comes when it is tried again.
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { ErrorBoundary } from '../../src/components/error-boundary';
import { lazily } from '../../src/components/lazily';
import './jsdom-parts';

test('a part that could not be loaded comes when it is tried again', async () => {
  const load = jest.fn(() => Promise.resolve<React.ComponentType<{ name: string }>>(({ name }) => <p>{name}</p>));
  load.mockRejectedValueOnce(new Error('Loading chunk 7 failed.'));
  const Part = lazily(load);
  const said = jest.spyOn(console, 'error').mockReturnValue(undefined);
  window.addEventListener('error', (event) => event.preventDefault(), { once: true });
  const onError = jest.fn();
  render(
    <ErrorBoundary message="Misslyckades" retry="Igen" onError={onError}>
      <React.Suspense fallback="…">
        <Part name="Registret" />
      </React.Suspense>
    </ErrorBoundary>
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Igen' }));
  expect(await screen.findByText('Registret')).toBeTruthy();
  expect(onError).toHaveBeenCalledTimes(1);
  said.mockRestore();
});
