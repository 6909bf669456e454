// How Hem and the incidents look and read: reporting, the queue, an incident by those who can do most with it, its measures, and the rules.
import { describeAppearance } from './appearance';

describeAppearance([
  { name: 'Hem', as: 'manager', subpage: 'home', says: 'tab.home.waiting', shows: 'Trygghetslarmen' },
  { name: 'Rapportera incident', as: 'manager', subpage: 'report', says: 'cards.report.security.question' },
  { name: 'Incidenter', as: 'manager', subpage: 'incidents', says: 'tab.incidents.filter', shows: 'I-2026-0002' },
  { name: 'Statistik', as: 'manager', subpage: 'incidents/statistics', says: 'tab.statistics.received' },
  { name: 'Regelverk', as: 'manager', subpage: 'incidents/rules', says: 'tab.rules.thresholds' },
  {
    name: 'en åtgärd',
    as: 'manager',
    subpage: 'measures/M-2026-0003',
    says: 'tab.measure.owner',
    shows: 'Låt två personer se varje rättning'
  },
  {
    name: 'en incident',
    as: 'manager',
    subpage: 'incidents/I-2026-0002',
    says: 'tab.incident.questions',
    shows: 'Hur länge låg listan kvar på skrivaren?'
  },
  {
    name: 'en incident för IT',
    as: 'it',
    subpage: 'incidents/I-2026-0002',
    says: 'tab.incident.questions',
    shows: 'Hur länge låg listan kvar på skrivaren?'
  },
  {
    name: 'en stängd incident för IT',
    as: 'it',
    subpage: 'incidents/I-2026-0001',
    says: 'tab.incident.questions',
    shows: 'Räkna surfplattorna'
  },
  { name: 'en åtgärd för IT', as: 'it', subpage: 'measures/M-2026-0001', says: 'tab.measure.check.do', shows: 'Räkna surfplattorna' },
  { name: 'en övning', as: 'it', subpage: 'incidents/exercise', says: 'cards.report.security.question' },
  {
    name: 'en incident för informationssäkerhetsansvarig',
    as: 'securityOfficer',
    subpage: 'incidents/I-2026-0002',
    says: 'track.regime.gdpr',
    shows: 'Hur länge låg listan kvar på skrivaren?'
  }
]);
