// The rest of what the register holds of an asset, folded by what it is about: a manager without training meets a short form.
import * as React from 'react';
import { assetLimits } from '../../domain/asset-details';
import { useText } from '../environment';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { PeopleField, PersonField } from '../parts/person-field';
import { ArchivePart } from './archive-part';
import type { FormPart } from './asset-problems';
import { fieldId, type FormFields } from './form-field';
import { LawPart } from './law-part';
import { NeedsPart } from './needs-part';
import { SupplierPart } from './supplier-part';
import { WhatPart } from './what-part';

export interface FoldedPartsProps extends FormFields {
  /** The asset's own number, when it has one. */
  readonly reference: string | undefined;
  /** Parts in which something has to be put right: they unfold. */
  readonly atFault: readonly FormPart[];
}

const parts: readonly (readonly [FormPart, (props: FoldedPartsProps) => React.ReactElement])[] = [
  ['what', WhatPart],
  ['answers', AnswersPart],
  ['law', LawPart],
  ['supplier', SupplierPart],
  ['needs', NeedsPart],
  ['archive', ArchivePart]
];

export function FoldedParts(props: FoldedPartsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <>
      <p className={layout.quiet}>{t('tab.asset.optional')}</p>
      {parts.map(([part, Part]) => (
        <Folded key={part} title={t(`tab.asset.part.${part}`)} opened={props.atFault.includes(part)}>
          <div className={layout.stack}>
            <Part {...props} />
          </div>
        </Folded>
      ))}
    </>
  );
}

/** Those who share the ownership, and the informationsförvaltare (H22). */
function AnswersPart({ draft, change }: FormFields): React.ReactElement {
  const t = useText();
  return (
    <>
      <PersonField
        id={fieldId('informationCustodian')}
        label={t('owner.informationCustodian')}
        help={t('tab.asset.informationCustodian.help')}
        person={draft.informationCustodian}
        onChange={(informationCustodian) => change({ informationCustodian })}
      />
      <PeopleField
        id={fieldId('coOwners')}
        label={t('tab.asset.coOwners')}
        help={t('tab.asset.coOwners.help')}
        people={draft.coOwners}
        most={assetLimits.coOwners}
        onChange={(coOwners) => change({ coOwners })}
      />
    </>
  );
}
