// Proposals to change the classification model or the requirements, in the list Ändringsförslag.
import type { SPFI } from '@pnp/sp';
import { z } from 'zod';
import { ChangeProposal } from '../domain/change-proposal';
import { changeProposalList, changeProposalStateChoices, changeSubjectChoices } from '../schema/change-proposals';
import { entryColumns } from '../schema/list';
import { moment, optionalMoment, optionalText, peopleIn, text, word } from './cells';
import { register, type ListRegister } from './register';
import { readRows, type Row, type RowShape } from './rows';

/** The port `Register<ChangeProposal>` of the workflows, kept in SharePoint. */
export function changeProposalRegister(sp: SPFI): ListRegister<ChangeProposal> {
  return register({ sp, shape: proposalRows, state: ChangeProposal });
}

/** All of them, in the order they were made. */
export function readChangeProposals(sp: SPFI): Promise<Row<ChangeProposal>[]> {
  return readRows(sp, proposalRows);
}

const ProposalRow = z.object({
  Referens: z.string(),
  Amne: word(changeSubjectChoices),
  Forslag: text,
  Motivering: text,
  Version: z.string(),
  Tillgang: optionalText,
  Foreslaget: moment,
  Status: word(changeProposalStateChoices),
  Besvarat: optionalMoment,
  Svar: text
});

const proposalRows: RowShape<ChangeProposal> = {
  list: changeProposalList,
  key: 'Referens',
  unread: entryColumns,
  read: (row) => {
    const cells = ProposalRow.parse(row);
    const { Forslagsstallare: proposer, BesvaratAv: by } = peopleIn(row, ['Forslagsstallare', 'BesvaratAv']);
    return ChangeProposal.parse({
      reference: cells.Referens,
      subject: cells.Amne,
      version: cells.Version,
      asset: cells.Tillgang,
      what: cells.Forslag,
      why: cells.Motivering,
      proposer,
      proposedAt: cells.Foreslaget,
      state: cells.Status,
      ...(cells.Besvarat !== undefined && { answered: { by, at: cells.Besvarat, reason: cells.Svar } })
    });
  },
  cells: (proposal) => ({
    Referens: proposal.reference,
    Title: changeSubjectChoices.wordOf(proposal.subject),
    Amne: changeSubjectChoices.wordOf(proposal.subject),
    Forslag: proposal.what,
    Motivering: proposal.why,
    Version: proposal.version,
    Tillgang: proposal.asset ?? null,
    Foreslaget: proposal.proposedAt,
    Status: changeProposalStateChoices.wordOf(proposal.state),
    Besvarat: proposal.answered?.at ?? null,
    Svar: proposal.answered?.reason ?? ''
  }),
  people: ({ proposer, answered }) => ({ Forslagsstallare: proposer, BesvaratAv: answered?.by })
};
