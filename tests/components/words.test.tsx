/** @jest-environment jsdom */
// No code or key of ours is ever seen: every screen in every language, read through.
import { screen, waitFor } from '@testing-library/react';
import { languages } from '../../src/domain/language';
import { municipality, type Municipality } from './municipality';
import { decided, draftAsset, reportedIncident, sensitiveAnswers, submittedAsset, submittedClassification } from './example';
import { showDialog, showTab } from './screens';

const addresses = [
  '',
  'assets',
  'assets/new',
  'assets/T-2026-0001',
  'assets/T-2026-0002',
  'assets/T-2026-0002/edit',
  'assets/T-2026-0002/classify'
];
const later = ['overview', 'decisions', 'decisions/K-2026-0001', 'decisions/K-2026-0002', 'decisions/K-2026-0099', 'incidents'];

/** Text keys, stored codes, values that were never filled in, and what JavaScript says for nothing. */
const raw =
  /\b(tab|refusal|aspect|asset|level|carrier|owner|incident|classification)\.[a-z]|\b(negligible|file-area|cloud-service|informationOwner|sent-wrong|not-decider|nearest-manager)\b|[{}]|undefined|\[object|NaN/;

async function busyPlace(): Promise<Municipality> {
  const place = municipality();
  await draftAsset(place);
  const asset = await submittedAsset(place);
  await decided(place, await submittedClassification(place, asset));
  await submittedClassification(place, asset, { answers: sensitiveAnswers });
  await reportedIncident(place);
  return place;
}

describe.each(languages)('in %s', (language) => {
  test.each([...addresses, ...later])('the screen at "%s" speaks in words', async (at) => {
    const { container } = showTab({ in: await busyPlace(), at, language, as: 'objectOwner' });
    await screen.findByRole('heading', { level: 1 });
    await settled(container);
    expect(container.textContent).not.toMatch(raw);
  });

  test('the dialog over the list speaks in words', async () => {
    const { container } = showDialog({ in: await busyPlace(), reference: 'K-2026-0002', language });
    await screen.findByRole('heading', { level: 1 });
    expect(container.textContent).not.toMatch(raw);
  });
});

/** Nothing is being read any more. */
async function settled(container: HTMLElement): Promise<void> {
  await waitFor(() => expect(container.querySelector('[aria-busy]')).toBeNull());
}
