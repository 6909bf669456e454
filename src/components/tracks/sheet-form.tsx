// Writing what a report is to say, field by field; only what was changed is sent, and an emptied field is what the record knows again.
import { TextField } from '@fluentui/react';
import * as React from 'react';
import { z } from 'zod';
import { trackLimits, type Track } from '../../domain/legal-track';
import type { FilledField } from '../../domain/report-sheet';
import { useText } from '../environment';
import { fieldStyles, useLayout } from '../parts/layout';
import { useKept } from '../use-kept';
import type { SheetProps } from './sheet';
import { TrackForm } from './track-form';

const Changed = z.record(z.string(), z.string());

export function SheetForm({ track, onChanged, fields }: SheetProps & { readonly fields: readonly FilledField[] }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { typed: changed, change, erase } = useKept(`fill-sheet ${track.reference}`, Changed, {});
  const saved = (now: Track): void => {
    erase();
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
            onChange={(_, typed) => change({ ...changed, [id]: typed ?? '' })}
          />
        </div>
      ))}
    </TrackForm>
  );
}
