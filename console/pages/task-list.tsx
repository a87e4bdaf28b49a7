import { Loaded, Page, useResource, useText } from '../kit.ts';
import { MyTasks } from './tasks/my-tasks.tsx';
import { NothingWaits } from './tasks/nothing-waits.tsx';
import { Notices } from './tasks/notices.tsx';
import { OtherTasks } from './tasks/other-tasks.tsx';
import type { Task } from './tasks/task-href.ts';

/** What waits for me, by when; what waits for others; what I was told. */
export default function TaskList() {
  const { t, count } = useText();
  const tasks = useResource(
    'listTasks',
    {},
    {
      every: 3,
      announce: (before, after) =>
        mine(before.tasks).length === mine(after.tasks).length
          ? undefined
          : count('tasks.changed', mine(after.tasks).length),
    },
  );
  return (
    <Page title={t('tasks.title')}>
      <Loaded resource={tasks} lines={12}>
        {({ tasks }) => (
          <>
            <section>
              <h2 class="ds-heading section-title">
                {t('tasks.mine')}
                {mine(tasks).length > 0 && (
                  <span class="count">{count('tasks.count', mine(tasks).length)}</span>
                )}
              </h2>
              {mine(tasks).length > 0 ? <MyTasks tasks={mine(tasks)} /> : <NothingWaits />}
            </section>
            <OtherTasks tasks={tasks.filter((task) => !task.mine)} />
            <Notices />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const mine = (tasks: readonly Task[]) => tasks.filter((task) => task.mine);
