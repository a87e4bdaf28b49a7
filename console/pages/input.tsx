import {
  ActionButton,
  Alert,
  type Column,
  DataTable,
  Facts,
  Hash,
  Loaded,
  mayCall,
  Page,
  type PageProps,
  type Text,
  useMe,
  useResource,
  useRouter,
  useText,
} from '../kit.ts';
import { AwaitedBy } from './inputs/awaited-by.tsx';
import { shownKey } from './inputs/entry-names.ts';
import { kindTitle } from './inputs/kind-title.ts';
import { RefusedAlert } from './inputs/refused-alert.tsx';
import { type InputVersion, VersionState } from './inputs/version-state.tsx';

/** One kind of input with all its versions, the newest first, and a way to register the next. */
export default function Input({ parameters: { year = '', kind = '' } }: PageProps) {
  const text = useText();
  const { t, moment, language } = text;
  const me = useMe();
  const { navigate } = useRouter();
  const found = useResource('readInput', { parameters: { year, kind } }, { every: 10 });
  const here = `/underlag/${year}/${kind}`;
  const may = mayCall(me, 'registerInput');
  const columns: readonly Column<InputVersion>[] = [
    {
      key: 'version',
      header: t('inputs.version'),
      cell: ({ version, key }) => (
        <a class="ds-link" href={`${here}/${version}`}>
          {key
            ? t('inputs.version-of', { version: String(version), key: shownKey(key, text) })
            : t('inputs.version-number', { version: String(version) })}
        </a>
      ),
    },
    {
      key: 'state',
      header: t('inputs.state'),
      cell: (version) => <VersionState {...{ version }} />,
    },
    {
      key: 'registered',
      header: t('inputs.registered'),
      cell: ({ registeredAt, registeredBy }) =>
        t('inputs.by-at', { name: registeredBy.name, at: moment(registeredAt) }),
    },
    {
      key: 'confirmed',
      header: t('inputs.confirmed-by'),
      cell: (version) => confirmation(version, t),
    },
    {
      key: 'registration',
      header: t('inputs.registration'),
      cell: ({ registration }) => registration ?? t('inputs.none'),
    },
    {
      key: 'document',
      header: t('inputs.document'),
      cell: ({ document, documentHash }) => (
        <>
          {document?.name}
          <Hash hash={documentHash} />
        </>
      ),
    },
  ];
  return (
    <Page
      title={kindTitle(kind, year, language)}
      up={{ href: `/underlag/${year}`, text: t('inputs.title') }}
    >
      <Loaded resource={found} lines={10}>
        {({ from, needsConfirmation, awaitedBy, versions }) => (
          <>
            {versions.filter(isLatest(versions)).map((version) => (
              <RefusedAlert key={version.version} version={version} />
            ))}
            <Facts
              of={[
                [t('inputs.from'), from],
                [
                  t('inputs.takes-effect'),
                  needsConfirmation ? t('inputs.by-second') : t('inputs.at-once'),
                ],
              ]}
            />
            {awaitedBy.length > 0 && (
              <Alert tone="warning" title={t('inputs.awaited')}>
                <AwaitedBy runs={awaitedBy} />
              </Alert>
            )}
            <ActionButton
              action={{ allowed: may, why: { text: t('inputs.only-officers') } }}
              onAct={() => navigate(`${here}/ny`)}
            >
              {t('inputs.register-new')}
            </ActionButton>
            <DataTable
              caption={t('inputs.versions')}
              narrow="stack"
              columns={columns}
              rows={versions}
              rowKey={({ version }) => String(version)}
              empty={t('inputs.no-versions')}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Whether a version is the newest of what it is of; the newest come first. */
const isLatest = (versions: readonly InputVersion[]) => (version: InputVersion) =>
  versions.find(({ key }) => key === version.key) === version;

/** Who confirmed a version, or why nobody has. */
function confirmation(version: InputVersion, t: Text['t']): string {
  const { confirmedBy, confirmed, needsConfirmation, refused } = version;
  if (confirmedBy) return confirmedBy.name;
  if (refused) return t('inputs.refused-by', { name: refused.by.name });
  if (needsConfirmation) return t('inputs.nobody-yet');
  return confirmed ? t('inputs.not-needed') : t('inputs.none');
}
