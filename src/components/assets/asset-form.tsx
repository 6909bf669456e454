// The form for an asset: the question that can stop it first, then what is always asked, then the rest folded; what is typed survives a reload.
import { DefaultButton, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import type { Asset } from '../../domain/asset';
import type { Unit } from '../../domain/person';
import { StopScreen } from '../classify/stop-screen';
import type { CommandAnswer } from '../commands/desk';
import { useCommand, type Sender } from '../commands/use-command';
import { useText } from '../environment';
import { CommandResult } from '../parts/command-result';
import { ErrorSummary } from '../parts/error-summary';
import { useLayout } from '../parts/layout';
import { useTakenFocus } from '../parts/use-taken-focus';
import { useLocation } from '../use-address';
import { contentOf, type AssetDraft } from './asset-draft';
import { problemsOf } from './asset-problems';
import { fieldId } from './form-field';
import { FoldedParts } from './folded-parts';
import { OpenFields } from './open-fields';
import { SecurityQuestion } from './security-question';
import { useAssetDraft, type KeptAssetDraft } from './use-asset-draft';

export interface AssetFormProps {
  readonly units: readonly Unit[];
  /** The asset to change; undefined when one is added. */
  readonly asset: Asset | undefined;
}

export function AssetForm({ units, asset }: AssetFormProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const kept = useAssetDraft(asset);
  const submission = useSubmission(asset, kept.erase);
  const { stop, isStopped } = useStop(kept.erase);
  const [hasAnswered, setAnswered] = React.useState(false);
  const onCleared = (): void => {
    setAnswered(true);
    kept.change({ isCleared: true });
  };
  if (isStopped) return <StopScreen stop={stop} during="registration" />;
  return kept.draft.isCleared ? (
    <ClearedForm units={units} asset={asset} kept={kept} submission={submission} hasAnswered={hasAnswered} />
  ) : (
    <div className={layout.stack}>
      <CommandResult answer={submission.answer} what={t('tab.what.asset')} />
      <SecurityQuestion onCleared={onCleared} onStop={() => stop.send({ during: 'registration' })} />
    </div>
  );
}

/** What may concern Sweden's security is not kept anywhere, not even here (H52): the draft goes before anything is sent. */
function useStop(erase: () => void): { readonly stop: Sender<'stop-report'>; readonly isStopped: boolean } {
  const sender = useCommand('stop-report');
  const [isStopped, setStopped] = React.useState(false);
  const send: Sender<'stop-report'>['send'] = (input, afterwards) => {
    erase();
    setStopped(true);
    sender.send(input, afterwards);
  };
  return { stop: { ...sender, send }, isStopped };
}

interface ClearedFormProps extends AssetFormProps {
  readonly kept: KeptAssetDraft;
  readonly submission: Submission;
  /** The question before it has just been answered. */
  readonly hasAnswered: boolean;
}

function ClearedForm({ units, asset, kept, submission, hasAnswered }: ClearedFormProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { draft, change, erase, isKept } = kept;
  const [attempt, setAttempt] = React.useState(0);
  const problems = attempt > 0 ? problemsOf(draft) : [];
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (problemsOf(draft).length === 0) submission.send(draft);
  };
  const fault = problems.map(({ field, words, part }) => ({ field, message: t(words), part }));
  const fields = { draft, change, units, faultOf: (name: string) => fault.find(({ field }) => field === name)?.message };
  return (
    <form onSubmit={submit} noValidate className={layout.form}>
      <ErrorSummary problems={fault.map(({ field, message }) => ({ field: fieldId(field), message }))} attempt={attempt} />
      <Cleared takesFocus={hasAnswered} onAgain={() => change({ isCleared: false })} />
      <OpenFields {...fields} />
      <FoldedParts {...fields} reference={asset?.reference} atFault={fault.flatMap(({ part }) => part ?? [])} />
      {!isKept && <p role="alert">{t('tab.draft.not-kept')}</p>}
      <CommandResult answer={submission.answer} what={t('tab.what.asset')} />
      <div className={layout.actions}>
        <PrimaryButton
          type="submit"
          text={asset === undefined ? t('tab.asset.save-new') : t('tab.asset.save')}
          disabled={submission.sending}
          allowDisabledFocus
        />
        <DefaultButton text={t('tab.draft.discard')} onClick={erase} />
      </div>
    </form>
  );
}

function Cleared({ takesFocus, onAgain }: { readonly takesFocus: boolean; readonly onAgain: () => void }): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const words = useTakenFocus<HTMLSpanElement>(takesFocus);
  return (
    <div className={layout.row}>
      <span ref={words} tabIndex={-1} style={{ outline: 'none' }}>
        {t('tab.asset.security.cleared')}
      </span>
      <DefaultButton text={t('tab.asset.security.again')} onClick={onAgain} styles={{ root: { minHeight: 44 } }} />
    </div>
  );
}

interface Submission {
  readonly send: (draft: AssetDraft) => void;
  readonly sending: boolean;
  readonly answer: CommandAnswer<'register-asset' | 'change-asset'> | undefined;
}

/** Registers or changes; done, it goes to the asset's page, and what was typed is let go of once it is safe with the service. */
function useSubmission(asset: Asset | undefined, erase: () => void): Submission {
  const { goTo } = useLocation();
  const register = useCommand('register-asset');
  const change = useCommand('change-asset');
  const afterwards = (answer: CommandAnswer<'register-asset' | 'change-asset'>): void => {
    if (answer.ok) erase();
    if (answer.ok && 'value' in answer) goTo({ screen: 'asset', reference: answer.value.reference });
  };
  return {
    send: (draft) => {
      if (asset === undefined) register.send({ asset: contentOf(draft) }, afterwards);
      else change.send({ reference: asset.reference, asset: contentOf(draft) }, afterwards);
    },
    sending: register.sending || change.sending,
    answer: register.answer ?? change.answer
  };
}
