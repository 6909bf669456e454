// What a unit answers in an inventory: everything is there as of a day, or what is missing. What was answered before is there to be changed.
import { TextField } from '@fluentui/react';
import * as React from 'react';
import { inventoryLimits, type UnitAnswer } from '../../domain/inventory';
import { swedishDay } from '../../domain/swedish-time';
import type { Commands } from '../commands/desk';
import { useText } from '../environment';
import { DayField } from '../measures/day-field';
import { CommandForm } from '../parts/command-form';
import { fieldStyles } from '../parts/layout';
import { ChoiceField, WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';

export interface AnswerFormProps {
  readonly answer: UnitAnswer;
  readonly onAnswered: (answer: UnitAnswer) => void;
}

/** `state` is empty before anything is chosen; `names` has one on each line. */
interface Typed extends Readonly<Record<string, string>> {
  readonly state: string;
  readonly asOf: string;
  readonly text: string;
  readonly names: string;
}

const { names: mostNames, name: longestName } = inventoryLimits;

export function AnswerForm({ answer, onAnswered }: AnswerFormProps): React.ReactElement {
  const t = useText();
  const { typed, change, erase } = useKeptTexts(`answer-inventory ${answer.reference}`, typedOf(answer));
  const { state, asOf, text, names } = typed;
  const answered = (given: UnitAnswer): void => {
    erase(typedOf(given));
    onAnswered(given);
  };
  return (
    <CommandForm
      command="answer-inventory"
      save="tab.inventory.answer.save"
      what="tab.what.unit-answer"
      input={inputOf(answer, typed)}
      onDone={answered}
    >
      <ChoiceField
        label={t('tab.inventory.answer')}
        options={(['complete', 'missing'] as const).map((code) => ({ code, words: t(`tab.inventory.answer.${code}`) }))}
        chosen={state}
        onChange={(chosen) => change({ ...typed, state: chosen })}
      />
      {state === 'missing' && (
        <>
          <WrittenField
            label="tab.inventory.text"
            text={text}
            onChange={(written) => change({ ...typed, text: written })}
            most={inventoryLimits.text}
            rows={3}
            isRequired
          />
          <TextField
            label={t('tab.inventory.names')}
            description={t('tab.inventory.names.help')}
            {...(!areKept(namesIn(names)) && { errorMessage: t('tab.inventory.names.most', { most: mostNames, long: longestName }) })}
            multiline
            rows={3}
            styles={fieldStyles}
            value={names}
            onChange={(_, written) => change({ ...typed, names: written ?? '' })}
          />
        </>
      )}
      <DayField label="tab.inventory.as-of" day={asOf} onChange={(day) => change({ ...typed, asOf: day })} />
    </CommandForm>
  );
}

function typedOf({ state, said }: UnitAnswer): Typed {
  return {
    state: state === 'asked' ? '' : state,
    asOf: swedishDay(new Date().toISOString()),
    text: said?.text ?? '',
    names: said?.names.join('\n') ?? ''
  };
}

function inputOf({ reference }: UnitAnswer, { state, asOf, text, names }: Typed): Commands['answer-inventory']['input'] | undefined {
  if (asOf === '') return undefined;
  if (state === 'complete') return { state, reference, asOf };
  if (state !== 'missing' || text.trim() === '' || !areKept(namesIn(names))) return undefined;
  return { state, reference, asOf, text: text.trim(), names: namesIn(names) };
}

function namesIn(lines: string): readonly string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function areKept(names: readonly string[]): boolean {
  return names.length <= mostNames && names.every(({ length }) => length <= longestName);
}
