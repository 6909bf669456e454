// The requirement annex of a procurement: what a supplier shall meet, as the asset's class demands, with room for its answers (H33). Nothing of how protection stands today.
import type { Asset } from '../domain/asset';
import { aspects, type Profile } from '../domain/classification';
import type { Person } from '../domain/person';
import { requirementAspects, requirementsOf, voiceOf, type Requirement, type RequirementCatalogue } from '../domain/requirements';
import { levelMeanings } from '../reference/levels-in-words';
import { moment, swedish } from './case';
import { facts, heading, paragraph, table, type Block, type Paper } from './paper';

/** `asset` has a decided class. `at` is UTC, ISO 8601. */
export interface Procurement {
  readonly asset: Asset & { readonly profile: Profile };
  readonly catalogue: RequirementCatalogue;
  readonly by: Person;
  readonly at: string;
}

export function requirementAnnex({ asset, catalogue, by, at }: Procurement): Paper {
  const required = requirementsOf(catalogue, asset, 'supplier');
  return {
    number: asset.reference,
    title: `Kravbilaga: informationssäkerhet för ${asset.name}`,
    blocks: [
      facts(
        ['Gäller', `${asset.name} (${asset.reference})`],
        ['Enhet', asset.unitName],
        ['Kravkatalog', `${catalogue.version}, gäller från ${catalogue.validFrom}`],
        ['Källor', catalogue.source],
        ['Framtagen', moment(at)],
        ['Av', by.name]
      ),
      heading('Informationens klass'),
      paragraph('Kommunen har klassat informationen. Klassen avgör vilka krav som ställs.'),
      ...table(['Aspekt', 'Nivå', 'Vad det betyder'], classRows(asset.profile)),
      heading('Krav på leverantören'),
      paragraph(
        'Svara på varje krav med uppfyllt, delvis eller nej, och skriv hur det visas. Ett krav som inte är uppfyllt ska ha en plan med datum. Kraven gäller under hela avtalstiden och följs upp.'
      ),
      ...requirementAspects.flatMap((aspect) => partOf(aspect, required)),
      heading('Underskrift'),
      facts(
        ['Leverantör', ''],
        ['Organisationsnummer', ''],
        ['Kontakt för incidenter, dygnet runt', ''],
        ['Namn och befattning', ''],
        ['Datum', '']
      )
    ]
  };
}

function classRows(profile: Profile): readonly (readonly string[])[] {
  return aspects.map((aspect) => [
    swedish(`aspect.${aspect}`),
    swedish(`level.${profile[aspect]}`),
    levelMeanings[aspect][profile[aspect]].sv
  ]);
}

function partOf(aspect: Requirement['aspect'], required: readonly Requirement[]): readonly Block[] {
  const own = required.filter((requirement) => requirement.aspect === aspect);
  if (own.length === 0) return [];
  const title = aspect === 'all' ? swedish('requirement.aspect.all') : swedish(`aspect.${aspect}`);
  return [
    heading(title, 2),
    ...table(
      ['Nr', 'Krav', 'Hänvisning', 'Leverantörens svar', 'Hur det visas'],
      own.map((requirement) => [requirement.code, voiceOf(requirement, 'supplier').sv, referencesOf(requirement), '', ''])
    )
  ];
}

/** Controls of the standard and points of the law, line by line. */
function referencesOf({ iso, law }: Requirement): string {
  const standard = `ISO/IEC 27002:2022: ${iso.join(', ')}`;
  return law.length === 0 ? standard : `${standard}\nCybersäkerhetslagen 2 kap. 3 §: ${law.join(', ')}`;
}
