// Teams in miniature: answers the messages of teams-js from the tab in the frame, and tells it of a change of theme.
'use strict';
(() => {
  const settings = JSON.parse(document.getElementById('teams-host-settings').textContent);
  const frame = document.getElementById('teams-tab');
  const teams = document.querySelector('.teams');

  /** For tests: what the tab asked for, and the same choices a person has. */
  const host = { theme: settings.theme, calls: [], unknownCalls: [], links: [], status: 'waiting', setTheme };
  window.teamsHost = host;

  /** Capabilities as Teams on the web gives them; teams-js asks for them with the answer to `initialize`. */
  const runtime = {
    apiVersion: 4,
    isLegacyTeams: false,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    supports: {
      app: { notifySuccessResponse: {} },
      pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, currentApp: {} },
      clipboard: {}
    }
  };

  /** Per function of teams-js, the arguments of its answer; no answer where none is expected. */
  const answers = {
    initialize: () => ['content', 'web', JSON.stringify(runtime), '2.58.0'],
    getContext: () => [context()],
    registerHandler: () => undefined,
    'appInitialization.appLoaded': () => setStatus('loaded'),
    'appInitialization.success': () => {
      setStatus('success');
      return [true];
    },
    'appInitialization.failure': () => setStatus('failure'),
    shareDeepLink: keepLink(undefined),
    'pages.navigateToApp': keepLink([true]),
    'pages.currentApp.navigateTo': keepLink([]),
    executeDeepLink: keepLink([true]),
    setFrameContext: keepLink(undefined)
  };

  window.addEventListener('message', ({ source, origin, data }) => {
    const { id, uuidAsString, func, args } = data ?? {};
    if (source !== frame.contentWindow || typeof func !== 'string') return;
    host.calls.push(func);
    const answer = Object.hasOwn(answers, func) ? answers[func] : undefined;
    if (answer === undefined) host.unknownCalls.push(func);
    const result = answer?.(args);
    if (result !== undefined) source.postMessage({ id, uuidAsString, args: result }, origin);
  });

  document.getElementById('teams-theme').addEventListener('change', ({ target }) => setTheme(target.value));
  document.getElementById('teams-locale').addEventListener('change', ({ target }) => {
    const address = new URL(location.href);
    address.searchParams.set('locale', target.value);
    address.searchParams.set('theme', host.theme);
    location.assign(address);
  });
  // Only now, so that no message of the tab comes before there is somebody to answer it.
  frame.src = frame.dataset.src;

  /** The context in the flat form that Teams sends; teams-js groups it. */
  function context() {
    const { person, site } = settings;
    return {
      appId: settings.appId,
      entityId: settings.entityId,
      subEntityId: settings.subEntityId,
      locale: settings.locale,
      theme: host.theme,
      hostName: 'Teams',
      hostClientType: 'web',
      frameContext: 'content',
      sessionId: crypto.randomUUID(),
      appSessionId: crypto.randomUUID(),
      isFullScreen: false,
      tid: settings.tenantId,
      userObjectId: person.id,
      userPrincipalName: person.userPrincipalName,
      loginHint: person.userPrincipalName,
      userDisplayName: person.displayName,
      teamSiteUrl: site.url,
      teamSiteDomain: site.domain,
      teamSitePath: site.path
    };
  }

  function setTheme(theme) {
    host.theme = theme;
    teams.dataset.theme = theme;
    document.getElementById('teams-theme').value = theme;
    frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, location.origin);
  }

  function setStatus(status) {
    host.status = status;
  }

  function keepLink(answer) {
    return (args) => {
      host.links.push(args);
      return answer;
    };
  }
})();
