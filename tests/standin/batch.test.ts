// `$batch` to the byte: parts in order, each by itself, whatever line ends, boundaries and verbs the client uses.
import '@pnp/sp/batching';
import { asa, eero, maja, refusalOf, startSite } from './sharepoint-site';
import type { TestSite } from './sharepoint-site';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  const sp = site.as(asa).web;
  await sp.lists.add('Ärenden');
  await sp.lists.getByTitle('Ärenden').items.add({ Title: 'Ett' });
  await sp.webs.add('Under', 'under');
  const { Id } = await sp.ensureUser(eero.userPrincipalName);
  await sp.roleAssignments.add(Id, 1073741826);
});
afterAll(() => site.stop());

const items = "/_api/web/lists/getByTitle('%C3%84renden')/items";
const noMetadata = 'accept: application/json;odata=nometadata\n';
const json = `${noMetadata}content-type: application/json\n`;
const any = `${json}IF-MATCH: *\n`;

const part = (request: string): string => `Content-Type: application/http\nContent-Transfer-Encoding: binary\n\n${request}\n`;
const get = (path: string, headers = noMetadata): string => part(`GET ${site.url}${path} HTTP/1.1\n${headers}`);
const write = (verb: string, path: string, body: string, headers = json): string =>
  part(`${verb} ${site.url}${path} HTTP/1.1\n${headers}\n${body}\n`);
const changeset = (...requests: readonly string[]): string =>
  `Content-Type: multipart/mixed; boundary="changeset_c1"\n\n${requests.map((request) => `--changeset_c1\n${request}`).join('')}--changeset_c1--\n\n`;

function bodyOf(parts: readonly string[], boundary = 'batch_b1'): string {
  return [...parts.map((one) => `--${boundary}\n${one}`), `--${boundary}--\n`].join('');
}

async function send(body: string, contentType = 'multipart/mixed; boundary=batch_b1', person = asa): Promise<Response> {
  return site.call(person, '/_api/$batch', { method: 'POST', headers: { 'content-type': contentType }, body });
}

/** What stands between the boundaries, in order. */
async function answers(response: Response): Promise<string[]> {
  expect(response.status).toBe(200);
  const boundary = /boundary=(batchresponse_[\da-f-]{36})$/.exec(response.headers.get('content-type') ?? '')?.[1] ?? '';
  const text = await response.text();
  expect(text.endsWith(`--${boundary}--\r\n`)).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  return text.slice(0, -`--${boundary}--\r\n`.length).split(`--${boundary}\r\n`).slice(1);
}

const statuses = (parts: readonly string[]): string[] => parts.map((one) => /HTTP\/1\.1 (\d+)/.exec(one)?.[1] ?? '');
const head = 'Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n';
const jsonType = 'CONTENT-TYPE: application/json;odata=nometadata;streaming=true;charset=utf-8\r\n';

