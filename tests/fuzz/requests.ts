// The requests a hostile client can send: to the bot's door, to the command API, and to anything else that listens.
import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { pressData } from '../../src/cards/card-data';
import { bodyFor, withOneWrong, type Hints } from './from-schema';
import { deepJson, oddJson, oddName, oddText } from './odd-values';

/** `who`: a number among the people of the site, or nobody. `key`: a number among the keys of a run, so that keys come back. */
export type HostileRequest =
  | { readonly to: 'bot'; readonly who: number; readonly fields: object }
  | {
      readonly to: 'press';
      readonly who: number;
      readonly key: number;
      readonly verb: unknown;
      readonly data: unknown;
      readonly fields: object;
    }
  | {
      readonly to: 'command';
      readonly who: number;
      readonly key: number;
      readonly name: string;
      readonly input: unknown;
      readonly twice: boolean;
    }
  | {
      readonly to: 'door';
      readonly method: string;
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };

/** Every command's input by the command's name, as its workflow exports it: `ReportIncidentInput` is what `report-incident` takes. */
export async function commandInputs(): Promise<ReadonlyMap<string, z.ZodType>> {
  const folder = path.join(__dirname, '../../src/workflows');
  const modules = await Promise.all(readdirSync(folder).map((file) => import(path.join(folder, file)) as Promise<Record<string, unknown>>));
  const named = modules.flatMap((exported) => Object.entries(exported)).filter(([name]) => name.endsWith('Input'));
  return new Map(named.map(([name, schema]) => [nameOnTheWire(name), schema as z.ZodType]));
}

function nameOnTheWire(exported: string): string {
  return exported
    .replace(/Input$/, '')
    .replaceAll(/(?!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
}

const who = fc.integer({ min: 0, max: 8 });
const key = fc.integer({ min: 0, max: 400 });

export function hostileRequest(inputs: ReadonlyMap<string, z.ZodType>, hints: Hints): fc.Arbitrary<HostileRequest> {
  return fc.oneof(
    { weight: 8, arbitrary: command(inputs, hints) },
    { weight: 6, arbitrary: press(hints) },
    { weight: 4, arbitrary: activity },
    { weight: 2, arbitrary: atTheDoor }
  );
}

function command(inputs: ReadonlyMap<string, z.ZodType>, hints: Hints): fc.Arbitrary<HostileRequest> {
  const known = [...inputs].map(([name, schema]) => {
    const body = bodyFor(schema, hints);
    const input = fc.oneof({ weight: 6, arbitrary: body }, { weight: 2, arbitrary: withOneWrong(body) }, { weight: 1, arbitrary: oddJson });
    return { weight: 3, arbitrary: given(fc.constant(name), input) };
  });
  return fc.oneof({ weight: 1, arbitrary: given(fc.oneof(oddName, oddText), oddJson) }, ...known);
}

function given(name: fc.Arbitrary<string>, input: fc.Arbitrary<unknown>): fc.Arbitrary<HostileRequest> {
  const twice = fc.integer({ min: 0, max: 9 }).map((number) => number === 0);
  return fc.record({ to: fc.constant('command' as const), who, key, name, input, twice });
}

/** A button of ours with its data whole, or not; the key is put in where the data is an object that leaves it out. */
function press(hints: Hints): fc.Arbitrary<HostileRequest> {
  const ours = Object.entries(pressData).map(([verb, schema]) => {
    const body = bodyFor(schema, hints).map(withoutKey);
    return fc.record({ verb: fc.constant<unknown>(verb), data: fc.oneof(body, withOneWrong(body)) });
  });
  const submitted = fc.record({ verb: fc.constant<unknown>('report-submit'), data: bodyFor(WholeDraft, hints) });
  const foreign = fc.record({ verb: fc.oneof(oddName, oddJson), data: oddJson });
  const action = fc.oneof(...ours, { weight: 3, arbitrary: submitted }, foreign);
  const fields = fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: somePlace });
  return fc
    .record({ to: fc.constant('press' as const), who, key, action, fields })
    .map(({ action: { verb, data }, ...rest }) => ({ ...rest, verb, data }));
}

const WholeDraft = z.strictObject({
  kind: z.enum(['weakness', 'other']),
  when: z.enum(['today', 'unknown']),
  ongoing: z.enum(['yes', 'no']),
  personalData: z.enum(['yes', 'unknown']),
  where: z.string(),
  description: z.string()
});

function withoutKey(data: unknown): unknown {
  return Object.fromEntries(Object.entries(data as object).filter(([name]) => name !== 'formKey'));
}

