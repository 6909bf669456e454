// The särskild rapport (H64): when it is suggested, and what stands in the Word file of it.
import { specialReport, type Judgement } from '../../src/documents/special-report';
import { wordOf } from '../../src/documents/word';
import { handlingOf, type Incident } from '../../src/domain/incident';
import type { Handling } from '../../src/domain/handling';
import type { Track } from '../../src/domain/legal-track';
import { specialReportCalledFor } from '../../src/domain/special-report';
import { everythingIn, readWord } from './office-file';
import { hash, incident, wholeCase, written } from './whole-case';

const now = '2026-11-26T09:00:00Z';
const track = typeof wholeCase.tracks === 'string' ? undefined : wholeCase.tracks.tracks[0]?.state;

/** Low, answered in time, and nobody has said anything of a report. */
const calm = withHandling({ severity: 'low', consultation: undefined, happenings: [] });

function withHandling(changes: Partial<Handling>, more: Partial<Incident> = {}): Incident {
  return { ...incident, ...more, handling: { ...handlingOf(incident), ...changes } };
}

const consulted = (report: boolean): Handling['consultation'] => ({ by: incident.reporter, at: now, text: '', specialReport: report });
const escalated = { event: 'incident-escalated', at: now, from: 'reported', to: 'reported', text: '' } as const;

test.each([
  ['nothing calls for it', calm, {}, []],
  ['the samråd does', { ...calm, handling: { ...handlingOf(calm), consultation: consulted(true) } }, {}, ['consultation']],
  ['it is high', withHandling({ severity: 'high', consultation: undefined, happenings: [] }), {}, ['severity']],
  ['it is critical', withHandling({ severity: 'critical', consultation: undefined, happenings: [] }), {}, ['severity']],
  [
    'somebody else had to be told',
    withHandling({ severity: 'low', consultation: undefined, happenings: [escalated] }),
    {},
    ['answer-late']
  ],
  [
    'the time to answer is over',
    withHandling({ severity: undefined, consultation: undefined, happenings: [], answerBy: '2026-11-26T08:59:59Z' }, { state: 'received' }),
    {},
    ['answer-late']
  ],
  [
    'the time to answer is not over',
    withHandling({ severity: undefined, consultation: undefined, happenings: [], answerBy: now }, { state: 'received' }),
    {},
    []
  ],
  ['a report by law is overdue', calm, { next: { stage: 'notification', due: '2026-11-26T08:59:59Z' } }, ['legal-report-late']],
  ['a report by law is due', calm, { next: { stage: 'notification', due: now } }, []],
  [
    'a report by law was late',
    calm,
    { submissions: [{ stage: 'notification', at: now, by: incident.reporter, lateMotivation: 'Helg' }] },
    ['legal-report-late']
  ],
  [
    'the samråd said no, whatever else',
    withHandling({ severity: 'critical', consultation: consulted(false), happenings: [escalated] }),
    {},
    []
  ]
] as const)('suggested when %s', (_what, of, ofTrack, expected) => {
  const tracks = track === undefined ? [] : [{ ...track, ...(ofTrack as Partial<Track>) }];
  expect(tracks).toHaveLength(1);
  expect(specialReportCalledFor(of as Incident, tracks, now)).toEqual(expected);
});

const judgement: Judgement = { code: 'serious-incident', consequences: 'Följdordet', proposal: 'Förslagsordet\nmed en rad till' };
const fileOf = (changes: Partial<Judgement> = {}): Promise<ArrayBuffer> => wordOf(specialReport(wholeCase, { ...judgement, ...changes }));

test('it is for kommundirektör and kommunstyrelse, gives its reason and what it is suggested by, and rests on the entry of the log', async () => {
  const read = await readWord(await fileOf());
  expect(read).toContain('Särskild rapport: I-2026-0001: Jag har skickat något fel\n');
  expect(read).toContain('Till\nKommundirektören och kommunstyrelsen\n');
  expect(read).toContain('Skäl\nAllvarlig incident\n');
  expect(read).toContain('I samrådet sades att en särskild rapport ska skrivas.\nIncidenten är hög eller kritisk.\nIngen svarade i tid.\n');
  expect(read).toContain(`I-2026-0001:9, ${hash}\n`);
  expect(read).toContain('Följdordet\n');
  expect(read).toContain('Förslagsordet\nmed en rad till\n');
});

test('it has all the facts, and the legal tracks as support for a judgement', async () => {
  const read = await readWord(await fileOf());
  for (const word of Object.values(written).flat()) expect(read).toContain(word);
  expect(read).toContain('Stöd för bedömning – kontrollera mot gällande föreskrift.');
});

test('what nobody has written is missing, and that it was handed over is not claimed', async () => {
  const read = await readWord(await fileOf({ consequences: '', proposal: '' }));
  expect(read).toContain('Följder för verksamheten och för enskilda\nSaknas\n');
  expect(read).toContain('Vad som behöver beslutas eller göras\nSaknas\n');
  expect(read).toContain('Läge\nUtkast på frysta uppgifter\n');
  expect(read).toContain('Överlämnad till kommundirektören\n\n\n\n');
});

test('without any trigger it says that it is the judgement of whoever answers for it', async () => {
  const at = '2026-11-23T14:40:00Z';
  const paper = specialReport({ ...wholeCase, incident: { state: calm }, at }, { ...judgement, code: 'need' });
  const read = await readWord(await wordOf(paper));
  expect(read).toContain('Skäl\nBehov\n');
  expect(read).toContain('Informationssäkerhetsansvarigs bedömning.\n');
});

test('no code of ours stands in the file', async () => {
  expect(await everythingIn(await fileOf())).not.toMatch(/serious-incident|answer-late|special-report|undefined/);
});
