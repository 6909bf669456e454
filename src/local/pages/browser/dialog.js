// SharePoint's dialogs (`@microsoft/sp-dialog`), drawn by the page: Microsoft does not publish the parts its own are made of.
'use strict';
define([], () => {
  /** A dialog that a class of one's own renders into `domElement`. */
  class BaseDialog {
    #box;
    #opened;

    constructor(config = {}) {
      this.isBlocking = config.isBlocking === true;
      this.isSecondary = false;
      this.isHidden = false;
    }

    get isOpen() {
      return this.#opened !== undefined;
    }

    get domElement() {
      return this.#box;
    }

    get secondaryDialogProvider() {
      return Dialog;
    }

    /** Resolves when the dialog has been closed. */
    async show(options = {}) {
      if (this.isOpen) return;
      await this.onBeforeOpen();
      if (options.confirmOpen?.() === false) return;
      this.#box = document.createElement('div');
      this.#opened = openBox({ box: this.#box, dismiss: this.isBlocking ? undefined : () => this.close() });
      const naming = new window.MutationObserver(() => nameByHeading(this.#box));
      naming.observe(this.#box, { childList: true, subtree: true });
      this.render();
      focusFirst(this.#box);
      await this.#opened.closed;
      naming.disconnect();
    }

    close() {
      this.#opened?.close();
      this.#opened = undefined;
      this.onAfterClose();
      return Promise.resolve();
    }

    onBeforeOpen() {
      return Promise.resolve();
    }

    onAfterClose() {}
  }

  const Dialog = {
    async alert(message, options = {}) {
      if (options.confirmOpen?.() !== false) await ask({ message });
    },
    /** What was written, or undefined when the person cancelled. */
    async prompt(message, options = {}) {
      return options.confirmOpen?.() === false ? undefined : ask({ message, field: options.defaultValue ?? '' });
    }
  };

  function ask({ message, field }) {
    return new Promise((resolve) => {
      const box = document.createElement('form');
      const text = Object.assign(document.createElement(field === undefined ? 'p' : 'label'), { textContent: message });
      const input = Object.assign(document.createElement('input'), { value: field ?? '' });
      if (field !== undefined) text.append(input);
      const buttons = document.createElement('div');
      buttons.className = 'buttons';
      const { close } = openBox({ box, label: message, dismiss: () => finish(undefined) });
      const cancel = field === undefined ? [] : [button('Avbryt', 'button')];
      cancel.forEach((element) => element.addEventListener('click', () => finish(undefined)));
      buttons.append(button('OK', 'submit'), ...cancel);
      box.append(text, buttons);
      box.addEventListener('submit', (event) => {
        event.preventDefault();
        finish(input.value);
      });
      focusFirst(box);

      function finish(answer) {
        close();
        resolve(answer);
      }
    });
  }

  function button(label, type) {
    const primary = type === 'submit' ? 'primary' : '';
    return Object.assign(document.createElement('button'), { type, textContent: label, className: primary });
  }

  /** Lays the box over the page; the page behind cannot be reached until it is closed, and then has the focus back. */
  function openBox({ box, label = 'Dialogruta', dismiss }) {
    const shade = document.createElement('div');
    const page = document.getElementById('page');
    const before = document.activeElement;
    const { promise: closed, resolve } = Promise.withResolvers();
    shade.className = 'dialog-shade';
    box.classList.add('dialog');
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-modal', 'true');
    box.setAttribute('aria-label', label);
    box.tabIndex = -1;
    shade.append(box);
    document.body.append(shade);
    page.inert = true;
    document.addEventListener('keydown', escape);

    function escape(event) {
      if (event.key === 'Escape' && !event.defaultPrevented) dismiss?.();
    }

    function close() {
      document.removeEventListener('keydown', escape);
      page.inert = false;
      shade.remove();
      before?.focus();
      resolve();
    }
    return { close, closed };
  }

  /** A dialog is called what its heading says, which may come after its first rendering. */
  function nameByHeading(box) {
    const heading = box.querySelector('h1, h2, h3, [role="heading"]');
    if (heading !== null) box.setAttribute('aria-label', heading.textContent);
  }

  function focusFirst(box) {
    (box.querySelector('input, textarea, select, button, a[href]') ?? box).focus();
  }

  return { BaseDialog, Dialog };
});
