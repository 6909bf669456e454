// The receipts that have not come yet, one form for each report sent in; the receiver's number may come with it.
import * as React from 'react';
import { trackLimits } from '../../domain/legal-track';
import { useText } from '../environment';
import { Folded } from '../parts/folded';
import { WrittenField } from './fields';
import type { TrackProps } from './track-card';
import { TrackForm } from './track-form';

export function ReceiptForms(props: TrackProps): React.ReactElement {
  const t = useText();
  const awaited = props.track.submissions.flatMap(({ stage, receipt }, index) => (receipt === undefined ? [{ stage, index }] : []));
  return (
    <>
      {awaited.map(({ stage, index }) => (
        <Folded key={index} title={t('tab.track.receipt.for', { stage: t(`track.stage.${stage}`) })}>
          <ReceiptForm {...props} submission={index} />
        </Folded>
      ))}
    </>
  );
}

/** `submission`: its place among those sent in, from 0. */
function ReceiptForm({ track, onChanged, submission }: TrackProps & { readonly submission: number }): React.ReactElement {
  const [receipt, setReceipt] = React.useState('');
  const [number, setNumber] = React.useState('');
  const isNumberAwaited = track.submissions[submission]?.externalReference === undefined;
  const externalReference = number.trim();
  const said = { reference: track.reference, submission, receipt: receipt.trim(), ...(externalReference !== '' && { externalReference }) };
  return (
    <TrackForm command="record-receipt" save="tab.track.receipt.save" input={said.receipt === '' ? undefined : said} onDone={onChanged}>
      <WrittenField label="tab.track.receipt" text={receipt} onChange={setReceipt} most={trackLimits.reason} isRequired rows={2} />
      {isNumberAwaited && <WrittenField label="tab.track.submit.number" text={number} onChange={setNumber} most={trackLimits.line} />}
    </TrackForm>
  );
}
