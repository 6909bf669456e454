// What Teams posts when people write to the bot and press its cards.
import { randomUUID } from 'node:crypto';
import { people, type ExamplePerson } from '../../../src/local/example/people';
import { localIds } from '../../../src/local/identity';

const managers = new Set(Object.values(people).map(({ managerId }) => managerId));

/** Neither IT nor anybody's manager: whom the service has not met, it keeps notices for. */
const reporters = Object.values(people).filter(({ id, roles }) => !roles.includes('it') && !managers.has(id));

/** One after the other. */
function reporter(n: number): ExamplePerson {
  const found = reporters[n % reporters.length];
  if (found === undefined) throw new Error('The example municipality has nobody in it.');
  return found;
}

function activity(serviceUrl: string, { id, displayName }: ExamplePerson): Record<string, unknown> {
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    locale: 'sv-SE',
    from: { id: `29:${id}`, aadObjectId: id, name: displayName },
    recipient: { id: '28:varna', name: 'Värna' },
    conversation: { id: `a:${id}`, conversationType: 'personal', tenantId: localIds.tenant },
    channelData: { tenant: { id: localIds.tenant } }
  };
}

export function reportPhrase(serviceUrl: string, n: number): unknown {
  return { ...activity(serviceUrl, reporter(n)), type: 'message', text: 'rapportera incident' };
}

/** The last press of the report form, every time on a form of its own. */
export function reportSubmitted(serviceUrl: string, n: number): unknown {
  const data = {
    formKey: randomUUID(),
    kind: 'sent-wrong',
    when: 'just-now',
    ongoing: 'no',
    where: 'Outlook',
    personalData: 'no',
    description: 'Ett brev till en annan mottagare än den som skulle ha det.'
  };
  const value = { action: { type: 'Action.Execute', verb: 'report-submit', data } };
  return { ...activity(serviceUrl, reporter(n)), type: 'invoke', name: 'adaptiveCard/action', replyToId: `shown-${n}`, value };
}
