// Stands in for a compiled style sheet in tests: each class is its own name.
'use strict';
module.exports = { __esModule: true, default: new Proxy({}, { get: (_, name) => String(name) }) };
