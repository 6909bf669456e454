// The example municipality's line organisation: four nämnder, four förvaltningar and some of their units, each with its head.
import type { UnitKind } from '../../domain/person';
import type { ExampleName } from './people';

export interface ExampleUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent?: string;
  readonly head?: ExampleName;
}

export const organisation: readonly ExampleUnit[] = [
  { code: 'KS', name: 'Kommunstyrelsen', kind: 'committee' },
  { code: 'SN', name: 'Socialnämnden', kind: 'committee' },
  { code: 'BUN', name: 'Barn- och ungdomsnämnden', kind: 'committee' },
  { code: 'SBN', name: 'Samhällsbyggnadsnämnden', kind: 'committee' },
  { code: 'KLF', name: 'Kommunledningsförvaltningen', kind: 'department', parent: 'KS', head: 'director' },
  { code: 'SOC', name: 'Socialförvaltningen', kind: 'department', parent: 'SN', head: 'socialHead' },
  { code: 'BUF', name: 'Barn- och ungdomsförvaltningen', kind: 'department', parent: 'BUN', head: 'schoolHead' },
  { code: 'SBF', name: 'Samhällsbyggnadsförvaltningen', kind: 'department', parent: 'SBN', head: 'technicalHead' },
  { code: 'KLF-IT', name: 'IT-enheten', kind: 'unit', parent: 'KLF', head: 'itHead' },
  { code: 'KLF-KAN', name: 'Kansliet', kind: 'unit', parent: 'KLF', head: 'registrar' },
  { code: 'SOC-HEM', name: 'Hemtjänsten', kind: 'unit', parent: 'SOC', head: 'manager' },
  { code: 'BUF-GR', name: 'Grundskolan', kind: 'unit', parent: 'BUF', head: 'principal' },
  { code: 'SBF-VA', name: 'VA-enheten', kind: 'unit', parent: 'SBF', head: 'waterHead' }
];
