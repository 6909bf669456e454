// All texts in one language, area by area.
import { cards } from './cards';
import { refusals } from './refusals';
import { tab } from './tab';
import { terms } from './terms';

export const sv = { ...cards, ...refusals, ...tab, ...terms };
