import {
  Alert,
  Loaded,
  mayCall,
  Page,
  type PageProps,
  useMe,
  useResource,
  useText,
} from '../kit.ts';
import { kindTitle } from './inputs/kind-title.ts';
import { NewVersionForm } from './inputs/new-version-form.tsx';

/** Registers a new version of an input: tried first, then registered. */
export default function NewInput({ parameters: { year = '', kind = '' } }: PageProps) {
  const { t, language } = useText();
  const me = useMe();
  const found = useResource('readInput', { parameters: { year, kind } });
  const title = kindTitle(kind, year, language);
  return (
    <Page
      title={t('inputs.new.title', { title })}
      up={{ href: `/underlag/${year}/${kind}`, text: title }}
      lead={t('inputs.new.lead')}
    >
      {!mayCall(me, 'registerInput') ? (
        <Alert tone="info" title={t('inputs.only-officers')} />
      ) : (
        <Loaded resource={found} lines={14}>
          {(read) => <NewVersionForm key={`${year} ${kind}`} kind={read} />}
        </Loaded>
      )}
    </Page>
  );
}
