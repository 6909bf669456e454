// Starts Microsoft's loader with the page's context, as the script at the end of a SharePoint page does.
'use strict';
(() => {
  const { applicationId, context, manifests } = JSON.parse(document.getElementById('local-page').textContent);

  start().catch(show);

  async function start() {
    const spPageContextInfo = { ...context, ...(await fromSharePoint()) };
    window._spPageContextInfo = spPageContextInfo;
    window.spClientSidePageContext = { clientSideApplicationId: applicationId, buildNumber: '16.0.0.0', manifests, spPageContextInfo };
    // Microsoft's telemetry is not published, and nothing here is to be reported to anybody.
    window.spModuleLoader._isTelemetryDisabled = true;
    await window.spModuleLoader.start(window.spClientSidePageContext, (error) => show(error));
  }

  /** What only SharePoint knows about the site and the person. */
  async function fromSharePoint() {
    const site = `${context.webServerRelativeUrl}/_api`;
    const [digest, collection, web, user] = await Promise.all([
      read(`${site}/contextinfo`, { method: 'POST' }),
      read(`${site}/site?$select=Id`),
      read(`${site}/web?$select=Id,Title,EffectiveBasePermissions`),
      read(`${site}/web/currentuser?$select=Id`)
    ]);
    return {
      formDigestValue: digest.FormDigestValue,
      formDigestTimeoutSeconds: digest.FormDigestTimeoutSeconds,
      siteId: `{${collection.Id}}`,
      webId: `{${web.Id}}`,
      webTitle: web.Title,
      webPermMasks: { High: Number(web.EffectiveBasePermissions.High), Low: Number(web.EffectiveBasePermissions.Low) },
      userId: user.Id
    };
  }

  async function read(address, init = {}) {
    const response = await fetch(address, { ...init, headers: { accept: 'application/json;odata=nometadata' } });
    if (!response.ok) throw new Error(`${address} svarade ${response.status}: ${await response.text()}`);
    return response.json();
  }

  function show(error) {
    const message = document.createElement('p');
    message.className = 'failure';
    message.setAttribute('role', 'alert');
    message.textContent = `Sidan kunde inte starta. ${error?.message ?? error}`;
    document.body.prepend(message);
    console.error(error);
    return false;
  }
})();
