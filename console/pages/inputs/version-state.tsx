import { type AnswerOf, Tag, useText } from '../../kit.ts';

export type InputKind = AnswerOf<'listInputs'>['kinds'][number];
export type InputVersion = InputKind['versions'][number];

/** Whether payments rest on a version, or it waits for a second person, was refused by one, or another has come after it. */
export function VersionState({ version }: { version: InputVersion }) {
  const { t } = useText();
  if (version.inForce) {
    return (
      <Tag tone="success" icon="check">
        {t('inputs.state.in-force')}
      </Tag>
    );
  }
  if (version.refused) {
    return (
      <Tag tone="danger" icon="cross">
        {t('inputs.state.refused')}
      </Tag>
    );
  }
  if (version.needsConfirmation) {
    return (
      <Tag tone="warning" icon="half">
        {t('inputs.state.unconfirmed')}
      </Tag>
    );
  }
  return (
    <Tag tone="neutral" icon="empty">
      {t('inputs.state.replaced')}
    </Tag>
  );
}

/** Runs that wait for an input stand first in what is said of it. */
export function KindState({ kind }: { kind: InputKind }) {
  const { t } = useText();
  const { versions, awaitedBy } = kind;
  const unconfirmed = versions.some(({ needsConfirmation }) => needsConfirmation);
  const inForce = versions.some((version) => version.inForce);
  return (
    <span class="tags">
      {awaitedBy.length > 0 && (
        <Tag tone="warning" icon="warning">
          {t('inputs.state.awaited')}
        </Tag>
      )}
      {unconfirmed && (
        <Tag tone="warning" icon="half">
          {t('inputs.state.unconfirmed')}
        </Tag>
      )}
      {versions[0]?.refused && (
        <Tag tone="danger" icon="cross">
          {t('inputs.state.refused')}
        </Tag>
      )}
      {inForce && (
        <Tag tone="success" icon="check">
          {t('inputs.state.in-force')}
        </Tag>
      )}
      {versions.length === 0 && awaitedBy.length === 0 && (
        <Tag tone="neutral" icon="empty">
          {t('inputs.state.missing')}
        </Tag>
      )}
    </span>
  );
}
