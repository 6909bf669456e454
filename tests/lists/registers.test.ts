// The registers in SharePoint lists: what is written reads back whole, in Swedish words, once, whoever else writes at the same time.
import '@pnp/sp/fields';
import '@pnp/sp/items';
import type { Measure } from '../../src/domain/measure';
import type { ChangeProposal } from '../../src/domain/change-proposal';
import type { Asset } from '../../src/domain/asset';
import { AssetDetails } from '../../src/domain/asset-details';
import { assetRegister, readAsset, readAssets } from '../../src/lists/assets';
import { classificationRegister, readClassification, readClassifications } from '../../src/lists/classifications';
import { delegationRegister, readAllDelegations, readDelegations } from '../../src/lists/delegations';
import { readRuleChanges, ruleRegister } from '../../src/lists/rule-changes';
import { readYearlyMarks, yearlyRegister } from '../../src/lists/yearly-marks';
import { changeProposalRegister, readChangeProposals } from '../../src/lists/change-proposals';
import { readRecordedTracks, readTrack, readTracks, trackRegister } from '../../src/lists/tracks';
import { noHandling } from '../../src/domain/handling';
import { rulesAggregate } from '../../src/domain/rule-changes';
import { incidentRegister, readIncident, readIncidents, readRecordedIncident } from '../../src/lists/incidents';
import {
  measureRegister,
  readMeasure,
  readMeasures,
  readMeasuresOfAsset,
  readMeasuresToDecide,
  readMeasuresToDo
} from '../../src/lists/measures';
import { logRegister } from '../../src/lists/log';
import { readsOf } from '../../src/lists/reads';
import type { SearchableListRegister } from '../../src/lists/register';
import { listOf } from '../../src/lists/rows';
import { assetList } from '../../src/schema/assets';
import { classificationList } from '../../src/schema/classifications';
import { incidentList } from '../../src/schema/incidents';
import { measureList } from '../../src/schema/measures';
import { inventoryRegister, readInventories } from '../../src/lists/inventories';
import { requirementAnswersRegister, readRequirementAnswers } from '../../src/lists/requirement-answers';
import { readUnitAnswers, unitAnswerRegister } from '../../src/lists/unit-answers';
import { requirementAnswersList } from '../../src/schema/requirement-answers';
import { unitAnswerChoices, unitAnswerList } from '../../src/schema/unit-answers';
import { trackList } from '../../src/schema/tracks';
import { yearlyList } from '../../src/schema/yearly-marks';
import type { Context } from '../../src/workflows/context';
import { registerAsset } from '../../src/workflows/register-asset';
import { reportDetails } from '../../src/domain/report-details';
import {
  asset,
  classification,
  delegated,
  everyDetail,
  handled,
  hash,
  incident,
  inventory,
  measure,
  requirementAnswers,
  track,
  unitAnswer
} from './examples';
import { admin, manager, officer, openSite, owner, technician, type Site } from './site';

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => site.stop());

async function rowsOf(list: typeof assetList): Promise<Record<string, unknown>[]> {
  return listOf(site.asService(), list).items<Record<string, unknown>[]>();
}