const activityNames = fc.constantFrom(
  'adaptiveCard/action',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
  'composeExtension/query',
  'task/fetch',
  'task/submit',
  'fileConsent/invoke',
  'message/submitAction',
  'signin/verifyState',
  'signin/tokenExchange',
  'application/search',
  'config/fetch',
  'handoff/action'
);

const said = fc.oneof(
  oddText,
  oddText.map((text) => `rapportera incident ${text}`),
  oddText.map((text) => `<at>Värna</at> ${text}`),
  fc.constantFrom('mina ärenden', 'help', 'omat ilmoitukset', 'report an incident')
);

const somePlace = fc.record(
  {
    locale: fc.oneof(fc.constantFrom('sv-SE', 'fi-FI', 'en-US'), oddText),
    replyToId: fc.oneof(fc.constantFrom('1', '..', '.'), oddText),
    conversation: fc.oneof(
      fc.record({
        id: fc.oneof(fc.constantFrom('a:x', '..', '.', '19:x@thread.tacv2', 'a\ud800'), oddText),
        conversationType: fc.constantFrom('personal', 'channel', 'groupChat', 'x'),
        tenantId: fc.constant('our tenant')
      }),
      oddJson
    )
  },
  { requiredKeys: [] }
);

const mention = fc.record({ type: fc.constant('mention'), text: fc.oneof(fc.constant('<at>Värna</at>'), oddText), mentioned: oddJson });

const messagePayload = said.map((content) => ({ commandId: 'report', messagePayload: { body: { content, contentType: 'html' } } }));

const activity: fc.Arbitrary<HostileRequest> = fc.record({
  to: fc.constant('bot' as const),
  who,
  fields: fc
    .tuple(
      fc.record(
        {
          type: fc.oneof(
            {
              weight: 6,
              arbitrary: fc.constantFrom(
                'message',
                'invoke',
                'installationUpdate',
                'conversationUpdate',
                'messageUpdate',
                'messageReaction',
                'event',
                'typing'
              )
            },
            { weight: 1, arbitrary: oddJson }
          ),
          name: fc.oneof({ weight: 6, arbitrary: activityNames }, { weight: 1, arbitrary: oddJson }),
          text: fc.oneof({ weight: 6, arbitrary: said }, { weight: 1, arbitrary: oddJson }),
          value: fc.oneof({ weight: 2, arbitrary: messagePayload }, { weight: 1, arbitrary: oddJson }),
          action: fc.oneof(fc.constantFrom('add', 'remove', 'add-upgrade'), oddJson),
          entities: fc.oneof(fc.array(mention, { maxLength: 3 }), oddJson),
          membersAdded: fc.oneof(fc.constant([{ id: '28:varna' }]), oddJson),
          attachments: oddJson,
          channelData: fc.oneof({ weight: 4, arbitrary: fc.constant({ tenant: { id: 'our tenant' } }) }, { weight: 1, arbitrary: oddJson })
        },
        { requiredKeys: ['type'] }
      ),
      fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: somePlace })
    )
    .map(([what, where]) => ({ ...what, ...where }))
});

const doors = fc.constantFrom('/api/messages', '/api/commands/report-incident', '/api/commands/stop-report', '/health');
const brokenJson = fc.oneof(
  deepJson,
  oddText,
  fc.constantFrom('', '{', '[]', 'null', '{"a":1}}', '\ufeff{}', '"x"', '{"__proto__":{"type":"message"}}')
);

/** What Express itself has to cope with before any of ours is asked. */
const atTheDoor: fc.Arbitrary<HostileRequest> = fc.record({
  to: fc.constant('door' as const),
  method: fc.constantFrom('POST', 'POST', 'POST', 'PUT', 'GET', 'OPTIONS', 'DELETE'),
  path: fc.oneof(
    { weight: 4, arbitrary: doors },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '/api/commands/%ff',
        '/api/commands/%00',
        '/%',
        '//',
        '/api/commands/..%2f..',
        '/api/messages?x[__proto__]=1'
      )
    },
    { weight: 1, arbitrary: oddText.map((text) => `/api/commands/${encodeURIComponent(Buffer.from(text.slice(0, 200)).toString())}`) }
  ),
  headers: fc.record(
    {
      'content-type': fc.constantFrom(
        'application/json',
        'application/json; charset=utf-7',
        'application/json; charset=utf-16',
        'text/plain',
        'application/x-www-form-urlencoded',
        'x'
      ),
      'content-encoding': fc.constantFrom('gzip', 'br', 'deflate', 'zstd', 'identity', 'x'),
      origin: fc.constantFrom('null', 'https://ond.example'),
      authorization: fc.constantFrom('Bearer', 'Bearer x', 'Bearer a.b.c', `Bearer ${'x'.repeat(6_000)}`, 'Basic Og==')
    },
    { requiredKeys: [] }
  ),
  body: brokenJson
});
