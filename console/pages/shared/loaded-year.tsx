import type { ComponentChildren } from 'preact';
import { Alert, Loaded, type Resource, useText } from '../../kit.ts';

/** As Loaded; a year that has no agreement is said as such, and not as something that went wrong. */
export function LoadedYear<T>(props: {
  resource: Resource<T>;
  year: string;
  lines?: number;
  children: (data: T) => ComponentChildren;
}) {
  const { resource, year, lines = 12, children } = props;
  const { t } = useText();
  if (resource.data === undefined && resource.problem?.name === 'not-found') {
    return (
      <Alert tone="info" title={t('year.none.title', { year })}>
        <p>{t('year.none.text')}</p>
      </Alert>
    );
  }
  return (
    <Loaded resource={resource} lines={lines}>
      {children}
    </Loaded>
  );
}