describe('what is written reads back whole', () => {
  test('an asset, with its class and the owners', async () => {
    const decided: Asset = asset({
      state: 'active',
      profile: classification().profile,
      classification: 'K-2026-0001',
      decidedHash: 'a'.repeat(64),
      decidedAt: '2026-11-23T15:00:00Z',
      decidedModel: 'Haparanda 1.1'
    });
    const assets = assetRegister(site.asService());
    await assets.write({ state: decided, sequence: 3, hash });
    expect(await assets.read('T-2026-0001')).toEqual({ state: decided, sequence: 3, hash });
    expect(await readAsset(site.as(owner), 'T-2026-0001')).toMatchObject({ broken: false, state: decided });
  });

  test('an asset with all there is to say of it, and in words what people look for', async () => {
    const whole: Asset = asset({
      state: 'decommissioned',
      informationCustodian: asset().custodian,
      coOwners: [owner],
      sets: [{ id: 'm2', name: 'Journaler', types: ['Läkemedelslista'], carriers: ['paper'] }],
      setsNumbered: 2,
      personalData: ['ordinary', 'sensitive'],
      controller: { unit: 'SN', name: 'Socialnämnden' },
      secrecy: ['25 kap. 1 §', '26 kap. 1 §'],
      supplier: { name: 'Fjällsyn', contract: 'SN 2024/118', contractEnds: '2027-12-31', processorAgreement: 'yes' },
      needs: ['T-2026-0002'],
      recordType: 'Akt',
      processCode: '3.4.1',
      retention: { rule: 'dispose', years: 5 },
      place: 'Skåpet',
      tolerableOutageHours: 0.5,
      continuityPlan: 'Pärmen i skåpet',
      sourceId: 'R-17',
      importedClass: { source: 'systemlistan.xlsx', levels: { confidentiality: 'moderate' } },
      decommission: { reason: 'Ersatt', startedAt: '2026-11-23T14:40:00Z', information: 'both', statement: 'Gjort' }
    });
    expect(Object.keys(AssetDetails.shape).filter((detail) => !(detail in whole))).toEqual([]);
    const assets = assetRegister(site.asService());
    await assets.write({ state: whole, sequence: 3, hash });
    expect(await assets.read('T-2026-0001')).toEqual({ state: whole, sequence: 3, hash });
    expect(await readAssets(site.asService())).toMatchObject([{ broken: false, state: whole }]);
    expect(await rowsOf(assetList)).toMatchObject([
      {
        Personuppgiftsansvarig: 'Socialnämnden',
        Sekretess: 'OSL 25 kap. 1 §, 26 kap. 1 §',
        Leverantor: 'Fjällsyn',
        Handlingstyp: 'Akt',
        Status: 'Avvecklad'
      }
    ]);
  });

  test('a draft without owners', async () => {
    const { informationOwner, objectOwner, custodian, ...draft } = asset({ state: 'draft', description: '' });
    const assets = assetRegister(site.asService());
    await assets.write({ state: draft, sequence: 1, hash });
    expect((await assets.read('T-2026-0001'))?.state).toEqual(draft);
  });

  test('a returned classification, with its answers and fingerprints', async () => {
    const returned = classification({ state: 'returned', returnReason: 'Fråga 3 saknar underlag.\nKomplettera.' });
    const classifications = classificationRegister(site.asService());
    await classifications.write({ state: returned, sequence: 2, hash });
    expect(await classifications.read('K-2026-0001')).toEqual({ state: returned, sequence: 2, hash });
  });

  test('an incident with all that is kept of its handling', async () => {
    const state = incident({ state: 'analysis', handling: handled() });
    const incidents = incidentRegister(site.asService());
    await incidents.write({ state, sequence: 9, hash });
    expect(await incidents.read('I-2026-0001')).toEqual({ state, sequence: 9, hash });
    const untouched = incident({ reference: 'I-2026-0002', handling: { ...noHandling, answerBy: '2026-11-25T14:39:00Z' } });
    await incidents.write({ state: untouched, sequence: 1, hash });
    expect(await incidents.read('I-2026-0002')).toEqual({ state: untouched, sequence: 1, hash });
  });

  test('an incident that both receivers have acknowledged', async () => {
    const received = incident({
      state: 'received',
      acknowledgedByIt: { by: technician, at: '2026-11-23T14:45:00Z' },
      acknowledgedByManager: { by: manager, at: '2026-11-23T14:50:00Z' }
    });
    const incidents = incidentRegister(site.asService());
    await incidents.write({ state: received, sequence: 3, hash });
    expect(await incidents.read('I-2026-0001')).toEqual({ state: received, sequence: 3, hash });
  });

  test('an incident of which the reporter has told all that can be told', async () => {
    const report = { ...incident().report, ...everyDetail };
    const incidents = incidentRegister(site.asService());
    await incidents.write({ state: incident({ report }), sequence: 1, hash });
    expect(await incidents.read('I-2026-0001')).toEqual({ state: incident({ report }), sequence: 1, hash });
    expect(Object.keys(everyDetail).sort()).toEqual(Object.keys(reportDetails).sort());
  });

  test('a delegation, and who ended it', async () => {
    const ended = delegated({ state: 'ended', endedBy: officer, endedAt: '2026-11-23T15:00:00Z' });
    const delegations = delegationRegister(site.asService());
    await delegations.write({ state: ended, sequence: 2, hash });
    expect(await delegations.read('D-2026-0001')).toEqual({ state: ended, sequence: 2, hash });
    expect(await readAllDelegations(site.as(owner))).toMatchObject([{ state: ended }]);
  });

  test('what was changed of the legal rules, a receiver and a threshold', async () => {
    const how = { source: 'SFS "2026":999', validFrom: '2027-01-01', isRead: true, by: technician, at: '2026-11-23T15:00:00Z' };
    const words = { sv: 'Mer än 2 timmar.', en: 'More than 2 hours.', fi: 'Yli 2 tuntia.' };
    const receiver = { kind: 'receiver', regime: 'gdpr', name: 'IMY', portal: 'https://imy.example', ...how } as const;
    const threshold = { kind: 'threshold', regime: 'cybersecurity', rule: 'csl-limited', number: 2, words, ...how } as const;
    const state = { reference: rulesAggregate, changes: [receiver, threshold] } as const;
    const rules = ruleRegister(site.asService());
    await rules.write({ state, sequence: 2, hash });
    expect(await rules.read(rulesAggregate)).toEqual({ state, sequence: 2, hash });
    expect(await readRuleChanges(site.as(owner))).toMatchObject({ broken: false, state });
  });

  test('what is done of a year, for code and for people', async () => {
    const mark = { task: 'exercise', month: 11, by: owner, at: '2026-11-23T14:40:00Z', note: 'Skadlig kod' };
    const state = { reference: 'Y-2026', marks: [mark, { ...mark, task: 'keys', month: 6, note: '' }] };
    const years = yearlyRegister(site.asService());
    await years.write({ state, sequence: 2, hash });
    expect(await years.read('Y-2026')).toEqual({ state, sequence: 2, hash });
    expect(await readYearlyMarks(site.as(owner), 2026)).toMatchObject({ broken: false, state });
    expect(await readYearlyMarks(site.as(owner), 2027)).toBeUndefined();
    expect(await rowsOf(yearlyList)).toMatchObject([
      {
        Title: '2026',
        Antal: 2,
        Klart: `exercise, månad 11: ${owner.name}, 2026-11-23. Skadlig kod\nkeys, månad 6: ${owner.name}, 2026-11-23`
      }
    ]);
  });

  test('a proposal to change the model, answered or not', async () => {
    const proposed: ChangeProposal = {
      reference: 'F-2026-0001',
      subject: 'model',
      version: 'Haparanda 1.1',
      what: 'En fråga\nom papper',
      why: '<b>Pärmar</b> & "akter"',
      proposer: owner,
      proposedAt: '2026-11-23T14:40:00Z',
      state: 'proposed'
    };
    const answered = { by: officer, at: '2026-11-24T08:00:00Z', reason: 'Tas med' };
    const whole: ChangeProposal = { ...proposed, reference: 'F-2026-0002', asset: 'T-2026-0001', state: 'accepted', answered };
    const proposals = changeProposalRegister(site.asService());
    for (const state of [proposed, whole]) {
      await proposals.write({ state, sequence: 1, hash });
      expect(await proposals.read(state.reference)).toEqual({ state, sequence: 1, hash });
    }
    expect(await readChangeProposals(site.as(owner))).toMatchObject([{ state: proposed }, { state: whole }]);
  });

  test('a legal track, with all that was answered, decided, said and sent in', async () => {
    const tracks = trackRegister(site.asService());
    await tracks.write({ state: track(), sequence: 9, hash });
    expect(await tracks.read('R-2026-0001')).toEqual({ state: track(), sequence: 9, hash });
    expect(await readTrack(site.as(officer), 'R-2026-0001')).toMatchObject({ broken: false, state: track() });
    expect(await tracks.numbersOf('I-2026-0001')).toEqual(['R-2026-0001']);
    expect(await tracks.numbersOf('I-2026-0002')).toEqual([]);
  });

  test('a measure, but not who reads its incident', async () => {
    const measures = measureRegister(site.asService());
    const { access, ...shown } = measure();
    await measures.write({ state: { ...shown, access }, sequence: 4, hash });
    expect(await measures.read('M-2026-0001')).toEqual({ state: shown, sequence: 4, hash });
    expect(await readMeasure(site.as(technician), 'M-2026-0001')).toMatchObject({ broken: false, state: shown });
    const cells = (await listOf(site.as(technician), measureList).items()) as unknown;
    expect(JSON.stringify(cells)).not.toContain(manager.id);
    expect(await measures.numbersOf('I-2026-0001')).toEqual(['M-2026-0001']);
    expect(await measures.numbersOf('I-2026-0002')).toEqual([]);
  });

  test('a measure from what an asset lacks, declined for a time, which waits for its decider once that is over', async () => {
    const { incident: _incident, follows: _follows, done: _done, access, ...rest } = measure();
    const until = '2027-06-30T21:59:00Z';
    const lacking: Measure = {
      ...rest,
      asset: 'T-2026-0001',
      assetName: asset().name,
      requirement: 'K-07',
      cost: 120_000,
      decider: manager,
      state: 'declined',
      decisions: [{ by: manager, at: '2026-11-30T09:00:00Z', text: 'Byts ut i vår', approved: false, risk: 'Ett lösenord räcker', until }],
      next: { errand: 'reconsider', start: '2026-11-30T09:00:00Z', due: until }
    };
    const measures = measureRegister(site.asService());
    await measures.write({ state: { ...lacking, access }, sequence: 2, hash });
    expect((await measures.read('M-2026-0001'))?.state).toEqual(lacking);
    expect(await readMeasuresOfAsset(site.as(officer), 'T-2026-0001')).toMatchObject([{ state: lacking }]);
    expect(await readMeasuresToDecide(site.as(officer), manager.id, '2027-06-01T00:00:00Z')).toEqual([]);
    expect(await readMeasuresToDecide(site.as(officer), manager.id, '2027-07-01T00:00:00Z')).toMatchObject([{ state: lacking }]);
  });

  test('answers to requirements, with who said what and when they were asked for', async () => {
    const answers = requirementAnswersRegister(site.asService());
    await answers.write({ state: requirementAnswers(), sequence: 4, hash });
    expect(await answers.read('Q-2026-0001')).toEqual({ state: requirementAnswers(), sequence: 4, hash });
    expect(await readRequirementAnswers(site.as(owner))).toMatchObject([{ broken: false, state: requirementAnswers() }]);
    expect(await answers.numbersOf('T-2026-0001')).toEqual(['Q-2026-0001']);
    expect(await answers.numbersOf('T-2026-0002')).toEqual([]);
  });

  test('answers of the own unit, which nothing has been sent to', async () => {
    const { supplier: _supplier, ...own } = requirementAnswers({ actor: 'unit', sent: [] });
    const answers = requirementAnswersRegister(site.asService());
    await answers.write({ state: own, sequence: 1, hash });
    expect((await answers.read('Q-2026-0001'))?.state).toEqual(own);
  });

  test('answers whose last day somebody has edited in the list are broken', async () => {
    await requirementAnswersRegister(site.asService()).write({ state: requirementAnswers(), sequence: 1, hash });
    await listOf(site.as(admin), requirementAnswersList).items.getById(1).update({ SvarSenast: '2027-12-24T08:00:00Z' });
    expect(await readRequirementAnswers(site.as(owner))).toEqual([{ broken: true, id: 1 }]);
  });

  test('an inventory, found by its state', async () => {
    const inventories = inventoryRegister(site.asService());
    const { closedBy: _by, closedAt: _at, ...open } = inventory({ state: 'open' });
    await inventories.write({ state: open, sequence: 1, hash });
    expect(await inventories.read('N-2026-0001')).toEqual({ state: open, sequence: 1, hash });
    expect(await inventories.numbersOf('open')).toEqual(['N-2026-0001']);
    await inventories.write({ state: inventory(), sequence: 2, hash });
    expect(await inventories.read('N-2026-0001')).toEqual({ state: inventory(), sequence: 2, hash });
    expect(await inventories.numbersOf('open')).toEqual([]);
    expect(await readInventories(site.as(owner))).toMatchObject([{ broken: false, state: inventory() }]);
    await expect(inventories.numbersOf('pågår')).rejects.toThrow('no state');
  });

  test('what a unit answers, found by its inventory: asked, with something missing, complete', async () => {
    const answers = unitAnswerRegister(site.asService());
    const { said: _said, ...asked } = unitAnswer({ state: 'asked' });
    const complete = unitAnswer({
      state: 'complete',
      said: { by: officer, at: '2026-12-04T09:00:00Z', asOf: '2026-12-04', text: '', names: [] }
    });
    for (const [index, state] of [asked, unitAnswer(), complete].entries()) {
      await answers.write({ state, sequence: index + 1, hash });
      expect(await answers.read('E-2026-0001')).toEqual({ state, sequence: index + 1, hash });
    }
    expect(await answers.numbersOf('N-2026-0001')).toEqual(['E-2026-0001']);
    expect(await answers.numbersOf('N-2026-0002')).toEqual([]);
    expect(await readUnitAnswers(site.as(owner), 'N-2026-0001')).toMatchObject([{ broken: false, state: complete }]);
  });

  test('an answer that somebody has taken back in the list is broken', async () => {
    await unitAnswerRegister(site.asService()).write({ state: unitAnswer(), sequence: 1, hash });
    await listOf(site.as(admin), unitAnswerList)
      .items.getById(1)
      .update({ Status: unitAnswerChoices.wordOf('asked') });
    expect(await readUnitAnswers(site.as(owner), 'N-2026-0001')).toEqual([{ broken: true, id: 1 }]);
  });

  test('an exercise, its track and its measure, whose titles say so first; one whose mark somebody has taken off is broken', async () => {
    const sp = site.asService();
    const mark = { exercise: true } as const;
    await incidentRegister(sp).write({ state: incident(mark), sequence: 1, hash });
    await trackRegister(sp).write({ state: track(mark), sequence: 1, hash });
    await measureRegister(sp).write({ state: measure(mark), sequence: 1, hash });
    const { access: _access, ...shown } = measure(mark);
    expect(await readIncidents(site.as(officer))).toMatchObject([{ state: incident(mark) }]);
    expect(await readTracks(site.as(officer))).toMatchObject([{ state: track(mark) }]);
    expect(await readMeasures(site.as(officer))).toMatchObject([{ state: shown }]);
    for (const list of [incidentList, trackList, measureList]) {
      const [row] = await listOf(site.as(officer), list).items<{ Title: string }[]>();
      expect(row?.Title).toMatch(/^ÖVNING: [^Ö]/);
    }
    await listOf(site.as(admin), incidentList).items.getById(1).update({ Title: 'Posten' });
    expect(await readIncidents(site.as(officer))).toEqual([{ broken: true, id: 1 }]);
  });

  test('a measure is what its owner has to do until it is done', async () => {
    const measures = measureRegister(site.asService());
    const { done: _done, follows: _follows, ...rest } = measure();
    const next = { errand: 'finish', start: rest.addedAt, due: rest.due } as const;
    await measures.write({ state: { ...rest, reference: 'M-2026-0002', state: 'open', before: [], next }, sequence: 1, hash });
    await measures.write({ state: measure(), sequence: 1, hash });
    expect(await readMeasuresToDo(site.as(technician), technician.id)).toMatchObject([{ state: { reference: 'M-2026-0002' } }]);
    expect(await readMeasuresToDo(site.as(officer), officer.id)).toEqual([]);
  });

  test('a measure of which somebody has edited what is waited for in the list is broken', async () => {
    await measureRegister(site.asService()).write({ state: measure(), sequence: 1, hash });
    await listOf(site.as(admin), measureList).items.getById(1).update({ Senast: '2026-12-24T08:00:00Z' });
    expect(await readMeasures(site.as(officer))).toEqual([{ broken: true, id: 1 }]);
  });

  test('a legal track with a supplier, that has just been opened', async () => {
    const { assessment, ...opened } = track({
      regime: 'supplier',
      counterpart: 'Driftbolaget',
      agreedHours: 36,
      state: 'not-assessed',
      decisions: [],
      submissions: [],
      informing: [],
      answers: {},
      next: { stage: 'notification', due: '2026-11-23T20:00:00Z' }
    });
    const tracks = trackRegister(site.asService());
    await tracks.write({ state: opened, sequence: 1, hash });
    expect((await tracks.read('R-2026-0001'))?.state).toEqual(opened);
  });

  test('a legal track whose Kännedom somebody has edited in the list is broken, and so is one whose content is', async () => {
    const tracks = trackRegister(site.asService());
    await tracks.write({ state: track(), sequence: 1, hash });
    await tracks.write({ state: track({ reference: 'R-2026-0002' }), sequence: 1, hash });
    const { items } = listOf(site.as(admin), trackList);
    await items.getById(1).update({ Kannedom: '2026-11-25T08:00:00Z' });
    await items.getById(2).update({ Innehall: '{}' });
    expect(await readTracks(site.as(officer))).toEqual([
      { broken: true, id: 1 },
      { broken: true, id: 2 }
    ]);
  });

  test('a number nobody has used is nothing, not an error', async () => {
    expect(await assetRegister(site.asService()).read('T-2026-0404')).toBeUndefined();
  });

  test('a person who has left the directory keeps their name in the row', async () => {
    const gone = { id: '99999999-0000-4000-8000-000000000000', name: 'Gun Slutat', upn: 'gun.slutat@haparanda.example' };
    const assets = assetRegister(site.asService());
    await assets.write({ state: asset({ custodian: gone }), sequence: 1, hash });
    expect((await assets.read('T-2026-0001'))?.state.custodian).toEqual(gone);
  });
});

