// What people wish were otherwise in the model or the requirements, as a sheet, with the answers (H03).
import type { ChangeProposal } from '../domain/change-proposal';
import { swedishMoment } from '../domain/swedish-time';
import { swedish } from './case';
import { aboutSheet, narrow, sheetOf, wide, type Sheet, type SheetColumn, type Taken } from './sheet';

/** In the order they are shown. */
export interface ProposalsView extends Taken {
  readonly proposals: readonly ChangeProposal[];
}

export function proposalSheets({ proposals, ...taken }: ProposalsView): readonly Sheet[] {
  return [
    sheetOf('Ändringsförslag', columns, proposals),
    aboutSheet({ ...taken, choice: 'Alla ändringsförslag', count: proposals.length })
  ];
}

const columns: readonly SheetColumn<ChangeProposal>[] = [
  { ...narrow('Nummer'), cell: ({ reference }) => reference },
  { ...narrow('Gäller'), cell: ({ subject }) => swedish(`change-proposal.subject.${subject}`) },
  { ...narrow('Version'), cell: ({ version }) => version },
  { ...narrow('Tillgång'), cell: ({ asset = '' }) => asset },
  { ...wide('Vad som borde vara annorlunda'), cell: ({ what }) => what },
  { ...wide('Varför'), cell: ({ why }) => why },
  { ...wide('Föreslaget av'), cell: ({ proposer }) => proposer.name },
  { ...narrow('Föreslaget'), cell: ({ proposedAt }) => swedishMoment(proposedAt) },
  { ...narrow('Läge'), cell: ({ state }) => swedish(`change-proposal.state.${state}`) },
  { ...wide('Besvarat av'), cell: ({ answered }) => answered?.by.name ?? '' },
  { ...narrow('Besvarat'), cell: ({ answered }) => (answered === undefined ? '' : swedishMoment(answered.at)) },
  { ...wide('Skäl'), cell: ({ answered }) => answered?.reason ?? '' }
];
