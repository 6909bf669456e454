// What can be wrong with a setting, in words for whoever runs the service: Swedish first, English beside it.
const words = {
  missing: ['saknas', 'is missing'],
  'not-a-guid': [
    'ska vara ett id av formen 00000000-0000-0000-0000-000000000000',
    'must be an id such as 00000000-0000-0000-0000-000000000000'
  ],
  'not-a-safe-url': [
    'ska vara en webbadress med https (http bara på den egna datorn), utan frågedel',
    'must be a web address with https (http on this machine only), without a query'
  ],
  'not-an-address': ['ska vara en IP-adress att lyssna på', 'must be an IP address to listen on'],
  'not-a-port': ['ska vara ett portnummer från 0 till 65535', 'must be a port number from 0 to 65535'],
  'not-a-private-key': ['ska vara certifikatets privata RSA-nyckel i PEM-form', "must be the certificate's private RSA key as PEM"],
  'not-a-thumbprint': [
    'ska vara certifikatets fingeravtryck: 40 (SHA-1) eller 64 (SHA-256) hexadecimala tecken',
    "must be the certificate's thumbprint: 40 (SHA-1) or 64 (SHA-256) hexadecimal digits"
  ],
  'not-hosts': ['ska vara värdnamn med komma emellan', 'must be host names with commas between them'],
  'not-yes': ['ska vara yes eller inte anges alls', 'must be yes or be left out'],
  'not-a-table-address': [
    'ska vara lagringskontots adress för tabeller, https://<konto>.table.core.windows.net',
    "must be the storage account's address for tables, https://<account>.table.core.windows.net"
  ],
  'not-azurite': [
    'ska vara en anslutning till Azurite på den egna datorn, med TableEndpoint och QueueEndpoint; för Azure anges VARNA_STATE_ACCOUNT',
    'must be a connection to Azurite on this machine, with TableEndpoint and QueueEndpoint; for Azure, set VARNA_STATE_ACCOUNT'
  ],
  'not-beside-another-state': [
    'ange ett av VARNA_STATE, VARNA_STATE_ACCOUNT och VARNA_STATE_CONNECTION, inte flera',
    'set one of VARNA_STATE, VARNA_STATE_ACCOUNT and VARNA_STATE_CONNECTION, not several'
  ],
  'not-beside-a-bot': [
    'får inte anges när VARNA_BOT_ID finns: den lokala chatten tar emot utan legitimation',
    'must not be set when VARNA_BOT_ID is: the local chat takes messages without proof of sender'
  ],
  'not-local': [
    'måste vara på den egna datorn när VARNA_LOCAL_CHAT är yes: den lokala chatten tar emot utan legitimation',
    'must be on this machine when VARNA_LOCAL_CHAT is yes: the local chat takes messages without proof of sender'
  ],
  'read-by-the-bot-library': [
    'får inte anges: Teams bibliotek läser det själv och ställer om boten förbi Värnas inställningar',
    "must not be set: the Teams library reads it and changes the bot behind Värna's settings"
  ],
  'believes-any-certificate': [
    'får inte anges: då skulle vem som helst kunna utge sig för att vara SharePoint eller Entra',
    'must not be set: anybody could then pass for SharePoint or Entra'
  ],
  unreadable: ['går inte att läsa', 'cannot be read']
} as const satisfies Readonly<Record<string, readonly [swedish: string, english: string]>>;

export type SettingFaultCode = keyof typeof words;

/** One setting of the environment and what is wrong with it. The value is not repeated: it may be a key. */
export interface SettingFault {
  readonly name: string;
  readonly fault: SettingFaultCode;
}

export function faultCodeOf(text: string): SettingFaultCode {
  return Object.hasOwn(words, text) ? (text as SettingFaultCode) : 'unreadable';
}

/** One line for each fault, in both languages, below a line that says why nothing was started. */
export function faultsInWords(faults: readonly SettingFault[]): string {
  const lines = faults.map(({ name, fault }) => `  ${name}: ${words[fault].join(' / ')}`);
  return ['Värna startar inte, inställningarna behöver rättas / Värna does not start, its settings need correcting:', ...lines, ''].join(
    '\n'
  );
}
