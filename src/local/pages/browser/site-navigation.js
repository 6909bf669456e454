// The site's own navigation: the web part's page, and the lists the person may see.
'use strict';
(() => {
  const { context } = JSON.parse(document.getElementById('local-page').textContent);
  const site = context.webServerRelativeUrl;
  const language = new URLSearchParams(location.search).get('locale');
  const query = language ? `?locale=${encodeURIComponent(language)}` : '';

  draw().catch((error) => console.error(error));

  async function draw() {
    const response = await fetch(`${site}/_api/web/lists?$select=Title,Hidden,RootFolder/ServerRelativeUrl&$expand=RootFolder`, {
      headers: { accept: 'application/json;odata=nometadata' }
    });
    if (!response.ok) throw new Error(`Listorna kunde inte läsas (${response.status}).`);
    const { value: lists } = await response.json();
    const shown = lists.filter(({ Hidden, RootFolder }) => !Hidden && RootFolder.ServerRelativeUrl.startsWith(`${site}/Lists/`));
    const links = [link('Värna', `${site}/SitePages/Varna.aspx`), ...shown.map(listLink)];
    const navigation = document.createElement('nav');
    navigation.setAttribute('aria-label', 'Webbplatsen');
    navigation.append(...links);
    document.getElementById('site-navigation').replaceChildren(navigation);
  }

  function listLink({ Title, RootFolder }) {
    return link(Title, `${encodeURI(RootFolder.ServerRelativeUrl)}/AllItems.aspx`);
  }

  function link(text, path) {
    const anchor = Object.assign(document.createElement('a'), { href: path + query, textContent: text });
    if (path.toLowerCase() === location.pathname.toLowerCase()) anchor.setAttribute('aria-current', 'page');
    return anchor;
  }
})();
