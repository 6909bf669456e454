// What columns are called in the registers that municipalities keep today, in Swedish and English: for guessing which column says what. Data, to be added to.

export const importFields = [
  'name',
  'description',
  'carriers',
  'unit',
  'informationOwner',
  'objectOwner',
  'custodian',
  'supplier',
  'contractEnds',
  'recordType',
  'processCode',
  'place',
  'hours',
  'sourceId',
  'confidentiality',
  'integrity',
  'availability',
  'traceability'
] as const;

/** What a column can say. The last four are classes by another register's own numbering. */
export type ImportField = (typeof importFields)[number];

/** In lower case, without spaces, hyphens and the like. */
export const importHeadings: Readonly<Record<ImportField, readonly string[]>> = {
  name: [
    'namn',
    'tillgång',
    'informationstillgång',
    'tillgångensnamn',
    'system',
    'systemnamn',
    'objekt',
    'benämning',
    'name',
    'asset',
    'assetname',
    'title'
  ],
  description: ['beskrivning', 'beskriv', 'syfte', 'kommentar', 'användning', 'description', 'purpose'],
  carriers: ['bärare', 'form', 'typ', 'medium', 'varinformationenfinns', 'carrier', 'carriers', 'type'],
  unit: ['enhet', 'enhetskod', 'förvaltningenhet', 'verksamhet', 'förvaltning', 'avdelning', 'organisation', 'unit', 'department'],
  informationOwner: ['informationsägare', 'infoägare', 'informationowner', 'dataowner'],
  objectOwner: ['objektägare', 'systemägare', 'ägare', 'owner', 'systemowner', 'objectowner'],
  custodian: ['systemförvaltare', 'förvaltare', 'systemansvarig', 'custodian', 'systemmanager', 'administrator'],
  supplier: ['leverantör', 'supplier', 'vendor'],
  contractEnds: ['avtalslut', 'avtaletgällertillochmed', 'avtalgällertom', 'avtaltom', 'contractend', 'contractends'],
  recordType: ['handlingstyp', 'handlingsslag', 'recordtype'],
  processCode: ['process', 'processkod', 'klassa', 'klassakod', 'klassificeringskod', 'verksamhetskod', 'processcode'],
  place: ['plats', 'rum', 'skåp', 'förvaring', 'place', 'location'],
  hours: ['längstatolererbaraavbrott', 'tolererbaravbrottstid', 'avbrott', 'mtd', 'rto', 'tolerableoutage'],
  sourceId: ['id', 'nummer', 'nr', 'systemid', 'objektid', 'referens', 'nummerikällan', 'number', 'reference'],
  confidentiality: ['k', 'konfidentialitet', 'sekretess', 'klassk', 'confidentiality', 'c'],
  integrity: ['r', 'riktighet', 'klassr', 'integrity', 'i'],
  availability: ['t', 'tillgänglighet', 'klasst', 'availability', 'a'],
  traceability: ['s', 'spårbarhet', 'klasss', 'traceability']
};
