import { runHref, useRunName } from '../../kit.ts';

/** The runs that wait for an input, each with its page. */
export function AwaitedBy({ runs }: { runs: readonly string[] }) {
  const nameOf = useRunName();
  return (
    <ul class="plain-list">
      {runs.map((run) => (
        <li key={run}>
          <a class="ds-link" href={runHref(run)}>
            {nameOf(run)}
          </a>
        </li>
      ))}
    </ul>
  );
}
