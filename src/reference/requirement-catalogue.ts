// The catalogue of requirements "Haparanda 1.0": what each level demands, of whom and for which carriers (domain.md 5.1, "Protective measures per level").
import type { RequirementCatalogue } from '../domain/requirements';
import { requirementsForAll } from './requirements/all-aspects';
import { requirementsForAvailability } from './requirements/availability';
import { requirementsForConfidentiality } from './requirements/confidentiality';
import { requirementsForIntegrity } from './requirements/integrity';
import { requirementsForTraceability } from './requirements/traceability';

/** Our own proposal, for the municipality to decide. Support for its judgement: that all is met does not mean that a law is followed. */
export const requirementCatalogue: RequirementCatalogue = {
  version: 'Haparanda 1.0',
  source: 'Förslag. Hänvisningar till SS-EN ISO/IEC 27002:2022 och 2 kap. 3 § cybersäkerhetslagen (2025:1506)',
  validFrom: '2026-01-15',
  requirements: [
    ...requirementsForAll,
    ...requirementsForConfidentiality,
    ...requirementsForIntegrity,
    ...requirementsForAvailability,
    ...requirementsForTraceability
  ]
};
