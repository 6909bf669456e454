// What each report under cybersäkerhetslagen holds, stage by stage (MCFFS 2026:8 as told in domain.md 2.3). Swedish only, as the reports are.
import type { SheetField, StageId } from '../../domain/legal-rules';

const sender: readonly SheetField[] = [
  { id: 'controller', sv: 'Verksamhetsutövare' },
  { id: 'organisation-number', sv: 'Organisationsnummer' },
  { id: 'contact', sv: 'Kontaktperson' },
  { id: 'own-reference', sv: 'Egen referens' }
];

const earlier: readonly SheetField[] = [...sender, { id: 'external-reference', sv: 'Mottagarens ärendenummer' }];

export const cybersecuritySheets: Readonly<Record<Exclude<StageId, 'supplement'>, readonly SheetField[]>> = {
  'early-warning': [
    ...sender,
    { id: 'ongoing', sv: 'Pågår incidenten?' },
    { id: 'description', sv: 'Händelseförlopp' },
    { id: 'known-at', sv: 'När incidenten upptäcktes (kännedom)' },
    { id: 'how-detected', sv: 'Hur incidenten upptäcktes' },
    { id: 'suspected-malicious', sv: 'Misstänks en avsiktlig skadlig handling?' },
    { id: 'supplier-origin', sv: 'Har incidenten sitt ursprung hos en leverantör?' },
    { id: 'impact', sv: 'Påverkan på verksamheten' },
    { id: 'consequences', sv: 'Konsekvenser' },
    { id: 'cross-border', sv: 'Gränsöverskridande konsekvenser, till exempel i Finland' },
    { id: 'late-motivation', sv: 'Motivering om upplysningen lämnas efter 24 timmar' }
  ],
  notification: [
    ...earlier,
    { id: 'update', sv: 'Ändrat sedan upplysningen' },
    { id: 'started', sv: 'När incidenten började' },
    { id: 'ended', sv: 'När incidenten upphörde' },
    { id: 'cause', sv: 'Orsak, så långt den är känd' },
    { id: 'where', sv: 'Berörda system' },
    { id: 'indicators', sv: 'Angreppsindikatorer (IoC)' },
    { id: 'protected-information', sv: 'Berörda skyddsvärda uppgifter' },
    { id: 'measures', sv: 'Åtgärder som vidtagits' },
    { id: 'remaining-risk', sv: 'Kvarstående risk' },
    { id: 'late-motivation', sv: 'Motivering om anmälan lämnas efter 72 timmar' }
  ],
  interim: [
    ...earlier,
    { id: 'request', sv: 'Vad mottagaren har begärt' },
    { id: 'update', sv: 'Läget nu' },
    { id: 'measures', sv: 'Åtgärder som vidtagits' }
  ],
  progress: [
    ...earlier,
    { id: 'why-ongoing', sv: 'Varför incidenten fortfarande pågår' },
    { id: 'expected-duration', sv: 'Hur länge den väntas pågå' },
    { id: 'impact', sv: 'Påverkan på verksamheten' },
    { id: 'next-update', sv: 'När nästa rapport lämnas' },
    { id: 'late-motivation', sv: 'Motivering om rapporten lämnas för sent' }
  ],
  final: [
    ...earlier,
    { id: 'started', sv: 'När incidenten började' },
    { id: 'ended', sv: 'När incidenten upphörde' },
    { id: 'handled-at', sv: 'När incidenten hade hanterats' },
    { id: 'consequences', sv: 'Konsekvenser' },
    { id: 'recipients-count', sv: 'Antal berörda mottagare av tjänsten' },
    { id: 'area', sv: 'Berört geografiskt område' },
    { id: 'cost', sv: 'Kostnad' },
    { id: 'cross-border', sv: 'Gränsöverskridande konsekvenser, till exempel i Finland' },
    { id: 'societal-functions', sv: 'Berörda samhällsviktiga funktioner' },
    { id: 'root-cause', sv: 'Grundorsak' },
    { id: 'technical-measures', sv: 'Tekniska åtgärder' },
    { id: 'organisational-measures', sv: 'Organisatoriska åtgärder' },
    { id: 'mitigating-measures', sv: 'Åtgärder som begränsar verkningarna' },
    { id: 'preventive-measures', sv: 'Förebyggande åtgärder' },
    { id: 'management-approval', sv: 'Ledningens godkännande: vem och när' },
    { id: 'late-motivation', sv: 'Motivering om slutrapporten lämnas för sent' }
  ]
};
