const drawings = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  half: 'M12 3v18M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM15 6v12M18 8.5v7',
  cross: 'M6 6l12 12M18 6L6 18',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM8 12h8',
  sent: 'M4 12h15M13 6l6 6-6 6',
  back: 'M9 7l-5 5 5 5M4 12h11a5 5 0 0 1 0 10h-2',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17.2v.3',
  info: 'M12 11v6M12 7.3v.3M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  empty: 'M6 12h12',
  pen: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  menu: 'M4 7h16M4 12h16M4 17h16',
  chevron: 'M9 6l6 6-6 6',
  left: 'M15 6l-6 6 6 6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside a text that says the same; alone it would say nothing to those who do not see it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
