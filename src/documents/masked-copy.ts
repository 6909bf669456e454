// The masked copy of a dossier, for a request for public documents.
import { origin, paperOn, type Case } from './case';
import { content } from './dossier';
import { masking, namesIn, withoutNames, type Masks } from './masking';
import { heading, paragraph, type Paper } from './paper';

/** Released by nobody but a person: the paper says itself that it is a suggestion. */
export function maskedCopy(made: Case, masks: Masks): Paper {
  const { reference } = made.incident.state;
  const tracks = typeof made.tracks === 'string' ? [] : made.tracks.tracks.map(({ state }) => state);
  const measures = made.measures.measures.map(({ state }) => state);
  const copy = paperOn(made, {
    title: `Maskad kopia: ${reference}`,
    blocks: [
      heading('Förslag till maskning. Inte utlämnad.'),
      paragraph(
        'Maskningen är ett förslag. En person prövar om handlingen kan lämnas ut och enligt vilket lagrum något ska hållas hemligt. Läs igenom hela kopian först: uppgifter som inte är maskade kan stå i det som någon har skrivit.'
      ),
      origin(made),
      ...content(made, masking(masks))
    ]
  });
  return withoutNames(copy, namesIn({ incident: made.incident.state, tracks, measures, maker: made.by }), masks);
}
