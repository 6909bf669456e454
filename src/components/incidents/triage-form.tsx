// Assessing an incident: its category and what is known; the level is suggested with its reasons, and a person decides.
import { Checkbox, ChoiceGroup, Dropdown, Label, PrimaryButton, TextField } from '@fluentui/react';
import * as React from 'react';
import { z } from 'zod';
import { handlingLimits } from '../../domain/handling';
import { handlingOf, type Incident } from '../../domain/incident';
import { incidentCategories } from '../../domain/incident-category';
import { severities, SeverityFacts, suggestSeverity, type Suggestion } from '../../domain/severity';
import { incidentCategoryMeanings } from '../../reference/incident-categories';
import { useCommand } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { checkboxStyles, dropdownStyles, fieldStyles, useLayout } from '../parts/layout';
import { useKept } from '../use-kept';
import { SuggestionReasons } from './assessment';
import type { CaseProps } from './incident-screen';

const facts = [
  'ongoing',
  'manyPersons',
  'severalCommittees',
  'malicious',
  'personalData'
] as const satisfies readonly (keyof SeverityFacts)[];

/** `severity`: what the person chose, when it is not the suggested. */
const Draft = z.object({
  category: z.enum(incidentCategories).optional(),
  facts: SeverityFacts,
  severity: z.enum(severities).optional(),
  reason: z.string()
});
type Draft = Readonly<z.infer<typeof Draft>>;

export function TriageForm({ incident, onChanged }: CaseProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { typed: draft, change: setDraft, erase } = useKept<Draft>(`triage-incident ${incident.reference}`, Draft, draftOf(incident));
  const { sending, answer, send } = useCommand('triage-incident');
  const { category } = draft;
  const suggestion =
    category && suggestSeverity({ ...incidentCategoryMeanings[category], assets: handlingOf(incident).assets, facts: draft.facts });
  const isStopped = category !== undefined && incidentCategoryMeanings[category].stops === true;
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (category === undefined || suggestion === undefined || isStopped) return;
    const severity = draft.severity ?? suggestion.severity;
    send({ reference: incident.reference, category, facts: draft.facts, severity, reason: draft.reason.trim() }, (given) => {
      if (!given.ok) return;
      erase({ ...draft, reason: '' });
      if ('value' in given) onChanged(given.value);
    });
  };
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      <CategoryField draft={draft} onChange={setDraft} />
      <FactFields draft={draft} onChange={setDraft} />
      {isStopped && (
        <p role="alert" className={layout.fault}>
          {t('tab.incident.triage.stop')}
        </p>
      )}
      {suggestion !== undefined && !isStopped && <SeverityFields draft={draft} onChange={setDraft} suggestion={suggestion} />}
      <CommandResult answer={answer} what={t('tab.what.incident')} done={t('tab.incident.triage.saved')} />
      <div className={layout.actions}>
        <PrimaryButton type="submit" text={t('tab.incident.triage.save')} disabled={sending || suggestion === undefined || isStopped} />
      </div>
    </form>
  );
}

/** What was said before, else what the report says. */
function draftOf(incident: Incident): Draft {
  const { category, facts: known, severity, suggested } = handlingOf(incident);
  const { ongoing, personalData } = incident.report;
  const reported = {
    ongoing: ongoing === 'yes',
    manyPersons: false,
    severalCommittees: false,
    malicious: false,
    personalData: personalData === 'yes'
  };
  return { category, facts: known ?? reported, severity: severity === suggested ? undefined : severity, reason: '' };
}

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function CategoryField({ draft, onChange }: FieldsProps): React.ReactElement {
  const t = useText();
  return (
    <Dropdown
      label={t('tab.incident.category')}
      placeholder={t('tab.incident.triage.choose')}
      required
      selectedKey={draft.category ?? null}
      options={incidentCategories.map((key) => ({ key, text: t(`incident.category.${key}`) }))}
      onChange={(_, option) => onChange({ ...draft, category: incidentCategories.find((key) => key === option?.key) })}
      styles={dropdownStyles}
    />
  );
}

function FactFields({ draft, onChange }: FieldsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <div role="group" aria-labelledby="varna-facts" className={layout.list}>
      <Label id="varna-facts">{t('tab.incident.triage.facts')}</Label>
      {facts.map((fact) => (
        <Checkbox
          key={fact}
          label={t(`tab.incident.fact.${fact}`)}
          checked={draft.facts[fact]}
          onChange={(_, isTrue) => onChange({ ...draft, facts: { ...draft.facts, [fact]: isTrue === true } })}
          styles={checkboxStyles}
        />
      ))}
    </div>
  );
}

function SeverityFields({ draft, onChange, suggestion }: FieldsProps & { readonly suggestion: Suggestion }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const severity = draft.severity ?? suggestion.severity;
  return (
    <>
      <p className={layout.paragraph} role="status">
        <strong>{t('tab.incident.suggested', { severity: t(`severity.${suggestion.severity}`) })}</strong>
      </p>
      <SuggestionReasons reasons={suggestion.reasons} />
      <ChoiceGroup
        label={t('tab.incident.severity')}
        selectedKey={severity}
        options={severities.map((key) => ({ key, text: t(`severity.${key}`) }))}
        onChange={(_, option) => onChange({ ...draft, severity: severities.find((key) => key === option?.key) })}
      />
      {severity !== suggestion.severity && (
        <TextField
          label={t('tab.incident.reason')}
          description={t('tab.incident.reason.other')}
          required
          multiline
          rows={2}
          styles={fieldStyles}
          maxLength={handlingLimits.reason}
          value={draft.reason}
          onChange={(_, typed) => onChange({ ...draft, reason: typed ?? '' })}
        />
      )}
    </>
  );
}
