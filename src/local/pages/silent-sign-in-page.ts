// Where Entra sends the hidden frame of a silent sign-in: hands the answer to the page that asked.
import { htmlDocument } from './html';

export function silentSignInPage(): string {
  return htmlDocument({ title: 'Inloggad', body: '', scripts: ['auth-end.js'] });
}
