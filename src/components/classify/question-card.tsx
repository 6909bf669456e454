// One question with big answers; "vet inte" is as good as any of them.
import { Checkbox, DefaultButton, PrimaryButton, type IButtonStyles } from '@fluentui/react';
import * as React from 'react';
import { unknownAnswer } from '../../domain/classification';
import type { OptionInWords, QuestionInWords } from '../../reference/classification-model';
import { useEnvironment, useText } from '../environment';
import { checkboxStyles, useLayout } from '../parts/layout';
import { useTakenFocus } from '../parts/use-taken-focus';
import { themed } from '../themed';

export interface QuestionCardProps {
  readonly question: QuestionInWords;
  readonly chosen: readonly string[];
  readonly onAnswer: (options: readonly string[]) => void;
  /** Undefined on the first question. */
  readonly onBack: (() => void) | undefined;
  /** It follows another question, or the result: its title takes the focus and is read aloud. */
  readonly follows: boolean;
}

const useStyles = themed(({ fonts, semanticColors }) => ({
  title: { ...fonts.xLarge, margin: '0 0 6px', outline: 'none' },
  answers: { display: 'grid', gap: 8, maxWidth: 720, border: 0, margin: 0, padding: 0, minWidth: 0 },
  checkbox: { padding: '4px 12px', border: `1px solid ${semanticColors.inputBorder}`, borderRadius: 4 }
}));

export function QuestionCard({ question, chosen, onAnswer, onBack, follows }: QuestionCardProps): React.ReactElement {
  const layout = useLayout();
  const styles = useStyles();
  const { language } = useEnvironment();
  const title = useTakenFocus<HTMLHeadingElement>(follows);
  return (
    <div className={layout.stack}>
      <div>
        <h2 ref={title} id="varna-question" tabIndex={-1} className={styles.title}>
          {question.title[language]}
        </h2>
        <p className={layout.quiet}>{question.help[language]}</p>
      </div>
      {question.many === true ? (
        <ManyAnswers question={question} chosen={chosen} onAnswer={onAnswer} onBack={onBack} />
      ) : (
        <OneAnswer question={question} chosen={chosen} onAnswer={onAnswer} onBack={onBack} />
      )}
    </div>
  );
}

type AnswersProps = Omit<QuestionCardProps, 'follows'>;

/** One tap answers and goes on. */
function OneAnswer({ question, chosen, onAnswer, onBack }: AnswersProps): React.ReactElement {
  const t = useText();
  const styles = useStyles();
  const { language } = useEnvironment();
  const canStop = question.options.some(({ stops }) => stops === true);
  return (
    <>
      <div className={styles.answers} role="group" aria-labelledby="varna-question">
        {question.options.map(({ code, words }) => (
          <AnswerButton key={code} isChosen={chosen.includes(code)} onClick={() => onAnswer([code])}>
            {words[language]}
          </AnswerButton>
        ))}
        {!canStop && (
          <AnswerButton isChosen={chosen.includes(unknownAnswer)} onClick={() => onAnswer([unknownAnswer])}>
            {t('answer.unknown')}
          </AnswerButton>
        )}
      </div>
      <Steps onBack={onBack} onNext={chosen.length === 0 ? undefined : () => onAnswer(chosen)} />
    </>
  );
}

interface AnswerButtonProps {
  readonly isChosen: boolean;
  readonly onClick: () => void;
  readonly children: string;
}

const answerStyles = {
  root: { minHeight: 56, height: 'auto', padding: '10px 16px', textAlign: 'left' },
  flexContainer: { justifyContent: 'flex-start' },
  textContainer: { textAlign: 'left' },
  rootChecked: { borderWidth: 2 },
  label: { fontWeight: 400, margin: 0 }
} satisfies IButtonStyles;

function AnswerButton({ isChosen, onClick, children }: AnswerButtonProps): React.ReactElement {
  return <DefaultButton toggle checked={isChosen} onClick={onClick} styles={answerStyles} text={children} />;
}

function ManyAnswers({ question, chosen: before, onAnswer, onBack }: AnswersProps): React.ReactElement {
  const t = useText();
  const styles = useStyles();
  const { language } = useEnvironment();
  const [chosen, setChosen] = React.useState(before);
  const options = [
    ...question.options.map(({ code, words }) => ({ code, label: words[language] })),
    { code: unknownAnswer, label: t('answer.unknown') }
  ];
  return (
    <>
      <div className={styles.answers} role="group" aria-labelledby="varna-question">
        {options.map(({ code, label }) => (
          <div key={code} className={styles.checkbox}>
            <Checkbox
              label={label}
              checked={chosen.includes(code)}
              onChange={(_, isChosen) => setChosen(withChoice(question.options, chosen, code, isChosen === true))}
              styles={checkboxStyles}
            />
          </div>
        ))}
      </div>
      <Steps onBack={onBack} onNext={chosen.length === 0 ? undefined : () => onAnswer(chosen)} />
    </>
  );
}

/** "Inga" and "vet inte" stand alone: they take the others away, and any other takes them away. */
function withChoice(options: readonly OptionInWords[], chosen: readonly string[], code: string, isChosen: boolean): readonly string[] {
  if (!isChosen) return chosen.filter((other) => other !== code);
  if (standsAlone(code)) return [code];
  return options.map((option) => option.code).filter((each) => each === code || (chosen.includes(each) && !standsAlone(each)));
}

function standsAlone(code: string): boolean {
  return code === 'none' || code === unknownAnswer;
}

interface StepsProps {
  readonly onBack: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

function Steps({ onBack, onNext }: StepsProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  return (
    <div className={layout.actions}>
      {onBack !== undefined && <DefaultButton text={t('tab.classify.back')} onClick={onBack} />}
      {onNext !== undefined && <PrimaryButton text={t('tab.classify.next')} onClick={onNext} />}
    </div>
  );
}