describe('the answer to a batch', () => {
  it('has each part as SharePoint writes it, to the byte', async () => {
    const [made] = await answers(
      await send(
        bodyOf([
          write(
            'POST',
            '/_api/web/roledefinitions',
            '{"Name":"Test","BasePermissions":{"High":"0","Low":"262144"},"Description":"","Order":0}'
          )
        ])
      )
    );
    const id = /"Id":(\d+)/.exec(made ?? '')?.[1] ?? '';
    expect(made).toBe(
      `${head}HTTP/1.1 201 Created\r\n${jsonType}LOCATION: ${site.url}/_api/Web/RoleDefinitions(${id})\r\n\r\n` +
        `{"BasePermissions":{"High":"0","Low":"262144"},"Description":"","Hidden":false,"Id":${id},"Name":"Test","Order":0,"RoleTypeKind":0}\r\n`
    );
    const [gone, list, added, changed, missing] = await answers(
      await send(
        bodyOf([
          changeset(write('DELETE', `/_api/web/roledefinitions(${id})`, '')),
          get("/_api/web/lists/getByTitle('%C3%84renden')?$select=Title"),
          changeset(
            write('POST', items, '{"Title":"Två"}'),
            write('MERGE', `${items}(1)`, '{"Title":"Ett igen"}', `${json}if-match: *\n`),
            write('MERGE', `${items}(99)`, '{"Title":"X"}')
          )
        ])
      )
    );
    expect(gone).toBe(`${head}HTTP/1.1 200 OK\r\n${jsonType}\r\n\r\n`);
    expect(list).toMatch(
      /^Content-Type: application\/http\r\n.*\r\n\r\nHTTP\/1\.1 200 OK\r\nCONTENT-TYPE: .*\r\nETAG: "\d+"\r\n\r\n\{"Title":"Ärenden"\}\r\n$/
    );
    expect(added).toMatch(/HTTP\/1\.1 201 Created\r\nCONTENT-TYPE: .*\r\nETAG: "[\da-f-]{36},1"\r\nLOCATION: http.*Items\(2\)\r\n\r\n\{/);
    expect(changed).toMatch(/HTTP\/1\.1 204 No Content\r\nETAG: "[\da-f-]{36},2"\r\n\r\n\r\n$/);
    expect(missing).toContain('HTTP/1.1 404 Not Found\r\n');
    expect(missing).toContain('"code":"-2130575338, System.ArgumentException"');
  });

  it('keeps the order of change sets and reads among each other', async () => {
    const parts = await answers(
      await send(
        bodyOf([
          get(`${items}(1)?$select=Title`),
          changeset(write('MERGE', `${items}(1)`, '{"Title":"A"}', any), write('MERGE', `${items}(1)`, '{"Title":"B"}', any)),
          get(`${items}(1)?$select=Title`),
          changeset(write('MERGE', `${items}(1)`, '{"Title":"C"}', any)),
          get(`${items}(1)?$select=Title`)
        ])
      )
    );
    expect(statuses(parts)).toEqual(['200', '204', '204', '200', '204', '200']);
    expect([parts[0], parts[3], parts[5]].map((one) => /"Title":"(.*?)"/.exec(one ?? '')?.[1])).toEqual(['Ett igen', 'B', 'C']);
  });

  it('takes each part’s own Accept, verb and If-Match', async () => {
    const parts = await answers(
      await send(
        bodyOf([
          get('/_api/web?$select=Title', 'accept: application/json;odata=verbose\n'),
          get('/_api/web?$select=Title', 'accept: application/json\n'),
          get('/_api/web/lists/getByTitle(%27Nej%27)', 'accept: application/json;odata=verbose\n'),
          changeset(
            write('PATCH', `${items}(1)`, '{"Title":"D"}', any),
            write('POST', `${items}(1)`, '{"Title":"E"}', `${json}X-HTTP-Method: MERGE\nIF-MATCH: "fel"\n`),
            write('POST', `${items}(2)`, '', `${json}X-HTTP-Method: DELETE\n`)
          )
        ])
      )
    );
    expect(statuses(parts)).toEqual(['200', '200', '404', '204', '412', '200']);
    expect(parts[0]).toContain('{"d":{"__metadata":');
    expect(parts[1]).toContain('"odata.type":"SP.Web"');
    expect(parts[2]).toContain('{"error":{"code":"-1, System.ArgumentException"');
  });

  it('goes on after a part that is refused, and keeps nothing of it', async () => {
    const parts = await answers(
      await send(
        bodyOf([
          changeset(write('POST', items, '{"Title":"Före"}'), write('POST', items, 'inte JSON'), write('BREW', items, '')),
          get('/_api/web/påhitt'),
          get('/_api/web/lists/getByTitle(%27%E0%A4%A)'),
          get('/_layouts/15/start.aspx'),
          part('GET https://annan.example/_api/web HTTP/1.1\n'),
          get('/finns-inte/_api/web'),
          changeset(write('POST', items, '{"Title":"Efter"}'))
        ])
      )
    );
    expect(statuses(parts)).toEqual(['201', '400', '501', '501', '400', '404', '400', '404', '201']);
    const titles = await site.as(asa).web.lists.getByTitle('Ärenden').items.select('Title')<{ Title: string }[]>();
    expect(titles.map(({ Title }) => Title)).toEqual(expect.arrayContaining(['Före', 'Efter']));
  });

  it('reaches other sites than the one it was sent to', async () => {
    const parts = await answers(await send(bodyOf([get('/under/_api/web?$select=Title'), get('/_api/web?$select=Title')])));
    expect(parts[0]).toContain('{"Title":"Under"}');
    expect(parts[1]).toContain('{"Title":"Informationssäkerhet"}');
  });

  it('is trimmed and refused part by part for who asks', async () => {
    const body = bodyOf([get(`${items}?$select=Title`), changeset(write('POST', items, '{"Title":"X"}')), get('/_api/web?$select=Title')]);
    expect(statuses(await answers(await send(body, undefined, eero)))).toEqual(['200', '403', '200']);
    expect(statuses(await answers(await send(body, undefined, maja)))).toEqual(['403', '403', '403']);
  });
});

describe('a batch as clients write it', () => {
  const parts = (): string[] => [
    get('/_api/web?$select=Title'),
    changeset(write('POST', items, '{"Title":"Rad"}')),
    get('/_api/web?$select=Title')
  ];

  it('may have CRLF, boundaries in quotes, lengths of its parts, and text around them', async () => {
    const body = bodyOf(parts());
    const lengths = body.replaceAll('Content-Transfer-Encoding: binary', 'Content-Transfer-Encoding: binary\nContent-Length: 4711');
    for (const text of [body, body.replaceAll('\n', '\r\n'), lengths, `inledning\n${body}slut\n`]) {
      expect(statuses(await answers(await send(text, 'multipart/mixed; boundary="batch_b1"')))).toEqual(['200', '201', '200']);
    }
  });

  it('is refused when it is none', async () => {
    const refused = async (body: string, contentType?: string): Promise<unknown> => {
      const response = await send(body, contentType);
      const { 'odata.error': error } = (await response.json()) as { 'odata.error': { code: string } };
      return [response.status, error.code];
    };
    const malformed = [400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException'];
    expect(await refused(bodyOf(parts()), 'multipart/mixed')).toEqual(malformed);
    expect(await refused('')).toEqual(malformed);
    expect(await refused(bodyOf(parts(), 'batch_annan'))).toEqual(malformed);
    expect(await refused(bodyOf([part('GET /_api/web HTTP/1.1\n')]))).toEqual(malformed);
    expect(await refused(bodyOf(Array.from({ length: 101 }, () => get('/_api/web'))))).toEqual(malformed);
    expect((await site.call(asa, '/_api/$batch')).status).toBe(501);
  });

  it('from @pnp/sp settles every part in order', async () => {
    const [batched, execute] = site.as(asa).batched();
    const order: number[] = [];
    const all = [
      batched.web().then(() => order.push(1)),
      batched.web.lists
        .top(1)()
        .then(() => order.push(2)),
      batched.web.siteGroups
        .getByName('Informationssäkerhet Visitors')
        .users.add(`i:0#.f|membership|${maja.userPrincipalName}`)
        .then(() => order.push(3)),
      refusalOf(batched.web.lists.getByTitle('Nej')()).then(() => order.push(4))
    ];
    await execute();
    await Promise.all(all);
    expect(order).toEqual([1, 2, 3, 4]);
  });
});
