// Two legal tracks of the example's incidents: one that is assessed and awaits its decision, one whose report is late.
import type { Track } from '../../domain/legal-track';
import { legalRules } from '../../reference/legal-rules';
import { answerAssessment } from '../../workflows/answer-assessment';
import { decideTrack } from '../../workflows/decide-track';
import { giveOpinion } from '../../workflows/give-opinion';
import { openTrack } from '../../workflows/open-track';
import { people } from './people';
import { expectDone, type Handled, type Teller } from './teller';

/** Whether the password was used is not known; the risk is small whatever the answer is. */
export async function toldAssessed(teller: Teller, told: Handled): Promise<void> {
  const answers = { 'personal-data': 'yes', breach: 'unknown', risk: 'unlikely', unreadable: 'no', 'risk-removed': 'unknown' };
  await assessed(teller, told, { controller: 'KS', answers });
}

/** It was decided to report, and the 72 hours since it became known are out. */
export async function toldLate(teller: Teller, told: Handled): Promise<void> {
  const { key, days } = told;
  const answers = { 'personal-data': 'yes', breach: 'yes', risk: 'risk', unreadable: 'no', 'risk-removed': 'unknown' };
  const { reference, assessment } = await assessed(teller, told, { controller: 'SN', answers });
  const opinion = { reference, text: 'Anmäl. Listan visar var människor bor och när de är ensamma. Komplettera hellre än att vänta.' };
  const decision = {
    reference,
    report: true,
    reason: 'Brukare kan komma till skada om någon utnyttjar listan.',
    assessedAt: assessment?.at
  };
  const advice = teller.request(`${key}/opinion`, 'dataProtectionOfficer', opinion);
  expectDone(await giveOpinion(teller.ago(days - 0.6), legalRules, advice));
  expectDone(await decideTrack(teller.ago(days - 0.7), legalRules, teller.request(`${key}/decide`, 'director', decision)));
}

async function assessed(
  teller: Teller,
  { reference: incident, key, days }: Handled,
  { controller, answers }: { readonly controller: string; readonly answers: Record<string, string> }
): Promise<Track> {
  const opening = { incident, regime: 'gdpr', controller, decider: people.director.userPrincipalName } as const;
  const request = teller.request(`${key}/track`, 'securityOfficer', opening);
  const { reference } = expectDone(await openTrack(teller.ago(days - 0.4), legalRules, request));
  const answering = teller.request(`${key}/answer`, 'securityOfficer', { reference, answers });
  return expectDone(await answerAssessment(teller.ago(days - 0.5), legalRules, answering));
}
