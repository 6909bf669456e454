// What has been answered to the requirements on one asset of the example: a supplier is late, and of what was lacking one measure is verified, one decided and one waits.
import { requirementCatalogue as catalogue } from '../../reference/requirement-catalogue';
import { answerRequirements, type AnswerRequirementsInput } from '../../workflows/answer-requirements';
import { checkMeasure } from '../../workflows/check-measure';
import { decideMeasure } from '../../workflows/decide-measure';
import { finishMeasure } from '../../workflows/finish-measure';
import { proposeMeasure } from '../../workflows/propose-measure';
import { sendRequirements } from '../../workflows/send-requirements';
import { people, type ExampleName } from './people';
import { expectDone, ownCommands, type Teller } from './teller';

const of = 'planering';
const supplier = 'Fjällsyn Omsorgssystem (påhittat)';

export async function toldRequirements(teller: Teller): Promise<void> {
  const registered = await teller.ago(0).log.byCommand(`${ownCommands}${of}/register`);
  if (registered === undefined) throw new Error(`The example has no asset ${of}.`);
  const asset = registered.aggregate;
  await answered(teller, asset);
  await asked(teller, asset);
  await acted(teller, asset);
}

const met = (...codes: readonly string[]) => codes.map((code) => ({ code, answer: 'met', proof: '' }) as const);

async function answered(teller: Teller, asset: string): Promise<void> {
  const given: readonly (readonly [ExampleName, AnswerRequirementsInput])[] = [
    [
      'it',
      {
        asset,
        actor: 'it',
        answers: [
          ...met('A-03', 'A-08', 'K-02', 'K-05', 'K-06', 'R-02', 'R-03', 'R-07', 'S-01', 'S-03', 'S-04', 'S-10', 'T-02', 'T-05'),
          { code: 'K-08', answer: 'met', proof: 'Servrarnas diskar och all trafik är krypterade.' },
          { code: 'K-07', answer: 'no', proof: 'Mobilerna loggar in med enbart pinkod.' },
          { code: 'S-08', answer: 'partly', proof: 'Bara när någon frågar.' }
        ]
      }
    ],
    [
      'custodian',
      {
        asset,
        actor: 'unit',
        answers: [
          ...met('A-01', 'A-02', 'A-03', 'A-04', 'A-05', 'A-07', 'K-02', 'K-10', 'R-01', 'R-03', 'T-01', 'T-03'),
          { code: 'K-04', answer: 'met', proof: 'Turpärmarna står i personalrummet, som är låst.' },
          { code: 'R-05', answer: 'partly', proof: 'Rättningar på helger görs av en person.' }
        ]
      }
    ]
  ];
  for (const [who, input] of given)
    expectDone(await answerRequirements(teller.ago(50), catalogue, teller.request(`${of}/svar/${input.actor}`, who, input)));
}

async function asked(teller: Teller, asset: string): Promise<void> {
  const sent = { asset, supplier, to: 'Kundansvarig', due: teller.at(10).slice(0, 10) };
  expectDone(await sendRequirements(teller.ago(40), catalogue, teller.request(`${of}/skickat`, 'custodian', sent)));
  const answers = [
    ...met('A-02', 'A-03', 'A-05', 'K-08', 'R-07', 'T-05'),
    { code: 'K-07', answer: 'partly', proof: 'Finns i nästa version.' }
  ] as const;
  const input = { asset, actor: 'supplier', supplier, saidBy: 'Säkerhetsansvarig', answers } as const;
  expectDone(await answerRequirements(teller.ago(14), catalogue, teller.request(`${of}/svar/leverantor`, 'custodian', input)));
}

async function acted(teller: Teller, asset: string): Promise<void> {
  const verified = await proposed('rattning', 45, {
    by: 'custodian',
    requirement: 'R-05',
    what: 'Låt två personer se varje rättning av ett beslut, också på helger',
    cost: 0,
    owner: 'manager',
    due: 20,
    check: 5
  });
  await decided('rattning', 42, verified);
  const finish = { reference: verified, text: 'Helgschemat har två samordnare, och båda signerar rättningen.' };
  expectDone(await finishMeasure(teller.ago(24), teller.request(`${of}/rattning/klar`, 'manager', finish)));
  const check = { reference: verified, hadEffect: true, text: 'Alla tio rättningar i månaden har två signaturer.' };
  expectDone(await checkMeasure(teller.ago(4), teller.request(`${of}/rattning/kontroll`, 'socialHead', check)));
  const open = await proposed('inloggning', 30, {
    by: 'it',
    requirement: 'K-07',
    what: 'Koppla mobilernas inloggning till kommunens, med flera faktorer',
    cost: 85_000,
    owner: 'it',
    due: -40,
    check: -75
  });
  await decided('inloggning', 26, open);
  await proposed('loggar', 3, {
    by: 'it',
    requirement: 'S-08',
    what: 'Gå igenom planeringens loggar varje vecka',
    cost: 40_000,
    owner: 'itHead',
    due: -60,
    check: -120
  });

  async function proposed(name: string, days: number, { by, owner, due, check, ...rest }: ExampleProposal): Promise<string> {
    const day = (ago: number): string => teller.at(ago).slice(0, 10);
    const input = { asset, ...rest, owner: people[owner].userPrincipalName, due: day(due), check: day(check) };
    return expectDone(await proposeMeasure(teller.ago(days), catalogue, teller.request(`${of}/${name}`, by, input))).reference;
  }

  async function decided(name: string, days: number, reference: string): Promise<void> {
    const input = { reference, text: '' };
    expectDone(await decideMeasure(teller.ago(days), teller.request(`${of}/${name}/beslut`, 'socialHead', input)));
  }
}

/** `due` and `check`: the days, so many days ago. */
interface ExampleProposal {
  readonly by: ExampleName;
  readonly requirement: string;
  readonly what: string;
  readonly cost: number;
  readonly owner: ExampleName;
  readonly due: number;
  readonly check: number;
}
