// What has been answered so far, in rows, for whoever is about to send it.
import type { CardElementArray } from '@microsoft/teams.cards';
import type { Language } from '../domain/language';
import { text, type TextKey } from '../i18n/text';
import { formatDay } from '../i18n/moment';
import { row } from './card';
import type { Draft } from './card-data';

export function summary(draft: Draft, language: Language): CardElementArray {
  const chosen = [...answersOf(draft), ...moreOf(draft)].flatMap(([label, value]) =>
    value === undefined ? [] : [row(text(language, label), text(language, value))]
  );
  return [...chosen, ...textsOf(draft, language)];
}

type Answered = readonly [label: TextKey, value: TextKey | undefined];

function answersOf({ kind, when, ongoing, carrier, personalData, weakness }: Draft): Answered[] {
  const isWeakness = kind === 'weakness';
  return [
    ['cards.row.kind', kind && `incident.kind.${kind}`],
    ['cards.row.weakness', isWeakness && weakness !== undefined ? `incident.weakness.${weakness}` : undefined],
    ['cards.row.when', isWeakness ? undefined : when && `incident.when.${when}`],
    ['cards.row.ongoing', isWeakness ? undefined : ongoing && `answer.${ongoing}`],
    ['cards.row.carrier', carrier && `incident.carrier.${carrier}`],
    ['cards.row.personal-data', isWeakness ? undefined : personalData && `answer.${personalData}`]
  ];
}

function moreOf({ concerned, sensitive, unauthorisedAccess, concernedInformed, cause, manager }: Draft): Answered[] {
  return [
    ['cards.row.concerned', concerned && `incident.concerned.${concerned}`],
    ['cards.row.sensitive', sensitive && `answer.${sensitive}`],
    ['cards.row.unauthorised-access', unauthorisedAccess && `answer.${unauthorisedAccess}`],
    ['cards.row.concerned-informed', concernedInformed && `answer.${concernedInformed}`],
    ['cards.row.cause', cause && `incident.cause.${cause}`],
    ['cards.row.manager', manager === undefined || manager === 'nearest' ? undefined : `incident.manager.${manager}`]
  ];
}

function textsOf(draft: Draft, language: Language): CardElementArray {
  const { where, toldBy, messageLink, asset, happenedOn, happenedTime, discoveredOn, discoveredTime } = draft;
  const told: readonly (readonly [TextKey, string | undefined])[] = [
    ['cards.row.where', where],
    ['cards.row.happened', dayInWords(happenedOn, happenedTime, language)],
    ['cards.row.discovered', dayInWords(discoveredOn, discoveredTime, language)],
    ['cards.row.chosen-asset', asset === 'unknown' ? undefined : asset],
    ['cards.row.told-by', toldBy],
    ['cards.row.message-link', messageLink && text(language, 'cards.row.message-link.kept')]
  ];
  return told.flatMap(([label, said]) => (said === undefined || said === '' ? [] : [row(text(language, label), said)]));
}

function dayInWords(day: string | undefined, time: string | undefined, language: Language): string | undefined {
  if (day === undefined) return undefined;
  return time === undefined ? formatDay(language, day) : `${formatDay(language, day)} ${time}`;
}
