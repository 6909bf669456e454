// What stands in the handlers' channel: an incident by number, type and state, and how such a channel is chosen.
import type { Language } from '../domain/language';
import type { Notice } from '../domain/notice';
import { text } from '../i18n/text';
import { link } from './buttons';
import { card, paragraph, row, type Card } from './card';

export type ChannelNotice = Extract<Notice, { readonly kind: 'incident-in-channel' }>;

interface Facts {
  readonly notice: ChannelNotice;
  readonly tabUrl: string | undefined;
}

/** No more than that: everybody in the channel sees it, and what happened is for those who may read the incident. */
export function channelCard({ notice: { reference, incidentKind, state }, tabUrl }: Facts, language: Language): Card {
  return card({
    language,
    title: text(language, 'cards.channel.title', { reference }),
    body: [
      row(text(language, 'cards.row.kind'), text(language, `incident.kind.${incidentKind}`)),
      row(text(language, 'cards.row.state'), text(language, `incident.state.${state}`))
    ],
    actions: tabUrl === undefined ? [] : [link(text(language, 'cards.open'), tabUrl)]
  });
}

/** What came of asking for incidents in a channel, or for no more of them. `alone`: it was asked for in one's own chat. */
export type ChannelAnswer = 'shown' | 'not-shown' | 'alone' | 'not-allowed';

export function channelAnswerCard(answer: ChannelAnswer, language: Language): Card {
  return card({
    language,
    title: text(language, `cards.channel.${answer}.title`),
    body: [paragraph(text(language, `cards.channel.${answer}.text`))]
  });
}
