// How long settled incidents are kept, until the municipality's own dokumenthanteringsplan says otherwise: what no plan lets go is kept (arkivlagen 1990:782 10 §).
import type { RetentionRule } from '../domain/retention';

/** Our own proposal. The nämnd decides in its dokumenthanteringsplan; to change a time, give the old rule a `validTo` and add the new one. */
export const retentionRules: readonly RetentionRule[] = [
  {
    id: 'incident-minor',
    severities: ['low', 'medium'],
    years: 5,
    source: 'Förslag. Gallring kräver stöd i nämndens dokumenthanteringsplan (arkivlagen 1990:782 10 §)',
    validFrom: '2026-01-01',
    checked: 'check'
  },
  {
    id: 'incident-major',
    severities: ['high', 'critical'],
    source: 'Arkivlagen (1990:782) 10 §: det som ingen plan tillåter att gallra bevaras',
    validFrom: '2026-01-01',
    checked: 'check'
  }
];
