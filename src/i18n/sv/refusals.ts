// Swedish sentences for each reason a command can be refused: what happened and what to do. The source of keys.
export const refusals = {
  'refusal.not-found': 'Vi hittar inte {what}. Kontrollera numret, eller fråga informationssäkerhetsansvarig om du borde kunna se det.',
  'refusal.not-allowed': 'Du har inte rätt att göra det här. Den som ansvarar för tillgången eller ärendet kan göra det.',
  'refusal.same-person': 'Du har själv lämnat in klassningen. Någon annan måste besluta: byt objektägare eller be en kollega lämna in.',
  'refusal.wrong-state': 'Det här är redan hanterat, så inget har ändrats. Ladda om för att se hur det står nu.',
  'refusal.changed-meanwhile': 'Tillgången har ändrats sedan klassningen lämnades in. Återsänd den, så att den kan klassas på nytt.',
  'refusal.overtaken':
    '{by} hann före ({at}{event, select, none {} other {: {event}}}), så inget har ändrats. Ladda om för att se hur det står nu.',
  'refusal.missing-owner': 'Tillgången behöver både informationsägare och objektägare innan den kan lämna utkast.',
  'refusal.missing-custodian': 'Tillgången behöver en systemförvaltare innan den kan lämna utkast.',
  'refusal.unknown-person': 'Minst en av personerna finns inte i kommunens katalog. Välj ur listan i stället för att skriva själv.',
  'refusal.unknown-unit': 'Enheten finns inte i organisationen. Välj en enhet ur listan.',
  'refusal.asset-is-draft': 'Tillgången är ett utkast. Lämna in den först, sedan kan den klassas.',
  'refusal.other-model': 'Klassningsmodellen har ändrats medan du svarade. Gå igenom frågorna en gång till.',
  'refusal.open-questions':
    'Några frågor är obesvarade. Svara på dem, eller be informationssäkerhetsansvarig om hjälp, innan du lämnar in.',
  'refusal.stopped': 'Uppgifterna kan röra Sveriges säkerhet och får inte hanteras här. Ring säkerhetsskyddschefen.',
  'refusal.invalid': 'Uppgifterna kunde inte tas emot som de var ifyllda. Öppna formuläret på nytt och försök igen.',
  'refusal.too-large': 'Texten är för lång. Korta den och försök igen.',
  'refusal.too-many':
    'Det kom väldigt mycket på en gång, så vi tar en kort paus. Inget du har skrivit är borttaget. Försök igen om en minut, eller ring IT om det är bråttom.',
  'refusal.too-old': 'Kortet är gammalt. Börja om, så får du ett nytt.',
  'refusal.kept': 'SharePoint svarar inte just nu. Det du gjorde är sparat hos oss och förs in när SharePoint svarar igen.',
  'refusal.could-not-read': 'Kunde inte läsa {what} från SharePoint. Det beror inte på dig. Försök igen om en stund.',
  'refusal.unreachable': 'Värnas tjänst svarar inte. Inget är skickat. Det du har skrivit finns kvar här; försök igen om en stund.',
  'refusal.signed-out': 'Din inloggning har gått ut. Ladda om sidan och logga in igen.',
  'refusal.data-protection-decides':
    'Du hör till dataskyddet, som ska vara oberoende och därför inte beslutar. Be att någon annan utses till objektägare.',
  'refusal.data-protection-named':
    'Den du har valt hör till dataskyddet, som ska vara oberoende och därför inte beslutar. Välj någon annan.',
  'refusal.own-deputy': 'Du kan inte vara din egen ställföreträdare. Välj någon annan.',
  'refusal.wrong-period': 'Dagarna går inte att använda. Sista dagen får inte ligga före den första, och inte ha passerat.',
  'refusal.unexpected': 'Något gick fel hos oss, och inget har ändrats. Försök igen. Om det fortsätter, ring IT.'
} as const;
