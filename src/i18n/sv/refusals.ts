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
  'refusal.other-sets': 'Tillgångens informationsmängder har ändrats medan du svarade. Gå igenom dem en gång till.',
  'refusal.below-floor': 'Lagen sätter en lägsta nivå som inte kan sänkas. Välj minst den nivån.',
  'refusal.no-such-question': 'Frågan finns inte i den här klassningen. Läs in sidan på nytt.',
  'refusal.other-model': 'Klassningsmodellen har ändrats medan du svarade. Gå igenom frågorna en gång till.',
  'refusal.open-questions':
    'Några frågor är obesvarade. Svara på dem, eller be informationssäkerhetsansvarig om hjälp, innan du lämnar in.',
  'refusal.stopped': 'Uppgifterna kan röra Sveriges säkerhet och får inte hanteras här. Ring säkerhetsskyddschefen.',
  'refusal.unknown-task': 'Uppgiften finns inte i årshjulet den månaden. Ladda om sidan.',
  'refusal.invalid': 'Uppgifterna kunde inte tas emot som de var ifyllda. Öppna formuläret på nytt och försök igen.',
  'refusal.too-large': 'Texten är för lång. Korta den och försök igen.',
  'refusal.too-many':
    'Det kom väldigt mycket på en gång, så vi tar en kort paus. Inget du har skrivit är borttaget. Försök igen om en minut, eller ring IT om det är bråttom.',
  'refusal.too-old': 'Kortet är gammalt. Börja om, så får du ett nytt.',
  'refusal.kept': 'SharePoint svarar inte just nu. Det du gjorde är sparat hos oss och förs in när SharePoint svarar igen.',
  'refusal.unreachable': 'Värnas tjänst svarar inte. Inget är skickat. Det du har skrivit finns kvar här; försök igen om en stund.',
  'refusal.signed-out': 'Din inloggning har gått ut. Ladda om sidan och logga in igen.',
  'refusal.data-protection-decides':
    'Du hör till dataskyddet, som ska vara oberoende och därför inte beslutar. Be att någon annan utses att besluta.',
  'refusal.data-protection-named':
    'Den du har valt hör till dataskyddet, som ska vara oberoende och därför inte beslutar. Välj någon annan.',
  'refusal.own-deputy': 'Du kan inte vara din egen ställföreträdare. Välj någon annan.',
  'refusal.wrong-last-day': 'Sista dagen går inte att använda. Välj i dag eller en dag inom ett år.',
  'refusal.inventory-open': 'En inventering pågår redan. Avsluta den innan du öppnar en ny.',
  'refusal.no-units': 'Det finns inga enheter att fråga. Fyll i listan Organisation först.',
  'refusal.wrong-day': 'Dagen går inte att använda. Svaret kan gälla från den dag inventeringen öppnades, till och med i dag.',
  'refusal.wrong-period': 'Dagarna går inte att använda. Sista dagen får inte ligga före den första, och inte ha passerat.',
  'refusal.own-assessment': 'Du har själv svarat på frågorna. Någon annan måste besluta: byt beslutsfattare eller låt en kollega svara.',
  'refusal.not-decided': 'Det är inte beslutat om det här ska rapporteras. Låt den som är utsedd besluta först.',
  'refusal.track-exists': 'Det finns redan ett sådant spår för incidenten och nämnden. Fortsätt i det.',
  'refusal.not-a-committee': 'Välj den nämnd som är ansvarig, inte en förvaltning eller enhet.',
  'refusal.not-a-decider': 'Den du har valt kan inte besluta i det här spåret. Välj någon i ledningen, eller nämndens egen företrädare.',
  'refusal.unknown-question': 'Frågorna har ändrats medan du svarade. Ladda om, så ser du de nya, och svara på dem.',
  'refusal.unknown-field': 'Underlaget har ändrats medan du skrev. Ladda om, så ser du de nya fälten.',
  'refusal.facts-missing':
    'Uppgifter saknas, så det går inte att besluta att inte rapportera. Svara på frågorna först, eller besluta att rapportera.',
  'refusal.assessment-changed': 'Bedömningen har ändrats sedan du läste den. Ladda om och läs den nya innan du beslutar.',
  'refusal.wrong-time': 'Tiden ligger i framtiden. Skriv när det faktiskt hände.',
  'refusal.wrong-stage': 'Den rapporten kan inte lämnas nu. Ladda om, så ser du vilka som kan.',
  'refusal.reference-missing': 'Skriv mottagarens ärendenummer, eller varför det inte finns något.',
  'refusal.motivation-missing': 'Rapporten lämnades efter tidsgränsen. Skriv varför den blev sen.',
  'refusal.receipt-kept': 'Kvittensen är redan införd och kan inte bytas ut.',
  'refusal.nobody-to-inform':
    'I det här spåret finns inga berörda att informera. Gör det i spåret för dataskyddsförordningen eller cybersäkerhetslagen.',
  'refusal.text-missing': 'Skriv texten på svenska och finska, hur den når fram och när.',
  'refusal.reports-left': 'Alla rapporter är inte lämnade, så spåret kan inte avslutas än.',
  'refusal.opinion-missing': 'Dataskyddsombudet har inte yttrat sig. Be om ett yttrande innan spåret avslutas.',
  'refusal.track-consultation-missing': 'Samrådet saknas. För in vilka som samrått och vad de kom fram till innan spåret avslutas.',
  'refusal.concerned-undecided': 'Det är inte beslutat om de berörda ska informeras. Det behövs innan spåret avslutas.',
  'refusal.severity-missing': 'Ingen har bedömt allvarlighetsgraden än. Bedöm incidenten först.',
  'refusal.handler-missing': 'Ingen har utsetts till handläggare. Utse någon först.',
  'refusal.tracks-left': 'Något annat som hör till ärendet är inte klart. Fråga informationssäkerhetsansvarig.',
  'refusal.wrong-measure-days':
    'Dagarna går inte att använda. Ingen av dem får ha passerat, och effekten kontrolleras tidigast den dag då åtgärden ska vara klar.',
  'refusal.no-such-measure': 'Det finns ingen åtgärd utan effekt med det numret i ärendet. Ladda om och se efter.',
  'refusal.consultation-missing':
    'Allvarlighetsgraden är hög eller kritisk. Informationssäkerhetsansvarig måste anteckna ett samråd innan incidenten stängs.',
  'refusal.root-cause-missing': 'Grundorsaken saknas. Skriv varför det hände.',
  'refusal.outcome-missing': 'Beskedet till den som rapporterade saknas. Skriv vad det ledde till.',
  'refusal.reason-missing': 'Skriv ett skäl, så att andra förstår varför.',
  'refusal.unknown-asset': 'Minst en av tillgångarna finns inte i registret. Kontrollera numren.',
  'refusal.unknown-need':
    'Det finns ingen tillgång med det numret{named, select, none {} other {: {named}}}. Ta bort den bland det som tillgången behöver, eller välj ur listan.',
  'refusal.needs-circle':
    'Tillgångarna skulle behöva varandra i en ring{named, select, none {} other {: {named}}}. Ta bort ett av beroendena.',
  'refusal.access-left': 'Någon kan fortfarande komma åt informationen. Ta bort behörigheterna först, sedan är tillgången avvecklad.',
  'refusal.unknown-incident': 'Minst ett av ärendena finns inte, eller så får du inte se det. Kontrollera numren.',
  'refusal.own-incident': 'Ett ärende kan inte kopplas till sig självt. Ta bort det numret.',
  'refusal.not-leadership':
    'Den du har valt hör inte till kommunledningen. Välj kommundirektören eller den som går i kommundirektörens ställe.',
  'refusal.crisis-staff-called':
    'Krisstaben är redan kallad, så ingen har kallats en gång till. Avsluta den först om den ska kallas på nytt.',
  'refusal.crisis-plan-empty':
    'Ingen i krisplanen gick att läsa, så ingen är kallad. Ring dem som behövs, och låt Säkerhetsskydd eller Informationssäkerhet fylla i listan Krisplan.',
  'refusal.crisis-staff-missing': 'Krisstaben är inte kallad till ärendet. Ladda om för att se hur det står nu.',
  'refusal.crisis-staff-ended': 'Krisstaben är avslutad och dess anteckningar kan inte ändras. Ladda om för att se hur det står nu.',
  'refusal.crisis-staff-not-active': 'Ingen närvaro är införd än. För in vilka som är med, sedan kan beslut föras in.',
  'refusal.attendance-missing': 'Ingen är förkryssad. Ange minst en som är med.',
  'refusal.not-called': 'Minst en av dem var inte kallad. Skriv namnet under Andra som är med.',
  'refusal.report-missing': 'Rapporten finns inte bland ärendets filer. Lägg till den som Word eller PDF först.',
  'refusal.report-known': 'Den filen är redan överlämnad till den personen, så inget har ändrats.',
  'refusal.to-be-kept': 'Ärendet ska bevaras, så det kan inte gallras.',
  'refusal.retention-left': 'Ärendet får inte gallras än. Tiden det ska bevaras har inte gått ut.',
  'refusal.tracks-kept': 'Ärendet har rapporteringsspår, som ska kunna visas för tillsynen. Därför bevaras det.',
  'refusal.unknown-rule': 'Gränsen finns inte längre. Ladda om, så ser du de som finns.',
  'refusal.file-empty': 'Filen är tom, så den är inte sparad. Kontrollera den och försök igen.',
  'refusal.file-too-large':
    'Filen är större än 10 MB, så den är inte sparad. Gör den mindre, till exempel genom att skicka en skärmbild, och försök igen.',
  'refusal.file-active':
    'Filen är inte sparad, eftersom den kan innehålla något som körs när den öppnas, som en webbsida, ett program, ett arkiv eller makron. Skicka en bild eller en PDF i stället.',
  'refusal.file-kind':
    'Filen är inte sparad, eftersom den inte är av något slag vi tar emot. Skicka en bild, en PDF, ett mejl, en textfil eller ett Office-dokument utan makron.',
  'refusal.file-mismatch': 'Filen är inte sparad, eftersom den innehåller något annat än namnet säger. Kontrollera att det är rätt fil.',
  'refusal.file-known': 'Filen finns redan i ärendet, så inget har ändrats.',
  'refusal.files-full': 'Ärendet har redan 20 filer, och fler får inte plats. Beskriv resten i ord.',
  'refusal.file-not-kept': 'Filen är inte sparad, eftersom SharePoint inte svarar just nu. Försök igen om en stund.',
  'refusal.file-unread': 'Filen gick inte att hämta från Teams, så den är inte sparad. Skicka den en gång till.',
  'refusal.files-at-once': 'Högst fem filer tas emot på en gång, så resten är inte sparade. Skicka dem i ett nytt meddelande.',
  'refusal.not-classified': 'Tillgången har ingen beslutad klass än, så det går inte att säga vilka krav som gäller. Klassa den först.',
  'refusal.no-such-requirement':
    'Något av kraven gäller inte längre för tillgången, så inget har ändrats. Ladda om och svara på det som gäller nu.',
  'refusal.wrong-answer-day': 'Sista dagen för svar har redan varit. Välj en dag framåt.',
  'refusal.nothing-to-send': 'Tillgångens klass ställer inga krav på en leverantör, så det finns inget att skicka.',
  'refusal.own-proposal': 'Du har själv föreslagit åtgärden. Någon annan måste besluta om den.',
  'refusal.no-such-gap':
    'Kravet är inte besvarat med delvis eller nej för tillgången, så det finns ingen brist att åtgärda. Svara på kravet först.',
  'refusal.no-decider':
    'Ingen förvaltningschef är känd för tillgångens enhet, och inte heller objektägarens chef. Be informationssäkerhetsansvarig se över organisationen.',
  'refusal.wrong-acceptance-day': 'Risken kan accepteras till en dag framåt, högst ett år. Välj en annan dag.',
  'refusal.unexpected': 'Något gick fel hos oss, och inget har ändrats. Försök igen. Om det fortsätter, ring IT.'
} as const;
