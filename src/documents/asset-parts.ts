// What the register says of an asset, in a document: all that is filled in, as its page has it.
import type { Asset } from '../domain/asset';
import { aspects } from '../domain/classification';
import { formatDay } from '../i18n/moment';
import { informationSecrecyGrounds } from '../reference/secrecy-grounds';
import { moment, swedish } from './case';
import { facts, heading, table, type Block, type Fact } from './paper';

type Named = readonly [name: string, value: string | undefined];

export function assetFacts(asset: Asset): readonly Block[] {
  const groups: readonly (readonly [title: string | undefined, named: readonly Named[]])[] = [
    [undefined, base(asset)],
    [swedish('tab.asset.part.law'), law(asset)],
    [swedish('tab.asset.part.supplier'), supplierOf(asset)],
    [swedish('tab.asset.part.archive'), archive(asset)],
    [swedish('tab.import.origin'), imported(asset)],
    [swedish('tab.asset.end.facts'), end(asset)]
  ];
  return [...groups.flatMap(([title, named]) => group(title, named)), ...sets(asset)];
}

/** What nobody has said is left out, and a group of which nothing is said. */
function group(title: string | undefined, named: readonly Named[]): readonly Block[] {
  const said = named.filter(([, value]) => value !== undefined && value !== '');
  if (said.length === 0) return [];
  return [...(title === undefined ? [] : [heading(title, 2)]), facts(...said)];
}

function base(asset: Asset): readonly Named[] {
  const { tolerableOutageHours: hours } = asset;
  return [
    ['Läge', swedish(`asset.state.${asset.state}`)],
    [swedish('tab.asset.description'), asset.description],
    [swedish('tab.asset.carriers'), asset.carriers.map((carrier) => swedish(`carrier.${carrier}`)).join(', ')],
    [swedish('tab.asset.unit'), asset.unitName],
    [swedish('tab.asset.coOwners'), asset.coOwners?.map(({ name }) => name).join(', ')],
    [swedish('tab.asset.hours.name'), hours === undefined ? undefined : swedish('tab.asset.hours.value', { hours })],
    [swedish('tab.asset.continuity.plan'), asset.continuityPlan],
    [swedish('tab.asset.place'), asset.place]
  ];
}

function law({ personalData, controller, secrecy }: Asset): readonly Named[] {
  const grounds = secrecy?.map((paragraph) => {
    const words = informationSecrecyGrounds.find((ground) => ground.paragraph === paragraph)?.words.sv;
    return words === undefined ? `OSL ${paragraph}` : swedish('tab.asset.secrecy.value', { paragraph, words });
  });
  return [
    [swedish('tab.asset.personalData'), personalData?.map((kind) => swedish(`personal-data.${kind}`)).join(', ')],
    [swedish('tab.asset.controller'), controller?.name],
    [swedish('tab.asset.secrecy'), grounds?.join('\n')]
  ];
}

function supplierOf({ supplier }: Asset): readonly Named[] {
  if (supplier === undefined) return [];
  const { processorAgreement: agreement } = supplier;
  return [
    [swedish('tab.asset.supplier.name'), supplier.name],
    [swedish('tab.asset.supplier.contract'), supplier.contract],
    [swedish('tab.asset.supplier.ends'), day(supplier.contractEnds)],
    [swedish('tab.asset.supplier.contact'), supplier.incidentContact],
    [swedish('tab.asset.supplier.agreement'), agreement && swedish(`processor-agreement.${agreement}`)],
    [swedish('tab.asset.supplier.follow-up'), day(supplier.followUp)]
  ];
}

function archive({ recordType, processCode, retention }: Asset): readonly Named[] {
  const kept =
    retention?.rule === 'dispose'
      ? swedish('tab.asset.retention.dispose-after', { years: retention.years })
      : retention && swedish('tab.asset.retention.preserve');
  return [
    [swedish('tab.asset.recordType'), recordType],
    [swedish('tab.asset.process'), processCode],
    [swedish('tab.asset.retention'), kept]
  ];
}

/** Never a decided class: it says so. */
function imported({ importedClass }: Asset): readonly Named[] {
  if (importedClass === undefined) return [];
  const levels = aspects.flatMap((aspect) => {
    const level = importedClass.levels[aspect];
    return level === undefined ? [] : [`${swedish(`aspect.${aspect}.short`)}: ${swedish(`level.${level}`)}`];
  });
  return [[swedish('tab.asset.imported-class', { source: importedClass.source }), levels.join('\n')]];
}

function end({ decommission, cancelled }: Asset): readonly Named[] {
  return [
    [swedish('tab.asset.decommission.because'), decommission?.reason],
    [swedish('tab.asset.decommission.begun'), decommission && moment(decommission.startedAt)],
    [swedish('tab.asset.decommission.information'), decommission?.information && swedish(`information-fate.${decommission.information}`)],
    [swedish('tab.asset.decommission.statement'), decommission?.statement],
    [swedish('tab.asset.decommission.done'), decommission?.finishedAt && moment(decommission.finishedAt)],
    [swedish('tab.asset.cancelled.because'), cancelled?.reason]
  ];
}

function sets({ sets: own = [] }: Asset): readonly Block[] {
  const rows = own.map(({ name, types, carriers }) => [
    ...[name, types.join('\n'), carriers?.map((one) => swedish(`carrier.${one}`)).join(', ') ?? '']
  ]);
  const title = swedish('tab.asset.sets');
  return rows.length === 0 ? [] : [heading(title, 2), ...table(['Namn', 'Informationstyper', 'Var den finns'], rows)];
}

function day(of: string | undefined): Fact['value'] {
  return of && formatDay('sv', of);
}
