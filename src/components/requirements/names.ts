// What aspects and those who are asked are called on the screens of requirements.
import { unansweredBy, type AskedParty, type Party } from '../../domain/requirement-answers';
import type { RequirementAspect } from '../../domain/requirements';
import type { useText } from '../environment';

type T = ReturnType<typeof useText>;

export function aspectName(t: T, aspect: RequirementAspect): string {
  return aspect === 'all' ? t('requirement.aspect.all') : t(`aspect.${aspect}`);
}

export function partyName(t: T, { actor, supplier }: Party): string {
  return supplier === undefined ? t(`requirement.actor.${actor}`) : t('tab.requirements.supplier', { name: supplier });
}

/** "IT-enheten: 12 av 20 uppfyllda, 5 utan svar". */
export function partyTitle(t: T, party: AskedParty): string {
  const met = party.asked.filter(({ given }) => given?.answer === 'met').length;
  return t('tab.requirements.party', { party: partyName(t, party), met, all: party.asked.length, left: unansweredBy(party).length });
}
