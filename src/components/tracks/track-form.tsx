// The frame of every form on a track.
import * as React from 'react';
import type { CommandName } from '../commands/desk';
import { CommandForm, type CommandFormProps } from '../parts/command-form';

export function TrackForm<N extends CommandName>(props: Omit<CommandFormProps<N>, 'what'>): React.ReactElement {
  return <CommandForm {...props} what="tab.what.track" />;
}
