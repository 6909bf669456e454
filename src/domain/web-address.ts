// An address that somebody writes and others follow.
import { z } from 'zod';

/** The longest, in characters. */
export const longestWebAddress = 600;

/** Opens a page, in SharePoint, Teams or elsewhere: https, and nothing but what an address is written with. */
export const WebAddress = z
  .url({ protocol: /^https$/ })
  .max(longestWebAddress)
  .regex(/^[!-~]+$/);