test('people who open the list see Swedish words and names', async () => {
  await assetRegister(site.asService()).write({ state: asset({ profile: classification().profile }), sequence: 1, hash });
  const [row] = await listOf(site.as(owner), assetList).items.select('*', 'Objektagare/Title').expand('Objektagare')<unknown[]>();
  expect(row).toMatchObject({
    Title: 'Hemtjänstens planering & "turer" <nya>',
    Status: 'Inlämnad',
    KlassSekretess: 'Allvarlig',
    KlassSparbarhet: 'Försumbar',
    Barare: ['IT-system', 'Papper eller akt'],
    Objektagare: { Title: manager.name },
    AndradEfterBeslut: false
  });
});

test('a content changed after the decision shows in the list', async () => {
  await assetRegister(site.asService()).write({ state: asset({ decidedHash: 'b'.repeat(64) }), sequence: 1, hash });
  expect((await rowsOf(assetList))[0]).toMatchObject({ AndradEfterBeslut: true });
});

describe('writing again', () => {
  test('the same page twice is one row, and the second time changes nothing', async () => {
    const assets = assetRegister(site.asService());
    await assets.write({ state: asset(), sequence: 1, hash });
    const [before] = await rowsOf(assetList);
    await assets.write({ state: asset({ name: 'Något annat' }), sequence: 1, hash });
    const after = await rowsOf(assetList);
    expect(after).toEqual([before]);
  });

  test.each([null, 12.5])('a row whose entry somebody has edited to %s is brought up to date', async (edited) => {
    const assets = assetRegister(site.asService());
    await assets.write({ state: asset(), sequence: 3, hash });
    await listOf(site.as(admin), assetList).items.getById(1).update({ Sekvens: edited });
    await expect(assets.read('T-2026-0001')).rejects.toMatchObject({ reason: 'unexpected' });
    await assets.write({ state: asset(), sequence: 3, hash });
    expect(await assets.read('T-2026-0001')).toEqual({ state: asset(), sequence: 3, hash });
  });

  test('an older page does not overwrite a newer one', async () => {
    const assets = assetRegister(site.asService());
    await assets.write({ state: asset({ name: 'Ny' }), sequence: 2, hash });
    await assets.write({ state: asset({ name: 'Gammal' }), sequence: 1, hash });
    expect(await assets.read('T-2026-0001')).toMatchObject({ sequence: 2, state: { name: 'Ny' } });
  });

  test('many who write at once end with one row that shows the latest page', async () => {
    const [one, two] = [assetRegister(site.asService()), assetRegister(site.asService())];
    const pages = [1, 2, 3, 4, 5].map((sequence) => ({ state: asset({ name: `Sida ${sequence}` }), sequence, hash: `${sequence}` }));
    await Promise.all(pages.map((page, index) => (index % 2 === 0 ? one : two).write(page)));
    expect(await rowsOf(assetList)).toHaveLength(1);
    expect(await one.read('T-2026-0001')).toMatchObject({ sequence: 5, state: { name: 'Sida 5' } });
  });
});

