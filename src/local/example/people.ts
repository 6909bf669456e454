// The people of the example municipality: all invented, with the roles that the product knows.
import type { Role } from '../../domain/person';
import type { DirectoryUser } from '../../standin/directory/directory';

export interface ExamplePerson extends DirectoryUser {
  readonly roles: readonly Role[];
}

interface Described {
  readonly number: number;
  readonly name: string;
  readonly alias: string;
  readonly title: string;
  readonly department: string;
  readonly phone: string;
  readonly boss?: number;
  readonly roles?: readonly Role[];
}

/** Everybody by the part they play. Phones are of the series that Post- och telestyrelsen keeps for fiction (070-1740605 to 0701740699). */
export const people = {
  director: asPerson({
    number: 1,
    name: 'Kerstin Alatalo',
    alias: 'kerstin.alatalo',
    title: 'Kommundirektör',
    department: 'Kommunledningsförvaltningen',
    phone: '070-174 06 05',
    roles: ['leadership']
  }),
  securityOfficer: asPerson({
    number: 2,
    name: 'Siv Modig',
    alias: 'siv.modig',
    title: 'Informationssäkerhetsansvarig',
    department: 'Kommunledningsförvaltningen',
    phone: '070-174 06 06',
    boss: 1,
    roles: ['information-security']
  }),
  protectionOfficer: asPerson({
    number: 3,
    name: 'Gunnar Skarp',
    alias: 'gunnar.skarp',
    title: 'Säkerhetsskyddschef',
    department: 'Kommunledningsförvaltningen',
    phone: '070-174 06 07',
    boss: 1,
    roles: ['security-protection']
  }),
  dataProtectionOfficer: asPerson({
    number: 4,
    name: 'Disa Opartisk',
    alias: 'disa.opartisk',
    title: 'Dataskyddsombud',
    department: 'Kommunledningsförvaltningen',
    phone: '070-174 06 08',
    boss: 1,
    roles: ['data-protection']
  }),
  itHead: asPerson({
    number: 5,
    name: 'Tage Router',
    alias: 'tage.router',
    title: 'IT-chef',
    department: 'IT-enheten',
    phone: '070-174 06 09',
    boss: 1,
    roles: ['it', 'accountable']
  }),
  it: asPerson({
    number: 6,
    name: 'Ivar Teknell',
    alias: 'ivar.teknell',
    title: 'IT-tekniker',
    department: 'IT-enheten',
    phone: '070-174 06 10',
    boss: 5,
    roles: ['it']
  }),
  socialHead: asPerson({
    number: 7,
    name: 'Birgitta Sundvall',
    alias: 'birgitta.sundvall',
    title: 'Förvaltningschef',
    department: 'Socialförvaltningen',
    phone: '070-174 06 11',
    boss: 1,
    roles: ['accountable']
  }),
  manager: asPerson({
    number: 8,
    name: 'Mats Lindbäck',
    alias: 'mats.lindback',
    title: 'Enhetschef och objektägare',
    department: 'Hemtjänsten',
    phone: '070-174 06 12',
    boss: 7,
    roles: ['accountable']
  }),
  employee: asPerson({
    number: 9,
    name: 'Elsa Niemi',
    alias: 'elsa.niemi',
    title: 'Undersköterska',
    department: 'Hemtjänsten',
    phone: '070-174 06 13',
    boss: 8
  }),
  custodian: asPerson({
    number: 10,
    name: 'Fia Ojala',
    alias: 'fia.ojala',
    title: 'Systemförvaltare',
    department: 'Hemtjänsten',
    phone: '070-174 06 14',
    boss: 8,
    roles: ['accountable']
  }),
  schoolHead: asPerson({
    number: 11,
    name: 'Åke Strömqvist',
    alias: 'ake.stromqvist',
    title: 'Förvaltningschef',
    department: 'Barn- och ungdomsförvaltningen',
    phone: '070-174 06 15',
    boss: 1,
    roles: ['accountable']
  }),
  principal: asPerson({
    number: 12,
    name: 'Ulla Karvonen',
    alias: 'ulla.karvonen',
    title: 'Rektor och objektägare',
    department: 'Grundskolan',
    phone: '070-174 06 16',
    boss: 11,
    roles: ['accountable']
  }),
  teacher: asPerson({
    number: 13,
    name: 'Petri Lahti',
    alias: 'petri.lahti',
    title: 'Lärare',
    department: 'Grundskolan',
    phone: '070-174 06 17',
    boss: 12
  }),
  technicalHead: asPerson({
    number: 14,
    name: 'Sören Bergfors',
    alias: 'soren.bergfors',
    title: 'Förvaltningschef',
    department: 'Samhällsbyggnadsförvaltningen',
    phone: '070-174 06 18',
    boss: 1,
    roles: ['accountable']
  }),
  waterHead: asPerson({
    number: 15,
    name: 'Maarit Koski',
    alias: 'maarit.koski',
    title: 'VA-chef och objektägare',
    department: 'VA-enheten',
    phone: '070-174 06 19',
    boss: 14,
    roles: ['accountable']
  }),
  registrar: asPerson({
    number: 16,
    name: 'Rolf Ek',
    alias: 'rolf.ek',
    title: 'Registrator',
    department: 'Kansliet',
    phone: '070-174 06 20',
    boss: 1,
    roles: ['accountable']
  })
} as const;

export type ExampleName = keyof typeof people;

/** The site's administrator, who installs and nothing else. */
export const administrator: ExamplePerson = asPerson({
  number: 17,
  name: 'Admin Lokalén',
  alias: 'admin.lokalen',
  title: 'Administratör',
  department: 'IT-enheten',
  phone: '070-174 06 21',
  boss: 5
});

function asPerson({ number, name, alias, title, department, phone, boss, roles = [] }: Described): ExamplePerson {
  const address = `${alias}@haparanda.example`;
  return {
    id: idOf(number),
    displayName: name,
    userPrincipalName: address,
    mail: address,
    jobTitle: title,
    department,
    mobilePhone: phone,
    accountEnabled: true,
    roles,
    ...(boss === undefined ? {} : { managerId: idOf(boss) })
  };
}

function idOf(number: number): string {
  return `0a5e1c0d-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
