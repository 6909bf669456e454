// One question answered by somebody who knows, with what they want to say about it.
import { Checkbox } from '@fluentui/react';
import * as React from 'react';
import { z } from 'zod';
import { classificationLimits, type Classification, type Inquiry } from '../../domain/classification';
import type { QuestionInWords } from '../../reference/classification-model';
import { useEnvironment } from '../environment';
import { CommandForm } from '../parts/command-form';
import { checkboxStyles, useLayout } from '../parts/layout';
import { ChoiceField, WrittenField } from '../tracks/fields';
import { useKept } from '../use-kept';

export interface AnswerInquiryFormProps {
  readonly question: QuestionInWords;
  readonly inquiry: Inquiry;
  readonly reference: string;
  readonly onAnswered: (classification: Classification) => void;
}

const Typed = z.object({ options: z.array(z.string()), comment: z.string() });
type Typed = z.infer<typeof Typed>;

/** An answer that may concern Sweden's security is not given here: the question that asks it cannot be left open. */
export function AnswerInquiryForm({ question, inquiry: { set }, reference, onAnswered }: AnswerInquiryFormProps): React.ReactElement {
  const name = `answer ${reference} ${set ?? ''} ${question.id}`;
  const { typed, change, erase } = useKept<Typed>(name, Typed, { options: [], comment: '' });
  const { options, comment } = typed;
  const input = { reference, set, question: question.id, options, comment: comment.trim() };
  return (
    <CommandForm
      command="answer-inquiry"
      save="tab.experts.save"
      what="tab.what.classification"
      input={options.length === 0 ? undefined : input}
      onDone={(after) => {
        erase();
        onAnswered(after);
      }}
    >
      <Options question={question} chosen={options} onChange={(chosen) => change({ ...typed, options: chosen })} />
      <WrittenField
        label="tab.experts.comment"
        text={comment}
        onChange={(written) => change({ ...typed, comment: written })}
        most={classificationLimits.comment}
        rows={2}
      />
    </CommandForm>
  );
}

interface OptionsProps {
  readonly question: QuestionInWords;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

function Options({ question: { title, options, many }, chosen, onChange }: OptionsProps): React.ReactElement {
  const layout = useLayout();
  const { language } = useEnvironment();
  const all = options.map(({ code, words }) => ({ code, words: words[language] }));
  if (many !== true) return <ChoiceField label={title[language]} options={all} chosen={chosen[0]} onChange={(code) => onChange([code])} />;
  const toggle = (code: string, isChosen: boolean): void =>
    onChange(all.map((option) => option.code).filter((each) => (each === code ? isChosen : chosen.includes(each))));
  return (
    <div role="group" aria-label={title[language]} className={layout.stack}>
      {all.map(({ code, words }) => (
        <Checkbox
          key={code}
          label={words}
          checked={chosen.includes(code)}
          onChange={(_, isChosen) => toggle(code, isChosen === true)}
          styles={checkboxStyles}
        />
      ))}
    </div>
  );
}