test('what a crash left between log and item is mended when the command comes again', async () => {
  const sp = site.asService();
  const assets = assetRegister(sp);
  const crashing: SearchableListRegister<Asset> = { ...assets, write: () => Promise.reject(new Error('the process was stopped')) };
  const request = {
    command: 'b7f0f9a8-0000-4000-8000-000000000001',
    actor: { person: owner, roles: ['accountable'] as const },
    input: { asset: { name: 'Arkivet', description: '', carriers: ['paper' as const], unit: 'SOC' } }
  };
  await expect(registerAsset(contextWith(crashing), request)).rejects.toThrow('the process was stopped');
  expect(await rowsOf(assetList)).toEqual([]);
  expect(await registerAsset(contextWith(assets), request)).toMatchObject({
    ok: true,
    value: { reference: 'T-2026-0001', name: 'Arkivet' }
  });
  expect(await rowsOf(assetList)).toHaveLength(1);
  expect(await logRegister(sp).latestNumber('T-2026-')).toBe('T-2026-0001');

  function contextWith(register: SearchableListRegister<Asset>): Context {
    return {
      log: logRegister(sp),
      assets: register,
      classifications: classificationRegister(sp),
      incidents: incidentRegister(sp),
      delegations: delegationRegister(sp),
      tracks: trackRegister(sp),
      measures: measureRegister(sp),
      requirementAnswers: requirementAnswersRegister(sp),
      inventories: inventoryRegister(sp),
      unitAnswers: unitAnswerRegister(sp),
      rules: ruleRegister(sp),
      yearly: yearlyRegister(sp),
      changeProposals: changeProposalRegister(sp),
      directory: {
        person: () => Promise.resolve(undefined),
        nearestManager: () => Promise.resolve(undefined),
        membersOf: () => Promise.resolve([]),
        unitOf: () => Promise.resolve(undefined),
        unit: (code) => Promise.resolve({ code, name: 'Socialförvaltningen', kind: 'department' }),
        units: () => Promise.resolve([]),
        roster: () => Promise.resolve([]),
        crisisPlan: () => Promise.resolve({ participants: [], unread: 0 })
      },
      now: () => '2026-11-23T14:40:00Z'
    };
  }
});

