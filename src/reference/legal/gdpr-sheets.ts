// What IMY's form asks for, in its order (domain.md 2.4; GDPR art. 33.3). Swedish only, as the form is.
import type { SheetField } from '../../domain/legal-rules';

export const gdprSheet: readonly SheetField[] = [
  { id: 'controller', sv: 'Personuppgiftsansvarig' },
  { id: 'organisation-number', sv: 'Organisationsnummer' },
  { id: 'address', sv: 'Adress' },
  { id: 'contact', sv: 'Kontaktperson för anmälan' },
  { id: 'data-protection-officer', sv: 'Dataskyddsombud, med kontaktuppgifter' },
  { id: 'own-reference', sv: 'Egen referens' },
  { id: 'started', sv: 'När incidenten började' },
  { id: 'known-at', sv: 'När den personuppgiftsansvariga fick vetskap' },
  { id: 'ended', sv: 'När incidenten upphörde' },
  { id: 'ongoing', sv: 'Pågår incidenten fortfarande?' },
  { id: 'late-motivation', sv: 'Motivering om anmälan görs efter 72 timmar' },
  { id: 'event-type', sv: 'Typ av händelse' },
  { id: 'description', sv: 'Vad som har hänt' },
  { id: 'where', sv: 'Var eller i vilket system' },
  { id: 'cause', sv: 'Orsak' },
  { id: 'registered-groups', sv: 'Grupper av registrerade' },
  { id: 'registered-count', sv: 'Ungefärligt antal registrerade' },
  { id: 'data-kinds', sv: 'Slag av personuppgifter' },
  { id: 'records-count', sv: 'Ungefärligt antal uppgiftsposter' },
  { id: 'consequences', sv: 'Sannolika konsekvenser för de registrerade' },
  { id: 'estimated-severity', sv: 'Bedömd allvarlighetsgrad' },
  { id: 'measures', sv: 'Åtgärder som vidtagits eller föreslås' },
  { id: 'informed', sv: 'Registrerade: informerade när, informeras när, eller varför inte' },
  { id: 'cross-border', sv: 'Berörs registrerade i andra länder inom EU eller EES?' }
];

export const gdprSupplement: readonly SheetField[] = [
  { id: 'controller', sv: 'Personuppgiftsansvarig' },
  { id: 'external-reference', sv: 'IMY:s ärendenummer' },
  { id: 'own-reference', sv: 'Egen referens' },
  { id: 'update', sv: 'Nya eller ändrade uppgifter' },
  { id: 'ended', sv: 'När incidenten upphörde' },
  { id: 'registered-count', sv: 'Ungefärligt antal registrerade' },
  { id: 'consequences', sv: 'Konsekvenser för de registrerade' },
  { id: 'measures', sv: 'Åtgärder som vidtagits eller föreslås' },
  { id: 'informed', sv: 'Registrerade: informerade när, informeras när, eller varför inte' }
];
