// All texts in one language, area by area.
import { assets } from './assets';
import { cards } from './cards';
import { classify } from './classify';
import { crisis } from './crisis';
import { documents } from './documents';
import { imports } from './imports';
import { incidents } from './incidents';
import { inventory } from './inventory';
import { measures } from './measures';
import { overview } from './overview';
import { refusals } from './refusals';
import { requirements } from './requirements';
import { shell } from './shell';
import { tab } from './tab';
import { terms } from './terms';
import { tracks } from './tracks';
import { yearly } from './yearly';

export const fi = {
  ...assets,
  ...cards,
  ...classify,
  ...crisis,
  ...documents,
  ...imports,
  ...incidents,
  ...inventory,
  ...measures,
  ...overview,
  ...refusals,
  ...requirements,
  ...shell,
  ...tab,
  ...terms,
  ...tracks,
  ...yearly
};
