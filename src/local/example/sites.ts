// Other sites in the example municipality's SharePoint, which nobody has registered: found when assets are imported, by those who may open them.
import type { ExampleName } from './people';

export interface ExampleSite {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Site administrators. */
  readonly owners: readonly ExampleName[];
}

export const exampleSites: readonly ExampleSite[] = [
  {
    path: '/sites/hemtjansten',
    title: 'Hemtjänstens samarbetsyta',
    description: 'Scheman, rutiner och mötesanteckningar',
    owners: ['manager', 'socialHead', 'securityOfficer']
  },
  {
    path: '/sites/elevdokument',
    title: 'Skolornas elevdokument',
    description: 'Mallar och dokument om elever, skola för skola',
    owners: ['principal', 'schoolHead', 'securityOfficer']
  },
  {
    path: '/sites/va-ritningar',
    title: 'VA-ritningar',
    description: 'Ritningar över ledningsnätet',
    owners: ['waterHead', 'technicalHead', 'securityOfficer']
  },
  { path: '/sites/upphandlingar', title: 'Pågående upphandlingar', description: '', owners: ['registrar', 'director'] }
];