describe('a row that somebody has edited around the service', () => {
  test.each([
    ['a word that is none of ours', { Status: 'Klar' }],
    ['half a class', { KlassSekretess: null }],
    ['an owner nobody has named', { ObjektagareEntraId: '12345678-0000-4000-8000-000000000000' }],
    ['people that are not JSON', { Personer: 'Olga' }]
  ])('with %s is shown as broken beside the others', async (_what, cells) => {
    const assets = assetRegister(site.asService());
    await assets.write({ state: asset({ profile: classification().profile }), sequence: 1, hash });
    await assets.write({ state: asset({ reference: 'T-2026-0002' }), sequence: 1, hash });
    await listOf(site.as(admin), assetList).items.getById(1).update(cells);
    expect(await readAssets(site.as(owner))).toEqual([
      { broken: true, id: 1 },
      { broken: false, id: 2, state: asset({ reference: 'T-2026-0002' }) }
    ]);
    await expect(assets.read('T-2026-0001')).rejects.toMatchObject({ name: 'SharePointError', reason: 'unexpected' });
  });
});

describe('classifications can be asked for', () => {
  beforeEach(async () => {
    const classifications = classificationRegister(site.asService());
    await classifications.write({ state: classification(), sequence: 1, hash });
    await classifications.write({
      state: classification({ reference: 'K-2026-0002', state: 'decided', asset: 'T-2026-0002' }),
      sequence: 2,
      hash
    });
    await classifications.write({ state: classification({ reference: 'K-2026-0003', decider: technician }), sequence: 1, hash });
  });

  const numbers = (rows: Awaited<ReturnType<typeof readClassifications>>): string[] =>
    rows.map((row) => (row.broken ? 'broken' : row.state.reference));

  test('all, in the order they came', async () => {
    expect(numbers(await readClassifications(site.as(officer)))).toEqual(['K-2026-0001', 'K-2026-0002', 'K-2026-0003']);
  });

  test('those that wait for one person', async () => {
    expect(numbers(await readClassifications(site.as(officer), { waitingFor: technician.id }))).toEqual(['K-2026-0003']);
    expect(numbers(await readClassifications(site.as(officer), { waitingFor: manager.id }))).toEqual(['K-2026-0001']);
  });

  test('those of one asset, and one by number', async () => {
    expect(numbers(await readClassifications(site.as(officer), { asset: 'T-2026-0002' }))).toEqual(['K-2026-0002']);
    expect(await readClassification(site.as(officer), 'K-2026-0003')).toMatchObject({ state: { decider: technician } });
  });

  test('nobody of the staff can write the list', async () => {
    const { items } = listOf(site.as(officer), classificationList);
    await expect(items.add({ Title: 'x', Referens: 'K-2026-9999' })).rejects.toMatchObject({ reason: 'forbidden' });
    await expect(items.getById(1).update({ Status: 'Beslutad' })).rejects.toMatchObject({ reason: 'forbidden' });
    await expect(items.getById(1).delete()).rejects.toMatchObject({ reason: 'forbidden' });
  });
});

