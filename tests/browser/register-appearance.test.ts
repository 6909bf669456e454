// How the register looks and reads: assets and their classes, decisions, the inventory and the year.
import { describeAppearance } from './appearance';

describeAppearance([
  { name: 'Tillgångar', as: 'manager', subpage: 'assets', says: 'tab.assets.add', shows: 'Hemtjänstens planering' },
  { name: 'Översikt', as: 'manager', subpage: 'overview', says: 'tab.overview.attention.help' },
  { name: 'en tillgång', as: 'manager', subpage: 'assets/T-2026-0001', says: 'tab.asset.about' },
  { name: 'en fråga', as: 'manager', subpage: 'assets/T-2026-0001/classify', says: 'tab.classify.so-far' },
  { name: 'importera', as: 'manager', subpage: 'assets/import', says: 'tab.asset.security.why' },
  { name: 'ny tillgång', as: 'manager', subpage: 'assets/new', says: 'tab.asset.security.why' },
  { name: 'inventering', as: 'manager', subpage: 'inventory', says: 'tab.inventory.part', shows: 'Nyckelskåpet i personalrummet' },
  { name: 'Årshjul', as: 'manager', subpage: 'yearly/2027', says: 'tab.yearly.due' },
  { name: 'Ändringsförslag', as: 'manager', subpage: 'proposals', says: 'tab.changes.help', shows: 'Kravet på inloggning' },
  { name: 'krav utan svar', as: 'manager', subpage: 'requirements', says: 'tab.unanswered.how' },
  { name: 'Beslut', as: 'manager', subpage: 'decisions', says: 'tab.deputies', shows: 'Birgitta Sundvall' },
  { name: 'ett beslut', as: 'manager', subpage: 'decisions/K-2026-0005', says: 'tab.decision.first' },
  { name: 'utträdespaket', as: 'securityOfficer', subpage: 'overview/exit', says: 'tab.exit.make' }
]);
