// Azurite's tables and queues in one process, which starts in half the time of two, on ports of the machine's choosing; keeps nothing, and ends with whoever started it.
'use strict';
const { default: TableConfiguration } = require('azurite/dist/src/table/TableConfiguration');
const { default: TableServer } = require('azurite/dist/src/table/TableServer');
const { default: QueueConfiguration } = require('azurite/dist/src/queue/QueueConfiguration');
const { default: QueueServer } = require('azurite/dist/src/queue/QueueServer');

/** `skipApiVersionCheck`: the client may speak a later version than Azurite knows by name. */
function inMemory(configuration) {
  return Object.assign(configuration, { isMemoryPersistence: true, skipApiVersionCheck: true, enableAccessLog: false });
}

async function main() {
  const table = new TableServer(inMemory(new TableConfiguration('127.0.0.1', 0)));
  const queue = new QueueServer(inMemory(new QueueConfiguration('127.0.0.1', 0)));
  await Promise.all([table.start(), queue.start()]);
  process.send({ table: table.getHttpServerAddress(), queue: queue.getHttpServerAddress() });
}

process.once('disconnect', () => process.exit());
void main();
