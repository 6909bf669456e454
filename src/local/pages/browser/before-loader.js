// What has to stand before any bundle runs: where icons come from, and no question that leaves this machine.
'use strict';
(() => {
  window.FabricConfig = { fontBaseUrl: '', iconBaseUrl: '/_local/packages/@fluentui/font-icons-mdl2/fonts/' };

  // SharePoint's teams-js asks Microsoft which hosts it may trust. Here the host is this very origin, which it trusts by itself.
  const trustedHosts = 'https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json';
  const ask = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = typeof input === 'string' ? input : (input.url ?? String(input));
    if (address === trustedHosts) return Promise.resolve(window.Response.json({ validOrigins: [] }));
    return ask(input, init);
  };
})();
