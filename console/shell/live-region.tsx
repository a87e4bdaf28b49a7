import { useEffect, useState } from 'preact/hooks';
import { listen } from './announce.ts';

/** Where announcements are read from. One that is repeated word for word gets another ending, or nobody would read it again. */
export function LiveRegion() {
  const [said, say] = useState('');
  useEffect(
    () => listen((text) => say((before) => (before === text ? `${text}\u00a0` : text))),
    [],
  );
  return (
    <div class="ds-sr-only" role="status">
      {said}
    </div>
  );
}
