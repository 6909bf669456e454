// More on what an asset is: described in words, divided in informationsmängder, how long one can do without it, where its continuity plan is and where it is kept (H09, H14, H27, H45).
import * as React from 'react';
import { assetLimits } from '../../domain/asset-details';
import { useText } from '../environment';
import { fieldId, WrittenField, type FormFields } from './form-field';
import { SetFields } from './set-fields';

export function WhatPart(fields: FormFields): React.ReactElement {
  const t = useText();
  const { draft, change, faultOf } = fields;
  return (
    <>
      <WrittenField
        id={fieldId('description')}
        label={t('tab.asset.description')}
        help={t('tab.asset.description.help')}
        rows={4}
        value={draft.description}
        onChange={(description) => change({ description })}
        fault={faultOf('description')}
      />
      <SetFields {...fields} />
      <WrittenField
        id={fieldId('hours')}
        label={t('tab.asset.hours')}
        help={t('tab.asset.hours.help')}
        value={draft.hours}
        onChange={(hours) => change({ hours })}
        fault={faultOf('hours')}
      />
      <WrittenField
        label={t('tab.asset.continuity.plan')}
        help={t('tab.asset.continuity.plan.help')}
        most={assetLimits.plan}
        value={draft.continuityPlan}
        onChange={(continuityPlan) => change({ continuityPlan })}
      />
      <WrittenField
        label={t('tab.asset.place')}
        help={t('tab.asset.place.help')}
        most={assetLimits.place}
        value={draft.place}
        onChange={(place) => change({ place })}
      />
    </>
  );
}
