// The classifications of an asset, newest first.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { BrokenRows } from '../parts/broken-rows';
import { Empty } from '../parts/empty';
import { DecidedBy } from '../parts/decided-by';
import { ClassTags } from '../parts/level-tag';
import { useLayout } from '../parts/layout';
import { statesOf, type Row } from '../source';

export function ClassificationHistory({
  classifications
}: {
  readonly classifications: readonly Row<Classification>[];
}): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const newestFirst = [...statesOf(classifications)].sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
  return (
    <>
      <BrokenRows rows={classifications} />
      {classifications.length === 0 && <Empty title={t('tab.asset.history.empty')} />}
      <ul className={layout.list}>
        {newestFirst.map((classification) => (
          <li key={classification.reference} className={layout.row}>
            <Standing {...classification} />
            <ClassTags profile={classification.profile} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Standing(classification: Classification): React.ReactElement {
  const { reference, state, proposer, submittedAt, decidedAt } = classification;
  const t = useText();
  const { language } = useEnvironment();
  return (
    <span>
      <AddressLink to={{ screen: 'decision', reference }}>{reference}</AddressLink> {t(`classification.state.${state}`)}
      <br />
      {t('tab.submitted-by', { name: proposer.name, at: formatMoment(language, submittedAt) })}
      {decidedAt !== undefined && (
        <>
          <br />
          <DecidedBy {...classification} />
        </>
      )}
    </span>
  );
}
