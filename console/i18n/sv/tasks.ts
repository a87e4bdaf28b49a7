/** Min lista. */
export const tasks = {
  'tasks.title': 'Min lista',
  'tasks.mine': 'Väntar på dig',
  'tasks.mine.none': 'Ingenting väntar på dig just nu.',
  'tasks.others': 'Väntar på någon annan',
  'tasks.what': 'Vad',
  'tasks.by': 'Senast',
  'tasks.pay-day': 'Utbetalningsdag',
  'tasks.total': 'Belopp, kr',
  'tasks.since': 'Sedan',
  'tasks.late': 'Försenad',
  'tasks.notices': 'Aviseringar',
  'tasks.notices.none': 'Inga aviseringar.',
  'tasks.changed.one': '{count} sak väntar på dig.',
  'tasks.changed.other': '{count} saker väntar på dig.',
} as const;
