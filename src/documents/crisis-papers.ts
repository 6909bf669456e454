// The krisstab on paper: the call list with what to say, to ring by when nothing else works, and the minutes of what it came to (H55, H07).
import { rowOf, type CrisisStaff, type PlannedFunction } from '../domain/crisis-staff';
import { asWritten, origin, paperOn, swedish, type Case } from './case';
import { calledAndPresent, calling, decided, ended } from './crisis-parts';
import { heading, paragraph, table, type Block, type Paper } from './paper';

/** One calling, and the crisis plan as it stands, in the order they are rung. `no-right`: whoever makes the paper may not read the numbers. */
export interface CrisisCalling {
  readonly staff: CrisisStaff;
  readonly plan: readonly PlannedFunction[] | 'no-right';
}

export function crisisCall(made: Case, { staff, plan }: CrisisCalling): Paper {
  return paperOn(made, {
    title: `Ringlista och kallelse till krisstab: ${made.incident.state.reference}`,
    blocks: [
      paragraph('Innehåller telefonnummer. Ge den bara till dem som ska ringa, och förstör den när krisstaben är avslutad.'),
      origin(made),
      heading('Kallelse'),
      calling(staff, asWritten),
      heading('Ringlista'),
      paragraph('Ring i ordning. Säg vem du är, att krisstaben är kallad och var den möts. Säg inget om vad som har hänt.'),
      ...ringing(staff, plan),
      ...leftOut(staff)
    ]
  });
}

const box = '☐';

function ringing({ participants }: CrisisStaff, plan: CrisisCalling['plan']): readonly Block[] {
  const rows = participants.map((participant) => {
    const row = plan === 'no-right' ? undefined : rowOf(plan, participant);
    const numbers = [row?.phone, row?.reservePhone].map((number) => number ?? '');
    return [participant.function, participant.person.name, ...numbers, `${box} Nådd\n${box} Kommer`, ''];
  });
  const missing = plan === 'no-right' ? [paragraph('Den som tog fram listan får inte läsa numren. De står i listan Krisplan.')] : [];
  return [...missing, ...table(['Funktion', 'Namn', 'Telefon', 'Reserv', 'Svar', 'Klockan'], rows)];
}

/** That somebody is not on the list is said on the list. */
function leftOut({ unread }: CrisisStaff): readonly Block[] {
  return unread === 0 ? [] : [paragraph(swedish('tab.crisis.unread', { count: unread }))];
}

export function crisisMinutes(made: Case, staff: CrisisStaff): Paper {
  return paperOn(made, {
    title: `Minnesanteckningar från krisstab: ${made.incident.state.reference}`,
    blocks: [
      origin(made),
      heading('Kallelse'),
      calling(staff, asWritten),
      ...calledAndPresent(staff, asWritten),
      ...decided(staff, asWritten),
      ...ended(staff, asWritten)
    ]
  });
}
