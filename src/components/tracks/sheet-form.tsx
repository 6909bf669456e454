// Writing what a report is to say, field by field; only what was changed is sent, and an emptied field is what the record knows again.
import { TextField } from '@fluentui/react';
import * as React from 'react';
import { trackLimits, type Track } from '../../domain/legal-track';
import type { FilledField } from '../../domain/report-sheet';
import { useText } from '../environment';
import { fieldStyles, useLayout } from '../parts/layout';
import type { SheetProps } from './sheet';
import { TrackForm } from './track-form';

type Changed = Readonly<Record<string, string>>;

export function SheetForm({ track, onChanged, fields }: SheetProps & { readonly fields: readonly FilledField[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [changed, setChanged] = React.useState<Changed>({});
  const saved = (now: Track): void => {
    setChanged({});
    onChanged(now);
  };
  const input = Object.keys(changed).length === 0 ? undefined : { reference: track.reference, fields: { ...changed } };
  return (
    <TrackForm command="fill-sheet" save="tab.track.sheet.save" input={input} onDone={saved}>
      <p className={layout.quiet}>{t('tab.track.sheet.fill.help')}</p>
      {fields.map(({ id, sv, value = '' }) => (
        <div key={id} lang="sv">
          <TextField
            label={sv}
            multiline
            autoAdjustHeight
            rows={1}
            resizable={false}
            styles={fieldStyles}
            maxLength={trackLimits.text}
            value={changed[id] ?? value}
            onChange={(_, typed) => setChanged({ ...changed, [id]: typed ?? '' })}
          />
        </div>
      ))}
    </TrackForm>
  );
}
