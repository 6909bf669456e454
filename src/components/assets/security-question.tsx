// The first question about an asset: whether the information could matter to Sweden's security. Only a no leads on (H52).
import { DefaultButton, Text } from '@fluentui/react';
import * as React from 'react';
import { classificationModel } from '../../reference/classification-model';
import { useEnvironment, useText } from '../environment';
import { useLayout } from '../parts/layout';

export interface SecurityQuestionProps {
  readonly onCleared: () => void;
  readonly onStop: () => void;
}

/** The same question as the classification begins with; buttons, since what stops must never be chosen in passing. */
export function SecurityQuestion({ onCleared, onStop }: SecurityQuestionProps): React.ReactElement {
  const t = useText();
  const layout = useLayout();
  const { language } = useEnvironment();
  const [question] = classificationModel.questions.filter(({ id }) => id === 'security-protection');
  if (question === undefined) throw new Error('The classification model does not ask about security protection.');
  return (
    <div className={layout.stack} role="group" aria-labelledby="varna-asset-security" style={{ maxWidth: 640 }}>
      <Text as="h2" id="varna-asset-security" variant="large" style={{ margin: 0 }}>
        {question.title[language]}
      </Text>
      <p className={layout.paragraph}>{question.help[language]}</p>
      <div className={layout.actions}>
        {question.options.map(({ code, words, stops }) => (
          <DefaultButton key={code} text={words[language]} onClick={stops === true ? onStop : onCleared} />
        ))}
      </div>
      <p className={layout.quiet}>{t('tab.asset.security.why')}</p>
    </div>
  );
}