test('delegations are found by who made them and by whom they name, until they are ended', async () => {
  const delegations = delegationRegister(site.asService());
  await delegations.write({ state: delegated(), sequence: 1, hash });
  await delegations.write({ state: delegated({ reference: 'D-2026-0002', by: owner }), sequence: 1, hash });
  await delegations.write({ state: delegated({ reference: 'D-2026-0003', state: 'ended' }), sequence: 2, hash });
  expect(await delegations.numbersOf(manager.id)).toEqual(['D-2026-0001']);
  expect(await readDelegations(site.as(officer), { deputy: technician.id })).toHaveLength(2);
  expect(await readDelegations(site.as(officer))).toHaveLength(2);
});

test('assets are found by their objektägare', async () => {
  const assets = assetRegister(site.asService());
  await assets.write({ state: asset(), sequence: 1, hash });
  await assets.write({ state: asset({ reference: 'T-2026-0002', objectOwner: owner }), sequence: 1, hash });
  expect(await assets.numbersOf(owner.id)).toEqual(['T-2026-0002']);
});

describe('what waits for a person', () => {
  const at = (day: string) => () => Date.parse(`${day}T12:00:00Z`);
  const references = async (day: string): Promise<unknown> => {
    const read = await readsOf(site.as(technician), technician.id, at(day)).awaitingMe();
    return read.ok && read.value.map((row) => !row.broken && row.state.reference);
  };

  test('is also what waits for those who have let them decide, on their days', async () => {
    await classificationRegister(site.asService()).write({ state: classification(), sequence: 1, hash });
    await delegationRegister(site.asService()).write({ state: delegated(), sequence: 1, hash });
    expect(await references('2026-11-19')).toEqual([]);
    expect(await references('2026-11-20')).toEqual(['K-2026-0001']);
    expect(await references('2026-12-25')).toEqual([]);
  });
});

