// Who answers for a measure, by when it is to be done, and when its effect is checked.
import * as React from 'react';
import type { TextKey } from '../../i18n/text';
import { useText } from '../environment';
import { PersonField } from '../parts/person-field';
import type { FoundPerson } from '../source';
import { DayField } from './day-field';

/** Days are `YYYY-MM-DD`, empty before one is chosen. */
export interface WhoseAndWhenProps {
  /** Of the field for the owner, one of its kind on the page. */
  readonly id: string;
  readonly ownerHelp?: TextKey;
  readonly owner: FoundPerson | undefined;
  readonly onOwner: (owner: FoundPerson | undefined) => void;
  readonly due: string;
  readonly onDue: (day: string) => void;
  readonly check: string;
  readonly onCheck: (day: string) => void;
}

export function WhoseAndWhen({ id, ownerHelp = 'tab.measure.owner.help', ...given }: WhoseAndWhenProps): React.ReactElement {
  const t = useText();
  return (
    <>
      <PersonField id={id} label={t('tab.measure.owner')} help={t(ownerHelp)} person={given.owner} onChange={given.onOwner} />
      <DayField label="tab.measure.due" day={given.due} onChange={given.onDue} />
      <DayField label="tab.measure.check-day" help="tab.measure.check-day.help" day={given.check} onChange={given.onCheck} />
    </>
  );
}
