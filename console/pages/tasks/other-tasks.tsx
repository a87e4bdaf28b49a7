import { Amount, DataTable, mayCall, useMe, useText } from '../../kit.ts';
import { asTitle, type Task, taskHref, taskKey } from './task-href.ts';

/** What waits for others; where my role could do it but I may not, why. */
export function OtherTasks({ tasks }: { tasks: readonly Task[] }) {
  const { t, day } = useText();
  const me = useMe();
  if (tasks.length === 0) {
    return (
      <section>
        <h2 class="ds-heading section-title">{t('tasks.others')}</h2>
        <p class="quiet">{t('tasks.others.none')}</p>
      </section>
    );
  }
  return (
    <DataTable
      caption={t('tasks.others')}
      narrow="stack"
      rows={tasks}
      rowKey={taskKey}
      columns={[
        {
          key: 'what',
          header: t('tasks.what'),
          cell: (task) => (
            <>
              {mayCall(me, 'readRun') ? (
                <a class="ds-link" href={taskHref(task, me)}>
                  {asTitle(task.text)}
                </a>
              ) : (
                asTitle(task.text)
              )}
              {task.why && <span class="row-note">{task.why.text}</span>}
            </>
          ),
        },
        { key: 'by', header: t('tasks.by'), cell: ({ by }) => by && day(by) },
        {
          key: 'pay-day',
          header: t('tasks.pay-day'),
          cell: ({ payDay }) => payDay && day(payDay),
        },
        {
          key: 'total',
          header: t('tasks.total'),
          numeric: true,
          cell: ({ totalSek }) => totalSek !== undefined && <Amount sek={totalSek} />,
        },
      ]}
    />
  );
}
