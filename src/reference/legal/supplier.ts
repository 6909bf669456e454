// Suppliers and contracts: what the contract says of incidents, towards the supplier or from it (domain.md 5.2 "avtal/försäkring").
import type { RegimeRules, Sourced } from '../../domain/legal-rules';

const contract: Sourced = { source: 'Avtalet', validFrom: '2018-05-25', checked: 'check' };
const processor: Sourced = {
  source: 'Dataskyddsförordningen (EU) 2016/679, art. 28.3 och 33.2',
  validFrom: '2018-05-25',
  checked: 'primary'
};

export const supplier: RegimeRules = {
  regime: 'supplier',
  version: 'supplier-2026-1',
  receivers: [{ name: 'Leverantören', portal: 'Den kontaktväg som avtalet anger', ...contract }],
  stages: [
    {
      id: 'notification',
      limit: { kind: 'agreed', from: 'knowledge' },
      sheet: [
        { id: 'controller', sv: 'Avtalspart' },
        { id: 'counterpart', sv: 'Leverantör' },
        { id: 'contract', sv: 'Avtal' },
        { id: 'contact', sv: 'Kontaktperson' },
        { id: 'own-reference', sv: 'Egen referens' },
        { id: 'known-at', sv: 'När det upptäcktes' },
        { id: 'where', sv: 'Tjänst eller system' },
        { id: 'description', sv: 'Vad som har hänt' },
        { id: 'demands', sv: 'Vad kommunen begär av leverantören, och till när' }
      ],
      ...contract
    },
    {
      id: 'supplement',
      limit: { kind: 'on-request' },
      sheet: [
        { id: 'counterpart', sv: 'Leverantör' },
        { id: 'external-reference', sv: 'Leverantörens ärendenummer' },
        { id: 'own-reference', sv: 'Egen referens' },
        { id: 'update', sv: 'Nya uppgifter eller krav' }
      ],
      ...contract
    }
  ],
  questions: [
    {
      id: 'supplier-part',
      kind: 'yes-no',
      words: {
        sv: 'Har händelsen sitt ursprung hos leverantören, eller berörs en tjänst som den levererar?',
        en: 'Does it come from the supplier, or touch a service that the supplier provides?',
        fi: 'Onko tapahtuma peräisin toimittajalta tai koskeeko se toimittajan palvelua?'
      }
    },
    {
      id: 'contract-demands',
      kind: 'yes-no',
      words: {
        sv: 'Kräver avtalet att kommunen meddelar sådant?',
        en: 'Does the contract require the municipality to give notice of such things?',
        fi: 'Edellyttääkö sopimus, että kunta ilmoittaa tällaisesta?'
      }
    },
    {
      id: 'processor',
      kind: 'yes-no',
      words: {
        sv: 'Är leverantören personuppgiftsbiträde för uppgifter som berörs?',
        en: 'Is the supplier the processor of personal data that are affected?',
        fi: 'Onko toimittaja asiaan liittyvien henkilötietojen käsittelijä?'
      }
    }
  ],
  exemptions: [],
  duties: [
    {
      id: 'supplier-contract',
      words: {
        sv: 'Avtalet kräver att händelsen meddelas.',
        en: 'The contract requires notice.',
        fi: 'Sopimus edellyttää ilmoitusta.'
      },
      when: [{ question: 'contract-demands', is: 'yes' }],
      ...contract
    },
    {
      id: 'supplier-processor',
      words: {
        sv: 'Personuppgiftsbiträdet ska bistå, och behöver veta vad som har hänt.',
        en: 'The processor is to assist, and needs to know what has happened.',
        fi: 'Henkilötietojen käsittelijän on avustettava, ja sen on tiedettävä, mitä on tapahtunut.'
      },
      when: [
        { question: 'supplier-part', is: 'yes' },
        { question: 'processor', is: 'yes' }
      ],
      ...processor
    }
  ],
  otherwise: {
    id: 'supplier-none',
    words: {
      sv: 'Inget som har svarats kräver att leverantören underrättas.',
      en: 'Nothing that was answered requires notice to the supplier.',
      fi: 'Mikään vastauksista ei edellytä ilmoitusta toimittajalle.'
    },
    when: [],
    ...contract
  },
  informing: []
};
