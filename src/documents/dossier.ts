// The dossier (akt) of one incident: everything that whoever makes it may read of it.
import { asWritten, origin, paperOn, swedish, type Case, type Say } from './case';
import { crisis } from './crisis-parts';
import { archived, asked, assessed, handed, happened, reported, touched } from './incident-parts';
import { measuresOf } from './measure-parts';
import { paragraph, type Block, type Paper } from './paper';
import { tracksOf } from './track-parts';

export function dossier(made: Case): Paper {
  const { reference, report } = made.incident.state;
  return paperOn(made, {
    title: `Akt: ${swedish('tab.incident.heading', { reference, kind: swedish(`incident.kind.${report.kind}`) })}`,
    blocks: [
      origin(made),
      paragraph('Akten visar ärendet som det stod i loggposterna ovan, så långt som den som tog fram den får läsa det.'),
      ...content(made, asWritten)
    ]
  });
}

/** All that is read of the incident, each text as `say` says it. */
export function content(made: Case, say: Say): readonly Block[] {
  const incident = made.incident.state;
  return [
    ...reported(incident, say),
    ...assessed(incident, say),
    ...touched(incident, say),
    ...asked(incident, say),
    ...handed(incident, say),
    ...crisis(incident, say),
    ...archived(incident, say),
    ...happened(incident, say),
    ...measuresOf(made, say),
    ...tracksOf(made, say)
  ];
}
