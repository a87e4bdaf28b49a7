import type { PageEntry } from '../shell/page-type.ts';

/** Every page. The first pattern that fits wins. */
export const pages: readonly PageEntry[] = [
  { path: '/', section: 'tasks', load: () => import('./task-list.tsx') },
  { path: '/kalender', section: 'calendar', load: () => import('./calendar.tsx') },
  { path: '/kalender/:year', section: 'calendar', load: () => import('./calendar.tsx') },
  { path: '/utbetalningar', section: 'payments', load: () => import('./payments.tsx') },
  { path: '/utbetalningar/:run', section: 'payments', load: () => import('./payment.tsx') },
  { path: '/banken', section: 'bank', load: () => import('./bank.tsx') },
  { path: '/banken/:year', section: 'bank', load: () => import('./bank.tsx') },
  { path: '/rekvisitioner', section: 'requisitions', load: () => import('./requisitions.tsx') },
  {
    path: '/rekvisitioner/:requisition',
    section: 'requisitions',
    load: () => import('./requisition.tsx'),
  },
  { path: '/underlag', section: 'inputs', load: () => import('./inputs.tsx') },
  { path: '/underlag/:year', section: 'inputs', load: () => import('./inputs.tsx') },
  { path: '/underlag/:year/:kind', section: 'inputs', load: () => import('./input.tsx') },
  { path: '/underlag/:year/:kind/ny', section: 'inputs', load: () => import('./input-new.tsx') },
  {
    path: '/underlag/:year/:kind/:version',
    section: 'inputs',
    load: () => import('./input-version.tsx'),
  },
  { path: '/avstamning', section: 'reconciliation', load: () => import('./reconciliation.tsx') },
  {
    path: '/avstamning/:year',
    section: 'reconciliation',
    load: () => import('./reconciliation.tsx'),
  },
  {
    path: '/avstamning/:year/lokala-rabatter',
    section: 'reconciliation',
    load: () => import('./discounts.tsx'),
  },
  { path: '/redovisning', section: 'accounts', load: () => import('./accounts.tsx') },
  { path: '/redovisning/:year', section: 'accounts', load: () => import('./accounts.tsx') },
  { path: '/regioner', section: 'regions', load: () => import('./regions.tsx') },
  { path: '/regioner/:region', section: 'regions', load: () => import('./region.tsx') },
  { path: '/regioner/:region/:year', section: 'regions', load: () => import('./region.tsx') },
  {
    path: '/regioner/:region/:year/:month',
    section: 'regions',
    load: () => import('./region-month.tsx'),
  },
  { path: '/granskning', section: 'audit', load: () => import('./audit.tsx') },
  { path: '/granskning/poster', section: 'audit', load: () => import('./events.tsx') },
];
