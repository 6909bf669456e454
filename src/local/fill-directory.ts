// What an administrator has put into the local Entra: the people, the applications, and what each has been granted.
import type { Standin } from '../standin/standin';
import { administrator, people } from './example/people';
import { exampleSites } from './example/sites';
import { apiResource, localIds, site, type LocalIdentity } from './identity';

/** The people, the site and the municipality's others, and the applications with what an administrator has granted them. */
export function fillDirectory(standin: Standin, { origin, identity }: { readonly origin: string; readonly identity: LocalIdentity }): void {
  standin.directory.put([...Object.values(people), administrator].map(({ roles, ...user }) => user));
  standin.createSite({ ...site, administrators: [administrator.userPrincipalName] });
  for (const { owners, ...other } of exampleSites) {
    standin.createSite({ ...other, administrators: owners.map((name) => people[name].userPrincipalName) });
  }
  standin.directory.putApplication({
    clientId: localIds.service,
    displayName: 'Värna',
    certificate: identity.publicKey,
    appRoles: ['Sites.Selected', 'User.Read.All', 'GroupMember.Read.All'],
    identifierUris: [apiResource],
    sites: { [site.path]: 'fullcontrol' },
    redirectUris: [],
    preauthorized: [localIds.pages]
  });
  standin.directory.putApplication({
    clientId: localIds.pages,
    displayName: 'SharePoint Online Web Client Extensibility',
    appRoles: [],
    identifierUris: [],
    sites: {},
    redirectUris: [`${origin}/auth-end`]
  });
  standin.directory.putApplication({
    clientId: localIds.botFramework,
    displayName: 'Bot Framework',
    appRoles: [],
    identifierUris: ['https://api.botframework.com'],
    sites: {},
    redirectUris: []
  });
}
