import type { ComponentChildren } from 'preact';
import { Amount, Tag, useMe, useRunName, useText } from '../../kit.ts';
import { asTitle, type Task, taskHref, taskKey } from './task-href.ts';

/** What waits for me, one card for each, with the way to where it is done. */
export function MyTasks({ tasks }: { tasks: readonly Task[] }) {
  const { t, weekday } = useText();
  const me = useMe();
  const nameOf = useRunName();
  return (
    <ul class="cards">
      {tasks.map((task) => (
        <li key={taskKey(task)} class="card" data-late={task.late}>
          <div class="card-head">
            <h3 class="ds-heading">{asTitle(task.text)}</h3>
            {task.late && (
              <Tag tone="danger" icon="warning">
                {t('tasks.late')}
              </Tag>
            )}
          </div>
          <dl class="card-facts">
            <Fact name={t('tasks.by')}>{task.by && weekday(task.by)}</Fact>
            <Fact name={t('tasks.pay-day')}>{task.payDay && weekday(task.payDay)}</Fact>
            <Fact name={t('tasks.amount')}>
              {task.totalSek !== undefined && <Amount sek={task.totalSek} unit />}
            </Fact>
          </dl>
          <a class="ds-button" data-variant="primary" href={taskHref(task, me)}>
            {t(`tasks.go.${task.task}`)}
            {task.run && <span class="ds-sr-only">: {nameOf(task.run)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Fact(props: { name: string; children: ComponentChildren }) {
  if (!props.children) return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
