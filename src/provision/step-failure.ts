// A step that SharePoint refused or did not answer: its own error, with which step it was.
import { SharePointError } from '../lists/sharepoint-error';
import type { Step } from './step';

export class StepFailure extends SharePointError {
  readonly step: Step;

  constructor(step: Step, cause: SharePointError) {
    const { message, reason, status, code } = cause;
    super(message, { reason, cause, ...(status !== undefined && { status }), ...(code !== undefined && { code }) });
    this.step = step;
  }
}
