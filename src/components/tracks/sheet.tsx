// One report ready to be copied, field by field or all at once: each with its value or that it is missing, and a form to fill in what is.
import * as React from 'react';
import { facingTrack } from '../../domain/capacities';
import type { Incident } from '../../domain/incident';
import type { StageId } from '../../domain/legal-rules';
import { refusalTo } from '../../domain/permissions';
import { sheetOf, sheetText, type FilledField } from '../../domain/report-sheet';
import { useEnvironment, useText } from '../environment';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { CopyButton } from './copy-button';
import { SheetForm } from './sheet-form';
import type { TrackProps } from './track-card';

export interface SheetProps extends TrackProps {
  readonly incident: Incident;
  readonly stage: StageId;
}

export function Sheet(props: SheetProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { track, incident, stage, roles } = props;
  const rules = props.rules[track.regime];
  const fields = sheetOf(track, incident, rules, stage);
  const mayFill = refusalTo('fill-sheet', facingTrack({ person: me, roles }, track)) === undefined;
  return (
    <div className={layout.stack}>
      <p className={layout.quiet}>{t('tab.track.sheet.help')}</p>
      <p className={layout.quiet}>{t('tab.tracks.support')}</p>
      <CopyButton text={sheetText(track, incident, rules, stage)} words={t('tab.track.sheet.copy.all')} />
      <ul className={layout.list}>
        {fields.map((field) => (
          <li key={field.id} className={layout.row}>
            <FieldOf {...field} />
          </li>
        ))}
      </ul>
      {mayFill && (
        <Folded title={t('tab.track.sheet.fill')}>
          <SheetForm {...props} fields={fields} />
        </Folded>
      )}
    </div>
  );
}

/** In Swedish, as the receivers are. */
function FieldOf({ sv, value }: FilledField): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  if (value === undefined) {
    return (
      <div>
        <span lang="sv">{sv}</span>: <strong className={layout.fault}>{t('tab.track.sheet.missing')}</strong>
      </div>
    );
  }
  return (
    <>
      <div>
        <span lang="sv" className={layout.quiet}>
          {sv}
        </span>
        <p lang="sv" className={layout.written}>
          {value}
        </p>
      </div>
      <CopyButton text={value} words={t('tab.track.sheet.copy')} name={t('tab.track.sheet.copy.field', { field: sv })} />
    </>
  );
}
