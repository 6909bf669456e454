// The identity of a command given by a press: the same person pressing the same form gives the same one.
import { contentHash } from './hash';

export interface Pressed {
  /** The command's name on the wire, such as `report-incident`. */
  readonly name: string;
  /** Entra object id of whoever pressed. */
  readonly personId: string;
  /** Made when the form was shown; comes back from a client and may be anybody's. */
  readonly key: string;
}

/**
 * A uuid (version 8, RFC 9562) made from person, command and key. Bound to the person, so that a key copied from
 * somebody else can neither find nor replace what they sent.
 */
export function commandId({ name, personId, key }: Pressed): string {
  const hex = contentHash({ name, personId: personId.toLowerCase(), key: key.toLowerCase() });
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
