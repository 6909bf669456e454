// Catches what a screen throws while rendering, says so in words and offers to try again.
import { MessageBar, MessageBarButton, MessageBarType } from '@fluentui/react';
import * as React from 'react';

export interface ErrorBoundaryProps {
  /** What the person reads, in their language. */
  readonly message: string;
  /** The label of the button that renders the screen anew. */
  readonly retry: string;
  /** Told once per failure, so that the host can log it. */
  readonly onError: (error: Error) => void;
}

interface ErrorBoundaryState {
  readonly failed: boolean;
}

/** React asks for a class here: there is no hook for a failed render. */
export class ErrorBoundary extends React.Component<ErrorBoundaryProps, ErrorBoundaryState> {
  public override state: ErrorBoundaryState = { failed: false };

  public static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true };
  }

  public override componentDidCatch(error: Error): void {
    this.props.onError(error);
  }

  public override render(): React.ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = <MessageBarButton onClick={() => this.setState({ failed: false })}>{this.props.retry}</MessageBarButton>;
    return (
      <MessageBar messageBarType={MessageBarType.error} actions={again} role="alert">
        {this.props.message}
      </MessageBar>
    );
  }
}
