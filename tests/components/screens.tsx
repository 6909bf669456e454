// Rendering for screen tests: the tab or the dialog as one person in one language, the way the shells do it.
import './jsdom-parts';
import { configure, fireEvent, render, screen, type RenderResult } from '@testing-library/react';
import * as React from 'react';
import { VarnaApp } from '../../src/components/app';
import type { Desk } from '../../src/components/commands/desk';
import { DecideManyDialog } from '../../src/components/decisions/decide-many-dialog';
import { DecideDialog } from '../../src/components/decisions/decide-dialog';
import type { Environment } from '../../src/components/environment';
import { teamsTheme } from '../../src/components/host-theme';
import { Hosted } from '../../src/components/hosted';
import { personalEnvironment } from '../../src/components/record';
import type { Source } from '../../src/components/source';
import type { Language } from '../../src/domain/language';
import { people } from '../workflows/memory-context';
import { municipality, type Municipality } from './municipality';

/** What is to come comes, also on a busy machine. Milliseconds. */
configure({ asyncUtilTimeout: 10_000 });

export interface Showing {
  readonly as?: keyof typeof people;
  readonly language?: Language;
  /** As Teams names it. */
  readonly theme?: string;
  readonly at?: string;
  /** The subpage of a Teams link. */
  readonly startAt?: string;
  readonly in?: Municipality;
  /** Reads that answer otherwise than the municipality's. */
  readonly source?: Partial<Source>;
  /** What comes before the record does; nothing, when absent. */
  readonly before?: () => Promise<void>;
  /** Commands that are answered otherwise than the municipality would. */
  readonly desk?: Partial<Desk>;
}

/** What was reported to the host's log since `forgetErrors`. */
export const errors: Error[] = [];

const onError = (error: Error): void => void errors.push(error);

/** The tab at an address, as the object owner in Swedish unless otherwise said. */
export function showTab(showing: Showing = {}): RenderResult {
  window.history.replaceState(undefined, '', `#${showing.at ?? ''}`);
  return render(tabOf(showing));
}

/** What `showTab` shows, to be shown otherwise where it stands. */
export function tabOf({ startAt, before = () => Promise.resolve(), ...showing }: Showing): React.ReactElement {
  const environment = environmentOf(showing);
  const open = async (): Promise<Environment> => {
    await before();
    return environment;
  };
  return hosted(showing, <VarnaApp open={open} onError={onError} host="teams" startAt={startAt} />);
}

export interface ShowingDialog extends Showing {
  readonly reference: string;
  readonly isReturning?: boolean;
  readonly onClose?: (isChanged: boolean) => void;
}

export function showDialog({ reference, isReturning = false, onClose = () => undefined, ...showing }: ShowingDialog): RenderResult {
  const dialog = <DecideDialog environment={environmentOf(showing)} reference={reference} isReturning={isReturning} onClose={onClose} />;
  return render(hosted(showing, dialog));
}

interface ShowingMany extends Showing {
  readonly references: readonly string[];
  readonly onClose?: (isChanged: boolean) => void;
}

/** Renders the dialog over the list with many rows chosen. */
export function showManyDialog({ references, onClose = () => undefined, ...showing }: ShowingMany): RenderResult {
  return render(hosted(showing, <DecideManyDialog environment={environmentOf(showing)} references={references} onClose={onClose} />));
}

function environmentOf({ as = 'objectOwner', language = 'sv', in: place = municipality(), source, desk }: Showing): Environment {
  return personalEnvironment({
    language,
    me: people[as],
    source: { ...place.source(as), ...source },
    desk: { ...place.desk(as), ...desk },
    storage: window.localStorage,
    onError
  });
}

function hosted({ language = 'sv', theme = 'default' }: Showing, children: React.ReactElement): React.ReactElement {
  return (
    <Hosted theme={teamsTheme(theme)} language={language} message="Misslyckades" retry="Igen" onError={onError}>
      {children}
    </Hosted>
  );
}

/** Fluent lets nothing be pressed in a list before it has its place on the page, and when it gets that is luck where nothing has a size. */
export async function pick(name: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('option', { name }));
}
