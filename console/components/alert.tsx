import type { ComponentChildren } from 'preact';
import type { Tone } from './tag.tsx';

interface AlertProps {
  tone: Exclude<Tone, 'neutral'>;
  title: string;
  /** The level of its heading, to stand right in the page's outline. */
  level?: 2 | 3;
  /** Read aloud as soon as it appears: for what stops the work, not for what belongs to the page. */
  urgent?: boolean;
  children?: ComponentChildren;
}

/** A box with something that one should know. Its icon comes from the design system, by tone. */
export function Alert({ tone, title, level = 2, urgent = false, children }: AlertProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="ds-alert alert" data-color={tone} {...(urgent ? { role: 'alert' } : {})}>
      <Heading class="ds-heading" data-size="2xs">
        {title}
      </Heading>
      {children}
    </div>
  );
}
