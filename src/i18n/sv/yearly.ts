// Swedish texts: when and why a class is reconsidered, and what comes back each year. The source of keys.
export const yearly = {
  'reconsider.reason.changed': 'ändrad efter beslut',
  'reconsider.reason.incident': 'allvarlig incident sedan beslutet',
  'reconsider.reason.model': 'ny version av modellen',
  'reconsider.reason.year': 'ett år sedan beslutet',
  'tab.reconsider': 'Ska omprövas',
  'tab.asset.reconsider': 'Klassen ska omprövas.',
  'tab.asset.reconsider.by': 'Klassen omprövas senast {due}.',
  'tab.asset.reconsider.changed': 'Tillgången har ändrats sedan klassen beslutades.',
  'tab.asset.reconsider.incident':
    'Sedan beslutet har tillgången berörts av {count, plural, one {en incident} other {# incidenter}} med hög eller kritisk allvarlighetsgrad:',
  'tab.asset.reconsider.model': 'Klassen är beslutad enligt en tidigare version av modellen. Nu gäller {model}.',
  'tab.asset.reconsider.year': 'Det har gått ett år sedan beslutet. Klassen skulle omprövas senast {due}.',
  'tab.asset.reconsider.how': 'Klassa tillgången igen. Är inget annorlunda lämnar du in samma svar, och objektägaren beslutar på nytt.',
  'tab.asset.reconsider.on-its-way': 'En ny klassning är på väg:',
  'tab.assets.filter.reconsider': 'Ska omprövas',
  'tab.assets.filter.due': 'Omprövas senast i {month}',
  'tab.overview.need.reconsider': 'Ska omprövas',
  'tab.overview.reconsider': 'Mina klasser som ska omprövas',
  'tab.home.reconsider': 'Klasser att ompröva',
  'tab.home.reconsider.all': 'Se alla {count}'
};
