// The särskild rapport on one incident to kommundirektör and kommunstyrelse, from the facts as the log has them (H64).
import { specialReportCalledFor, type SpecialReportCode } from '../domain/special-report';
import { asWritten, origin, paperOn, swedish, type Case } from './case';
import { crisis } from './crisis-parts';
import { assessed, asked, happened, reported, touched } from './incident-parts';
import { measuresOf } from './measure-parts';
import { facts, heading, paragraph, table, type Block, type Paper } from './paper';
import { tracksOf } from './track-parts';

/** What whoever answers for the report adds to the facts; each may be empty, and then it is said that it is missing. */
export interface Judgement {
  readonly code: SpecialReportCode;
  readonly consequences: string;
  readonly proposal: string;
}

export function specialReport(made: Case, judgement: Judgement): Paper {
  const { reference, report } = made.incident.state;
  return paperOn(made, {
    title: `Särskild rapport: ${swedish('tab.incident.heading', { reference, kind: swedish(`incident.kind.${report.kind}`) })}`,
    blocks: [
      facts(
        ['Till', 'Kommundirektören och kommunstyrelsen'],
        ['Från', 'Informationssäkerhetsansvarig'],
        ['Läge', 'Utkast på frysta uppgifter']
      ),
      origin(made),
      ...reasons(made, judgement),
      heading('Följder'),
      facts(['Följder för verksamheten och för enskilda', given(judgement.consequences)]),
      heading('Behov och förslag'),
      facts(['Vad som behöver beslutas eller göras', given(judgement.proposal)]),
      ...content(made),
      ...handedOver()
    ]
  });
}

function reasons({ incident, tracks, at }: Case, { code }: Judgement): readonly Block[] {
  const known = typeof tracks === 'string' ? [] : tracks.tracks.map(({ state }) => state);
  const triggers = specialReportCalledFor(incident.state, known, at);
  const words = triggers.map((trigger) => swedish(`special-report.trigger.${trigger}`));
  return [
    heading('Varför rapporten lämnas'),
    facts(
      ['Skäl', swedish(`special-report.code.${code}`)],
      ['Vad som ger anledning till den', words.length === 0 ? 'Informationssäkerhetsansvarigs bedömning.' : words.join('\n')]
    )
  ];
}

function given(written: string): string | undefined {
  return written === '' ? undefined : written;
}

function content(made: Case): readonly Block[] {
  const incident = made.incident.state;
  return [
    ...reported(incident, asWritten),
    ...assessed(incident, asWritten),
    ...touched(incident, asWritten),
    ...crisis(incident, asWritten),
    ...measuresOf(made, asWritten),
    ...tracksOf(made, asWritten),
    ...asked(incident, asWritten),
    ...happened(incident, asWritten)
  ];
}

/** A file says how things stood when it was made: what follows stands in the record, and here for whoever has it on paper (domain.md 5.3, Särskild rapport). */
function handedOver(): readonly Block[] {
  return [
    heading('Överlämnande'),
    paragraph(
      'Överlämnande, mottagande och behandling förs in i ärendet i Värna. Här kan det fyllas i för hand på den utskrivna rapporten.'
    ),
    ...table(
      ['Steg', 'Vem', 'När', 'Diarienummer eller paragraf'],
      ['Granskad', 'Överlämnad till kommundirektören', 'Behandlad av kommunstyrelsen'].map((stage) => [stage, '', '', ''])
    )
  ];
}
