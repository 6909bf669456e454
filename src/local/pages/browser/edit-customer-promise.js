// Microsoft's measurement of editing (`@msinternal/sp-edit-customer-promise`), which it does not publish: here nothing is measured.
'use strict';
define([], () => ({
  _logFailuresForEditCustomerPromise: () => undefined,
  _EditModeCustomerPromiseHandler: { serviceKey: { id: 'local:EditModeCustomerPromiseHandler', name: 'EditModeCustomerPromiseHandler' } }
}));
