// Swedish texts: the inventory of the register, in the tab and on cards. The source of keys.
export const inventory = {
  'cards.inventory.title': 'Inventering: är allt med?',
  'cards.inventory.opened': 'Är all information som enheten använder med i förteckningen? Papper, telefon och molntjänster räknas också.',
  'cards.inventory.week': 'En vecka är kvar. Är all information som enheten använder med i förteckningen?',
  'cards.inventory.last': 'I dag är sista dagen. Är all information som enheten använder med i förteckningen?',
  'cards.inventory.over': 'Sista dagen har passerat, men du kan svara ändå. Är all information som enheten använder med i förteckningen?',
  'cards.inventory.complete': 'Allt är med',
  'cards.inventory.missing': 'Något saknas',
  'cards.inventory.what': 'Vad saknas?',
  'cards.inventory.write': 'Skriv vad som saknas, med högst {most} tecken.',
  'cards.inventory.send': 'Skicka svaret',
  'cards.inventory.look': 'Öppna i Värna',
  'cards.inventory.thanks': 'Tack för svaret',
  'cards.inventory.change': 'Du kan ändra svaret i Värna så länge inventeringen pågår.',
  'cards.inventory.not-answered': 'Svaret är inte sparat',
  'cards.inventory.kept': 'Svaret är mottaget',
  'cards.row.last-day': 'Svara senast',
  'cards.row.answer': 'Svar',
  'cards.row.as-of': 'Gäller per',
  'cards.what.unit-answer': 'inventeringen'
};
