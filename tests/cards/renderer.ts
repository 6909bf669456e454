// Microsoft's own renderer in jsdom, with Markdown live as it is in Teams.
import * as AC from 'adaptivecards';
import type { Card } from '../../src/cards/card';

export interface Rendered {
  /** Everything the parser or the renderer had to say against the card. */
  readonly remarks: readonly string[];
  readonly element: HTMLElement;
  /** What the last click on a button sent; nothing when it was held back. */
  readonly sent: () => { readonly verb: string | undefined; readonly data: object | undefined } | undefined;
}

export function rendered(card: Card): Rendered {
  prepare();
  const shown = new AC.AdaptiveCard();
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  let sent: { readonly verb: string | undefined; readonly data: object | undefined } | undefined;
  shown.parse(card, context);
  shown.onExecuteAction = (action) => {
    if (action instanceof AC.ExecuteAction) sent = { verb: action.verb, data: action.data };
  };
  const element = shown.render();
  if (element === undefined) throw new Error('The card did not render');
  const faults = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return { remarks: [...faults, ...shown.validateProperties().validationEvents.map(({ message }) => message)], element, sent: () => sent };
}

/** jsdom has no innerText, by which the renderer sets what is read. */
export function prepareRenderer(): void {
  Object.defineProperty(HTMLElement.prototype, 'innerText', {
    configurable: true,
    set(this: HTMLElement, said: string) {
      this.textContent = said;
    }
  });
}

function prepare(): void {
  AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = text.replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>').replaceAll(/\*\*([^*]*)\*\*/g, '<b>$1</b>');
    result.didProcess = true;
  };
  prepareRenderer();
}
