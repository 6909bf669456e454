// How a measure stands: its state, who answers for it, its days, and what was said of it on the way.
import * as React from 'react';
import type { Measure } from '../../domain/measure';
import { isEarlier, swedishDay } from '../../domain/swedish-time';
import { formatDay, formatMoment } from '../../i18n/moment';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { Facts } from '../parts/facts';
import { useLayout } from '../parts/layout';

export function AboutMeasure({ measure }: { readonly measure: Measure }): React.ReactElement {
  const t = useText();
  const { language } = useEnvironment();
  const { owner, decider, asset, assetName, requirement, cost, due, checkAt, follows, addedBy, addedAt } = measure;
  const day = (at: string): string => formatDay(language, swedishDay(at));
  return (
    <>
      <Facts
        facts={[
          { name: t('tab.measure.state'), value: <State measure={measure} /> },
          { name: t('tab.measure.owner'), value: owner.name },
          ...(decider === undefined ? [] : [{ name: t('tab.measure.decider'), value: decider.name }]),
          ...(cost === undefined ? [] : [{ name: t('tab.measure.cost'), value: t('tab.measure.kronor', { cost }) }]),
          { name: t('tab.measure.due'), value: day(due) },
          { name: t('tab.measure.check-day'), value: day(checkAt) },
          ...(asset === undefined
            ? []
            : [
                {
                  name: t('tab.measure.asset'),
                  value: <AddressLink to={{ screen: 'asset', reference: asset }}>{assetName ?? asset}</AddressLink>
                },
                { name: t('tab.measure.requirement'), value: requirement ?? '' }
              ]),
          ...(follows === undefined ? [] : [{ name: t('tab.measure.follows'), value: follows }]),
          { name: t('tab.measure.added'), value: t('tab.measure.by', { name: addedBy.name, at: formatMoment(language, addedAt) }) }
        ]}
      />
      <Decisions measure={measure} />
      <Said measure={measure} />
      <Before measure={measure} />
    </>
  );
}

/** Whether it is late at this moment. */
export function isLate({ state, due }: Measure): boolean {
  return state === 'open' && isEarlier(due, new Date().toISOString());
}

function State({ measure }: { readonly measure: Measure }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const state = t(`measure.state.${measure.state}`);
  return isLate(measure) ? <strong className={layout.fault}>{t('tab.measure.late', { state })}</strong> : <strong>{state}</strong>;
}

function Decisions({ measure: { decisions = [], decider } }: { readonly measure: Measure }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  return (
    <>
      {decisions.map(({ approved, by, at, text, risk, until, byDelegation }) => (
        <div key={at}>
          <span className={layout.quiet}>
            {t(approved ? 'tab.measure.decision.approved' : 'tab.measure.decision.declined', {
              by: t('tab.measure.by', { name: by.name, at: formatMoment(language, at) })
            })}
          </span>
          {byDelegation !== undefined && (
            <span className={layout.quiet}>
              {t('tab.measure.decision.in-place', { decider: decider?.name ?? '', delegation: byDelegation })}
            </span>
          )}
          {text !== '' && <p className={layout.written}>{text}</p>}
          {risk !== undefined && until !== undefined && (
            <p className={layout.written}>{t('tab.measure.decision.risk', { risk, until: formatDay(language, swedishDay(until)) })}</p>
          )}
        </div>
      ))}
    </>
  );
}

function Said({ measure }: { readonly measure: Measure }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const parts = (['done', 'check', 'dropped'] as const).flatMap((part) => {
    const said = measure[part];
    return said === undefined ? [] : [{ part, said }];
  });
  return (
    <>
      {parts.map(({ part, said: { by, at, text } }) => (
        <div key={part}>
          <span className={layout.quiet}>
            {t(`tab.measure.${part}`)} ({t('tab.measure.by', { name: by.name, at: formatMoment(language, at) })})
          </span>
          <p className={layout.written}>{text}</p>
        </div>
      ))}
    </>
  );
}

function Before({ measure: { before } }: { readonly measure: Measure }): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  if (before.length === 0) return null;
  return (
    <div>
      <span className={layout.quiet}>{t('tab.measure.before')}</span>
      <ul className={layout.list}>
        {before.map(({ by, at, text, owner, due }) => (
          <li key={at} className={layout.written}>
            {t('tab.measure.before.one', {
              owner: owner.name,
              due: formatDay(language, swedishDay(due)),
              reason: text,
              name: by.name,
              at: formatMoment(language, at)
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
