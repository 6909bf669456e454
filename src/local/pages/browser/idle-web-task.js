// Microsoft's queue for work in idle time (`@msinternal/sp-idle-web-task`), which it does not publish: here nothing is prefetched.
'use strict';
define([], () => ({
  IdleTaskQueue: { instance: { enqueueTask: () => 0, removeTask: () => undefined } },
  IdleTaskPriority: {},
  PrefetchDependencyPriority: {},
  createPrefetchDependencyQueue: () => ({})
}));
