// A card of the chat, shown in the tab by Microsoft's own renderer, in the colours of the theme around it.
import { useTheme, type Theme } from '@fluentui/react';
import { AdaptiveCard, ExecuteAction, GlobalSettings, HostConfig, SerializationContext, Versions } from 'adaptivecards';
import * as React from 'react';
import type { Card } from '../../cards/card';
import { readPress, type Press } from '../../cards/card-data';
import { themed } from '../themed';

// What people wrote is never read as Markdown, and the renderer asks for none.
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
AdaptiveCard.onProcessMarkdown = () => undefined;

interface ShownCardProps {
  readonly card: Card;
  /** Nothing can be pressed meanwhile. */
  readonly isBusy: boolean;
  readonly onPress: (press: Press) => void;
}

/** A card that takes the place of another takes the focus too, so that a screen reader says what came. */
export function ShownCard({ card, isBusy, onPress }: ShownCardProps): React.ReactElement {
  const styles = useStyles();
  const theme = useTheme();
  const frame = React.useRef<HTMLDivElement>(null);
  const isFirst = React.useRef(true);
  const press = useLatest(onPress);
  React.useEffect(() => {
    const place = frame.current;
    if (place === null) return;
    place.replaceChildren(...drawn(card, theme, (pressed) => press.current(pressed)));
    if (!isFirst.current) place.focus();
    isFirst.current = false;
  }, [card, theme, press]);
  return (
    <div
      ref={frame}
      role="group"
      tabIndex={-1}
      aria-label={card.speak ?? ''}
      aria-busy={isBusy}
      lang={card.lang ?? ''}
      className={styles.card}
      style={isBusy ? { pointerEvents: 'none', opacity: 0.6 } : {}}
    />
  );
}

function useLatest<V>(value: V): React.MutableRefObject<V> {
  const latest = React.useRef(value);
  latest.current = value;
  return latest;
}

function drawn(card: Card, theme: Theme, onPress: (press: Press) => void): HTMLElement[] {
  const shown = new AdaptiveCard();
  shown.hostConfig = new HostConfig(lookOf(theme));
  shown.parse(card, new SerializationContext(Versions.v1_5));
  shown.onExecuteAction = (action) => {
    const press = action instanceof ExecuteAction ? readPress(action.verb, action.data) : undefined;
    if (press !== undefined) onPress(press);
  };
  const element = shown.render();
  if (element === undefined) return [];
  element.querySelectorAll('.ac-choiceSetInput-expanded').forEach(groupedUnderItsQuestion);
  return [element];
}

/** The renderer (3.0.6) reads the question out with the first choice alone, and calls the choices no group. */
function groupedUnderItsQuestion(choices: Element): void {
  const first = choices.querySelector('input[aria-labelledby]');
  const [question, ...own] = first?.getAttribute('aria-labelledby')?.split(' ') ?? [];
  if (question === undefined || own.length === 0) return;
  choices.setAttribute('role', 'radiogroup');
  choices.setAttribute('aria-labelledby', question);
  first?.setAttribute('aria-labelledby', own.join(' '));
}

function lookOf({ fonts, semanticColors }: Theme): object {
  const colours = (normal: string, subtle: string): object => ({ default: normal, subtle });
  const text = colours(semanticColors.bodyText, semanticColors.bodySubtext);
  const foregroundColors = {
    default: text,
    accent: colours(semanticColors.link, semanticColors.link),
    attention: colours(semanticColors.errorText, semanticColors.errorText)
  };
  return {
    fontFamily: fonts.medium.fontFamily,
    fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 26 },
    spacing: { small: 8, default: 12, medium: 20, large: 28, extraLarge: 36, padding: 16 },
    separator: { lineThickness: 1, lineColor: semanticColors.bodyDivider },
    supportsInteractivity: true,
    textBlock: { headingLevel: 2 },
    containerStyles: {
      default: { backgroundColor: semanticColors.bodyBackground, foregroundColors },
      emphasis: { backgroundColor: semanticColors.bodyStandoutBackground, foregroundColors }
    },
    actions: {
      maxActions: 10,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      buttonSpacing: 8,
      spacing: 'default',
      allowTitleToWrap: true
    },
    inputs: {
      label: { requiredInputs: { weight: 'bolder', suffix: ' *' }, optionalInputs: { weight: 'bolder' } },
      errorMessage: { color: 'attention', weight: 'bolder' }
    }
  };
}

const useStyles = themed(({ semanticColors, palette, fonts }) => {
  const field = {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: 44,
    padding: '8px 10px',
    color: semanticColors.inputText,
    background: semanticColors.inputBackground,
    border: `1px solid ${semanticColors.inputBorder}`,
    borderRadius: 4,
    ...fonts.medium
  } as const;
  const focus = { outline: `2px solid ${semanticColors.focusBorder}`, outlineOffset: '1px' } as const;
  return {
    card: {
      maxWidth: 640,
      border: `1px solid ${semanticColors.bodyDivider}`,
      borderRadius: 6,
      overflow: 'hidden',
      selectors: {
        ':focus-visible': focus,
        '.ac-pushButton': {
          boxSizing: 'border-box',
          maxWidth: '100%',
          textAlign: 'left',
          minHeight: 44,
          padding: '8px 16px',
          cursor: 'pointer',
          lineHeight: 20,
          color: semanticColors.buttonText,
          background: semanticColors.buttonBackground,
          border: `1px solid ${semanticColors.buttonBorder}`,
          borderRadius: 4,
          ...fonts.medium
        },
        '.ac-pushButton.style-positive': {
          color: semanticColors.primaryButtonText,
          background: semanticColors.primaryButtonBackground,
          borderColor: palette.themePrimary
        },
        '.ac-pushButton:focus-visible, input:focus-visible, textarea:focus-visible, select:focus-visible': focus,
        'input.ac-input:not([type=radio]), textarea.ac-input, select.ac-input': field,
        'textarea.ac-input': { minHeight: 120 },
        'input[type=radio]': { width: 20, height: 20, margin: '12px 10px 12px 0' },
        '.ac-choiceSetInput-expanded > div': { minHeight: 44, alignItems: 'center' }
      }
    }
  };
});