test('an incident by number is nothing to somebody who may not see it', async () => {
  await incidentRegister(site.asService()).write({ state: incident(), sequence: 1, hash });
  await incidentRegister(site.asService()).write({ state: incident({ reference: 'I-2026-0002', reporter: officer }), sequence: 1, hash });
  expect(await readIncident(site.as(incident().reporter), 'I-2026-0002')).toBeUndefined();
  expect(await readIncident(site.as(officer), 'I-2026-0002')).toMatchObject({ state: { reference: 'I-2026-0002' } });
});

test('an incident and its tracks are read with the entries that they show, and a row of an earlier version without any', async () => {
  await incidentRegister(site.asService()).write({ state: incident(), sequence: 7, hash });
  await trackRegister(site.asService()).write({ state: track(), sequence: 9, hash });
  const shown = await readRecordedIncident(site.as(officer), 'I-2026-0001');
  expect(shown).toMatchObject({ broken: false, state: { state: incident(), entry: { sequence: 7, hash } } });
  expect(await readRecordedTracks(site.as(officer), 'I-2026-0001')).toMatchObject([
    { state: { state: track(), entry: { sequence: 9, hash } } }
  ]);
  await listOf(site.as(admin), incidentList).items.getById(1).update({ Avtryck: '' });
  const earlier = await readRecordedIncident(site.as(officer), 'I-2026-0001');
  expect(earlier).toMatchObject({ broken: false, state: { state: incident() } });
  expect(earlier?.broken === false && 'entry' in earlier.state).toBe(false);
});
