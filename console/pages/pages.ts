import type { PageEntry } from '../shell/page-type.ts';

/** Every page. The first pattern that fits wins. */
export const pages: readonly PageEntry[] = [
  { path: '/', section: 'tasks', load: () => import('./task-list.tsx') },
  { path: '/kalender', section: 'calendar', load: () => import('./calendar.tsx') },
  { path: '/kalender/:year', section: 'calendar', load: () => import('./calendar.tsx') },
  { path: '/utbetalningar', section: 'payments', load: () => import('./payments.tsx') },
  { path: '/utbetalningar/:run', section: 'payments', load: () => import('./payment.tsx') },
  { path: '/rekvisitioner', section: 'requisitions', load: () => import('./requisitions.tsx') },
  { path: '/underlag', section: 'inputs', load: () => import('./inputs.tsx') },
  { path: '/avstamning', section: 'reconciliation', load: () => import('./reconciliation.tsx') },
  { path: '/regioner', section: 'regions', load: () => import('./regions.tsx') },
  { path: '/granskning', section: 'audit', load: () => import('./audit.tsx') },
];
