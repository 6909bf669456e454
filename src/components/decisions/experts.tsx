// What the proposer did not know: answered by those who do; a lowered level commented on; and taking it all back (domain.md 5.3).
import * as React from 'react';
import { facingClassification } from '../../domain/capacities';
import { classificationLimits, profileOf, type Classification, type Inquiry } from '../../domain/classification';
import { refusalTo } from '../../domain/permissions';
import type { Role } from '../../domain/person';
import { assessWhole, lowerings } from '../../domain/proposal';
import { formatMoment } from '../../i18n/moment';
import { classificationModel as model, type QuestionInWords } from '../../reference/classification-model';
import { useEnvironment, useText } from '../environment';
import { CommandForm } from '../parts/command-form';
import { Folded } from '../parts/folded';
import { useLayout } from '../parts/layout';
import { Section } from '../parts/section';
import { WrittenField } from '../tracks/fields';
import { useKeptTexts } from '../use-kept';
import { AnswerInquiryForm } from './answer-inquiry-form';

export interface ExpertsProps {
  readonly classification: Classification;
  readonly roles: readonly Role[];
  readonly onAnswered: (classification: Classification) => void;
}

/** Nothing when nobody was asked and nothing can be taken back. */
export function Experts({ classification, roles, onAnswered }: ExpertsProps): React.ReactElement | null {
  const t = useText();
  const layout = useLayout();
  const { me } = useEnvironment();
  const { inquiries = [] } = classification;
  const position = facingClassification({ person: me, roles }, classification, undefined);
  const mayAnswer = refusalTo('answer-inquiry', position) === undefined;
  const mayWithdraw = refusalTo('withdraw-classification', position) === undefined;
  const mayComment = refusalTo('comment-on-classification', position) === undefined && isCommentAwaited(classification);
  if (inquiries.length === 0 && !mayComment && !mayWithdraw) return null;
  return (
    <Section title={t('tab.experts')}>
      {inquiries.length > 0 && (
        <ul className={layout.list}>
          {inquiries.map((inquiry) => (
            <li key={`${inquiry.set ?? ''} ${inquiry.question}`}>
              <Asked inquiry={inquiry} classification={classification} mayAnswer={mayAnswer} onAnswered={onAnswered} />
            </li>
          ))}
        </ul>
      )}
      {mayComment && <CommentForm classification={classification} onAnswered={onAnswered} />}
      {mayWithdraw && <WithdrawForm classification={classification} onAnswered={onAnswered} />}
    </Section>
  );
}

function isCommentAwaited(classification: Classification): boolean {
  const { comment, adjustments = [], model: version } = classification;
  if (comment !== undefined || version !== model.version) return false;
  return lowerings(profileOf(assessWhole(model, classification)), adjustments).length > 0;
}

interface AskedProps extends Omit<ExpertsProps, 'roles'> {
  readonly inquiry: Inquiry;
  readonly mayAnswer: boolean;
}

function Asked({ inquiry, classification, mayAnswer, onAnswered }: AskedProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const question = model.questions.find(({ id }) => id === inquiry.question);
  const set = classification.sets?.find((each) => each.set === inquiry.set)?.name;
  const title = question?.title[language] ?? inquiry.question;
  return (
    <>
      <h3 className={layout.paragraph}>{set === undefined ? title : `${set}: ${title}`}</h3>
      {inquiry.answered !== undefined && (
        <p className={layout.paragraph}>
          {t('tab.experts.answered', { name: inquiry.answered.by.name, at: formatMoment(language, inquiry.answered.at) })}{' '}
          {inquiry.answered.comment}
        </p>
      )}
      {inquiry.answered === undefined && <p className={layout.quiet}>{t('tab.experts.asked', { role: t(`role.${inquiry.expert}`) })}</p>}
      {inquiry.answered === undefined && mayAnswer && isOfModel(classification, question) && (
        <AnswerInquiryForm question={question} inquiry={inquiry} reference={classification.reference} onAnswered={onAnswered} />
      )}
    </>
  );
}

function isOfModel({ model: version }: Classification, question: QuestionInWords | undefined): question is QuestionInWords {
  return version === model.version && question !== undefined;
}

function CommentForm({ classification: { reference }, onAnswered }: Omit<ExpertsProps, 'roles'>): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { typed, change, erase } = useKeptTexts(`comment-on ${reference}`, { text: '' });
  const text = typed.text.trim();
  return (
    <CommandForm
      command="comment-on-classification"
      save="tab.adjust.comment.save"
      what="tab.what.classification"
      input={text === '' ? undefined : { reference, text }}
      onDone={(after) => {
        erase();
        onAnswered(after);
      }}
    >
      <p className={layout.paragraph}>{t('tab.adjust.comment.why')}</p>
      <WrittenField
        label="tab.adjust.comment"
        text={typed.text}
        onChange={(written) => change({ text: written })}
        most={classificationLimits.comment}
        isRequired
        rows={3}
      />
    </CommandForm>
  );
}

function WithdrawForm({ classification: { reference }, onAnswered }: Omit<ExpertsProps, 'roles'>): React.ReactElement {
  const t = useText();
  const { typed, change, erase } = useKeptTexts(`withdraw ${reference}`, { text: '' });
  const reason = typed.text.trim();
  return (
    <Folded title={t('tab.withdraw')}>
      <CommandForm
        command="withdraw-classification"
        save="tab.withdraw.save"
        what="tab.what.classification"
        input={reason === '' ? undefined : { reference, reason }}
        onDone={(after) => {
          erase();
          onAnswered(after);
        }}
      >
        <WrittenField
          label="tab.withdraw.reason"
          text={typed.text}
          onChange={(written) => change({ text: written })}
          most={classificationLimits.comment}
          isRequired
          rows={2}
        />
      </CommandForm>
    </Folded>
  );
}
