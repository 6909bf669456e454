// Swedish texts: the krisstab on the page of an incident. The source of keys.
export const crisis = {
  'tab.what.crisis-plan': 'krisplanen',
  'tab.crisis': 'Krisstab',
  'tab.crisis.suggested': 'Incidenten är kritisk. Ska krisstaben kallas? Du eller någon annan som får kalla avgör.',
  'tab.crisis.call': 'Kalla krisstab',
  'tab.crisis.call.again': 'Kalla krisstab igen',
  'tab.crisis.call.help':
    'Alla i krisplanen får veta i Teams att de är kallade till det här ärendet, och länken till mötet. Inget om vad som har hänt. Ring dem också: Teams kan vara det som inte fungerar.',
  'tab.crisis.reason': 'Varför krisstaben kallas',
  'tab.crisis.reason.help': 'Alla som får läsa ärendet ser det.',
  'tab.crisis.agenda': 'Dagordning',
  'tab.crisis.link': 'Länk till mötet',
  'tab.crisis.link.help': 'Skapa mötet i Teams och klistra in länken. Den ska börja med https://. Kan lämnas tom.',
  'tab.crisis.link.wrong': 'Länken går inte att använda. Den ska börja med https:// och klistras in hel.',
  'tab.crisis.link.open': 'Öppna mötet',
  'tab.crisis.list': 'Ringlista',
  'tab.crisis.list.open': 'Visa ringlistan',
  'tab.crisis.list.none':
    'Ingen står i krisplanen, så ingen kan kallas. Säkerhetsskydd eller Informationssäkerhet fyller i listan Krisplan.',
  'tab.crisis.list.who': '{function}: {name}',
  'tab.crisis.list.phone': 'Telefon:',
  'tab.crisis.list.reserve': 'Reserv:',
  'tab.crisis.list.no-number': 'Inget nummer i krisplanen',
  'tab.crisis.list.closed':
    'Numren står i listan Krisplan, som du inte får läsa. Be IT, säkerhetsskyddschefen eller informationssäkerhetsansvarig att ringa.',
  'tab.crisis.unread':
    '{count, plural, one {En rad} other {# rader}} i krisplanen gick inte att läsa eller gällde någon som inte finns i katalogen. De har inte fått veta: öppna listan Krisplan och ring dem.',
  'tab.crisis.heading': 'Kallelse {number}',
  'tab.crisis.called': 'Kallad',
  'tab.crisis.by': '{name}, {at}',
  'tab.crisis.attendance': 'Närvaro',
  'tab.crisis.attendance.none': 'Inte införd',
  'tab.crisis.attendance.record': 'För in närvaro',
  'tab.crisis.attendance.help': 'Kryssa för dem som är med. För du in närvaron igen ersätter den den förra, som står kvar i tidslinjen.',
  'tab.crisis.attendance.others': 'Andra som är med',
  'tab.crisis.attendance.save': 'Spara närvaron',
  'tab.crisis.decisions': 'Beslut',
  'tab.crisis.decisions.none': 'Inga än',
  'tab.crisis.decision': 'För in ett beslut',
  'tab.crisis.decision.label': 'Vad krisstaben beslutade',
  'tab.crisis.decision.help': 'Ett beslut i taget, med vem som ska göra det. Det kan inte ändras efteråt.',
  'tab.crisis.decision.save': 'Spara beslutet',
  'tab.crisis.end': 'Avsluta krisstaben',
  'tab.crisis.end.label': 'Minnesanteckningar',
  'tab.crisis.end.help':
    'Läget, vad ni talade om och vad som återstår. Blev det inget möte, skriv varför. Anteckningarna kan inte ändras efteråt.',
  'tab.crisis.end.save': 'Avsluta och spara',
  'tab.crisis.document.call': 'Ladda ner ringlista och kallelse (Word)',
  'tab.crisis.document.call.help':
    'Skriv ut den: ringlistan behövs när nätet är nere. Filen skapas här hos dig och innehåller telefonnummer.',
  'tab.crisis.document.minutes': 'Ladda ner minnesanteckningar (Word)'
} as const;
