// Which information asset a report is about: what the register has by the words somebody typed, one button each, and "vet inte".
import type { AssetFound } from '../domain/asset-search';
import type { Language } from '../domain/language';
import { text } from '../i18n/text';
import { button } from './buttons';
import { paragraph, subheading, type CardAction, type CardElement } from './card';
import type { Draft } from './card-data';

/** `unread`: the register did not answer. */
export type FoundAssets = readonly AssetFound[] | 'unread';

/** Names stand in text runs and numbers on the buttons: what somebody has called an asset must not come out as Markdown. */
export function assetChoices(found: FoundAssets, { formKey }: Draft, language: Language): CardElement[] {
  const heading = subheading(text(language, 'cards.report.asset.title'));
  if (found === 'unread') return [heading, paragraph(text(language, 'cards.report.asset.unread'))];
  if (found.length === 0) return [heading, paragraph(text(language, 'cards.report.asset.none'))];
  return [heading, ...found.map((asset) => choice(asset, formKey, language))];
}

function choice({ reference, name }: AssetFound, formKey: string, language: Language): CardElement {
  const title = text(language, 'cards.report.asset.choose', { reference });
  return {
    type: 'Container',
    separator: true,
    items: [
      paragraph(name, { weight: 'Bolder' }),
      { type: 'ActionSet', actions: [button({ title, verb: 'report-asset', data: { formKey, asset: reference } })] }
    ]
  };
}

export function assetActions({ formKey }: Draft, language: Language): CardAction[] {
  return [
    button({
      title: text(language, 'cards.report.asset.unknown'),
      verb: 'report-asset',
      data: { formKey, asset: 'unknown' },
      primary: true
    }),
    button({ title: text(language, 'cards.report.back'), verb: 'report-back', data: { formKey, to: 'more' } })
  ];
}
