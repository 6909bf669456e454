// The documents of one incident, for those who handle it: its dossier, a masked copy of that, and the särskild rapport.
import * as React from 'react';
import { facingIncident } from '../../domain/capacities';
import { handlesIncident } from '../../domain/permissions';
import { useEnvironment, useText } from '../environment';
import type { CaseProps } from '../incidents/incident-screen';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { MakeButton } from './making';
import { MaskingForm, masksOf, type Choices } from './masking-form';
import { SpecialReport } from './special-report-form';
import { makers, useMake, type Make } from './use-make';

export function CaseDocuments({ incident, roles, onChanged }: CaseProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const make = useMake(incident.reference);
  if (!handlesIncident(facingIncident({ person: me, roles }, incident))) return null;
  return (
    <Section title={t('tab.documents')}>
      <p className={layout.quiet}>{t('tab.document.dossier.help')}</p>
      <MakeButton words={t('tab.document.dossier')} make={() => make(async (read) => (await makers()).dossierFile(read))} />
      <Folded title={t('tab.document.masked')}>
        <MaskedCopy make={make} />
      </Folded>
      <SpecialReport
        incident={incident}
        roles={roles}
        onChanged={onChanged}
        make={(judgement) => make(async (read) => (await makers()).specialReportFile(read, judgement))}
        makeToKeep={(judgement) => make(async (read) => (await makers()).specialReportFile({ ...read, tracks: 'kept-apart' }, judgement))}
      />
    </Section>
  );
}

function MaskedCopy({ make }: { readonly make: Make }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const [choices, setChoices] = React.useState<Choices>({});
  const masks = masksOf(choices);
  return (
    <div className={layout.stack}>
      <p className={layout.paragraph}>{t('tab.document.masked.help')}</p>
      <MaskingForm choices={choices} onChange={setChoices} />
      {masks === undefined ? (
        <p className={layout.quiet}>{t('tab.document.masked.missing')}</p>
      ) : (
        <MakeButton words={t('tab.document.masked.download')} make={() => make(async (read) => (await makers()).maskedFile(read, masks))} />
      )}
    </div>
  );
}
