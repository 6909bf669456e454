// Swedish texts: the overview of the register. The source of keys.
export const overview = {
  'tab.overview': 'Översikt',
  'tab.overview.welcome': 'Första gången här?',
  'tab.overview.welcome.what':
    'Här ser du läget för kommunens informationstillgångar: vad som är klassat, hur allvarligt det är och vad som behöver någon.',
  'tab.overview.welcome.numbers': 'Varje siffra är en länk till raderna bakom den.',
  'tab.overview.welcome.first': 'Börja med din enhet: finns allt med, och har allt en klass?',
  'tab.overview.welcome.understood': 'Jag förstår',
  'tab.overview.mine': 'Mitt',
  'tab.overview.my-unit': 'Min enhet: {unit}',
  'tab.overview.assets': 'Tillgångar',
  'tab.overview.assets.mine': 'Tillgångar jag ansvarar för',
  'tab.overview.waiting': 'Beslut som väntar på mig',
  'tab.overview.late': 'Mina åtgärder som är försenade',
  'tab.overview.coverage': '{percent} procent av tillgångarna har en beslutad klass',
  'tab.overview.coverage.none': 'Inga tillgångar är registrerade',
  'tab.overview.committee': 'Nämnd',
  'tab.overview.registered': 'Registrerade',
  'tab.overview.decided': 'Med beslutad klass',
  'tab.overview.missing': 'Utan klass',
  'tab.overview.whole': 'Hela kommunen',
  'tab.overview.empty':
    '{count, plural, =0 {Alla enheter har något registrerat} one {En enhet har ingenting registrerat} other {# enheter har ingenting registrerat}}',
  'tab.overview.inventory': 'Inventering: fråga enheterna om allt är med',
  'tab.overview.classes':
    '{count, plural, =0 {Ingen tillgång har den allvarligaste nivån} one {En tillgång har den allvarligaste nivån i någon aspekt} other {# tillgångar har den allvarligaste nivån i någon aspekt}}',
  'tab.overview.classes.help': 'Den högsta nivån i varje nämnd och aspekt, och hur många tillgångar som har den.',
  'tab.overview.classes.none': 'Ingen klass än',
  'tab.overview.trend':
    '{count, plural, =0 {Ingen av klasserna som gäller nu beslutades de senaste tolv månaderna} one {En av klasserna som gäller nu beslutades de senaste tolv månaderna} other {# av klasserna som gäller nu beslutades de senaste tolv månaderna}}',
  'tab.what.decided': 'klassningarna',
  'tab.overview.growth.show': 'Visa hur klasserna har vuxit fram',
  'tab.overview.growth': 'När {month} var slut hade {before} av dagens {all} tillgångar en beslutad klass, nu har {now} det',
  'tab.overview.growth.help':
    'Antal tillgångar efter högsta nivå, som klassen var beslutad när månaden var slut. Avvecklade och makulerade räknas inte.',
  'tab.overview.month': 'Månad',
  'tab.overview.attention':
    '{count, plural, =0 {Ingen tillgång behöver någon just nu} one {En tillgång behöver någon} other {# tillgångar behöver någon}}',
  'tab.overview.attention.help': 'Högst klass först. Utkast räknas inte.',
  'tab.overview.attention.more': 'Här visas de {count} första.',
  'tab.overview.need': 'Behöver',
  'tab.overview.need.changed': 'Ändrad efter beslut',
  'tab.overview.need.owner': 'Ansvarig saknas',
  'tab.overview.need.class': 'Klass saknas',
  'tab.overview.count': '{count} av {all}',
  'tab.assets.filter.not-draft': 'Inte utkast',
  'tab.assets.filter.classified': 'Klassad',
  'tab.assets.filter.mine': 'Mina',
  'tab.assets.filter.decided': 'Beslutade i {month}'
};
