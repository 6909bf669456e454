// One classification to decide: left what it is about, right why it came out so and what changed, below the decision.
import * as React from 'react';
import type { Classification } from '../../domain/classification';
import { assessWhole } from '../../domain/proposal';
import { formatMoment } from '../../i18n/moment';
import { classificationModel as model } from '../../reference/classification-model';
import { AboutAsset } from '../assets/about-asset';
import { Reasons } from '../classify/reasons';
import { useEnvironment, useText } from '../environment';
import { AddressLink } from '../parts/address-link';
import { ClassInWords } from '../parts/class-in-words';
import { Loaded } from '../parts/loaded';
import { useLayout } from '../parts/layout';
import { OneRow, stateIn } from '../parts/one-row';
import { ScreenHeading } from '../parts/screen-heading';
import { Section } from '../parts/section';
import { Traceability } from '../parts/traceability';
import { useRead } from '../use-read';
import { AnswersInWords } from './answers-in-words';
import { Comparison } from './comparison';
import { DecideActions } from './decide-actions';
import { DecisionDocument } from './decision-document';
import { Experts } from './experts';
import { OwnLevels } from './own-levels';
import { readCase, type Case } from './read-case';

export function DecisionScreen({ reference }: { readonly reference: string }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { source } = useEnvironment();
  const result = useRead(React.useCallback(() => readCase(source, reference), [source, reference]));
  const name = result.reading.status === 'read' ? (stateIn(result.reading.value)?.classification.assetName ?? '') : '';
  return (
    <div className={layout.stack}>
      <ScreenHeading>{t('tab.decision.heading', { reference, name })}</ScreenHeading>
      <Loaded {...result} what={t('tab.what.classification')} lines={8}>
        {(row) => (
          <OneRow row={row} what={t('tab.what.classification')}>
            {(found) => <CaseOf {...found} />}
          </OneRow>
        )}
      </Loaded>
      <Traceability />
    </div>
  );
}

function CaseOf({ classification: asRead, asset, previous, roles, by }: Case): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const [classification, setClassification] = React.useState(asRead);
  const { proposer, submittedAt } = classification;
  return (
    <>
      <p className={layout.paragraph}>{t('tab.submitted-by', { name: proposer.name, at: formatMoment(language, submittedAt) })}</p>
      <div className={layout.columns}>
        <Section title={t('tab.decision.what')}>
          <AddressLink to={{ screen: 'asset', reference: asset.reference }}>
            {t('tab.asset.heading', { reference: asset.reference, name: asset.name })}
          </AddressLink>
          <AboutAsset asset={asset} />
          <h3 className={layout.paragraph}>{t('tab.decision.answers')}</h3>
          <AnswersInWords classification={classification} />
        </Section>
        <Section title={t('tab.decision.why')}>
          <ReasonedClass classification={classification} />
          <OwnLevels classification={classification} />
        </Section>
      </div>
      <Experts classification={classification} roles={roles} onAnswered={setClassification} />
      <Section title={t('tab.decision.changes')}>
        <Comparison now={classification} previous={previous} />
      </Section>
      <Section title={t('tab.decision.decide')}>
        <DecideActions classification={classification} asset={asset} roles={roles} by={by} onAnswered={setClassification} />
        {classification.decidedAt !== undefined && <DecisionDocument reference={classification.reference} />}
      </Section>
    </>
  );
}

/** Reasons are worked out from the answers; those of another version of the model cannot be put in this one's words. */
function ReasonedClass({ classification }: { readonly classification: Classification }): React.ReactElement {
  const { profile, model: version, sets } = classification;
  const t = useText();
  const layout = useLayout();
  const { aspects } = React.useMemo(() => assessWhole(model, classification), [classification]);
  if (version !== model.version) return <ClassInWords profile={profile} />;
  return (
    <>
      <ClassInWords
        profile={profile}
        more={(aspect) => (
          <Reasons aspect={aspect} result={aspects[aspect]} set={sets?.find(({ set }) => set === aspects[aspect].set)?.name} />
        )}
      />
      <p className={layout.quiet}>{t('tab.support')}</p>
    </>
  );
}
