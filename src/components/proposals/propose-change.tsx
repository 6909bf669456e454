// "Passar inte frågorna eller nivåerna?": there are no local rules, so a wish that they were otherwise is sent to the informationssäkerhetsansvarig (H03).
import * as React from 'react';
import { changeProposalLimits, type ChangeSubject } from '../../domain/change-proposal';
import { useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { CommandForm } from '../parts/command-form';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { WrittenField } from '../tracks/fields';

export interface ProposeChangeProps {
  readonly subject: ChangeSubject;
  /** The number of the asset that somebody is working on. */
  readonly asset: string;
}

export function ProposeChange({ subject, asset }: ProposeChangeProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [what, setWhat] = React.useState('');
  const [why, setWhy] = React.useState('');
  const [sent, setSent] = React.useState<string>();
  const said = { what: what.trim(), why: why.trim() };
  return (
    <Folded title={t(`tab.change.title.${subject}`)}>
      <div className={layout.stack}>
        <p className={layout.paragraph}>{t('tab.change.help')}</p>
        <CommandForm
          command="propose-change"
          what="tab.what.change"
          save="tab.change.send"
          input={said.what === '' || said.why === '' ? undefined : { subject, asset, ...said }}
          onDone={({ reference }) => {
            setWhat('');
            setWhy('');
            setSent(reference);
          }}
        >
          <WrittenField label="tab.change.what" text={what} onChange={setWhat} most={changeProposalLimits.what} rows={3} isRequired />
          <WrittenField label="tab.change.why" text={why} onChange={setWhy} most={changeProposalLimits.why} rows={3} isRequired />
        </CommandForm>
        {sent !== undefined && (
          <p className={layout.paragraph}>
            {t('tab.change.sent', { reference: sent })} <AddressLink to={{ screen: 'proposals' }}>{t('tab.change.all')}</AddressLink>
          </p>
        )}
      </div>
    </Folded>
  );
}
