import { Alert, useText } from '../../kit.ts';
import type { Payment } from './types.ts';

/** What stands out and why, payee by payee; the table marks the same rows. */
export function Outliers({ marked }: { marked: readonly Payment[] }) {
  const { count } = useText();
  return (
    <Alert tone="warning" title={count('lines.outliers', marked.length)} level={3}>
      <ul class="notes">
        {marked.map(({ payee, name, change }) => (
          <li key={payee}>
            <strong>{name}</strong>
            <span>{change?.outlier}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
