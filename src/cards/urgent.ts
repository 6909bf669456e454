// The line that says whom to ring when it cannot wait.
import type { IRichTextBlock } from '@microsoft/teams.cards';
import type { Language } from '../domain/language';
import { text } from '../i18n/text';
import { paragraph } from './card';
import { inOneLine } from './phone';

export interface Phone {
  /** IT's number, when it is set in Inställningar. */
  readonly itPhone?: string | undefined;
}

export function urgentLine({ itPhone }: Phone, language: Language): IRichTextBlock {
  const said =
    itPhone === undefined ? text(language, 'cards.urgent') : text(language, 'cards.urgent.number', { phone: inOneLine(itPhone) });
  return paragraph(said, { weight: 'Bolder' });
}
