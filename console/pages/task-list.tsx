import {
  Amount,
  type AnswerOf,
  DataTable,
  Loaded,
  Page,
  Tag,
  useResource,
  useText,
} from '../kit.ts';

type Task = AnswerOf<'listTasks'>['tasks'][number];

/** What waits for me, by when; then what waits for others. */
export default function TaskList() {
  const { t, count } = useText();
  const tasks = useResource(
    'listTasks',
    {},
    { every: 3, announce: (_, { tasks }) => count('tasks.changed', mine(tasks).length) },
  );
  return (
    <Page title={t('tasks.title')}>
      <Loaded resource={tasks}>
        {({ tasks }) => (
          <>
            <TaskTable caption={t('tasks.mine')} tasks={mine(tasks)} />
            {others(tasks).length > 0 && (
              <TaskTable caption={t('tasks.others')} tasks={others(tasks)} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const mine = (tasks: readonly Task[]) => tasks.filter((task) => task.mine);
const others = (tasks: readonly Task[]) => tasks.filter((task) => !task.mine);

function TaskTable({ caption, tasks }: { caption: string; tasks: readonly Task[] }) {
  const { t, day } = useText();
  return (
    <DataTable
      caption={caption}
      narrow="stack"
      empty={t('tasks.mine.none')}
      rows={tasks}
      rowKey={({ run, task, input }) =>
        `${run} ${task} ${input?.kind ?? ''} ${input?.version ?? ''}`
      }
      columns={[
        { key: 'what', header: t('tasks.what'), cell: (task) => task.text },
        {
          key: 'by',
          header: t('tasks.by'),
          cell: ({ by, late }) => (
            <>
              {by && day(by)}{' '}
              {late && (
                <Tag tone="danger" icon="warning">
                  {t('tasks.late')}
                </Tag>
              )}
            </>
          ),
        },
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
