import { useState } from 'preact/hooks';
import {
  Alert,
  Loaded,
  mayCall,
  Page,
  TextField,
  useMe,
  useQuery,
  useResource,
  useText,
} from '../kit.ts';
import { EventList } from './audit/event-list.tsx';

const limit = 50;

/** The record event by event, all of it or one part or stream. */
export default function Events() {
  const { t } = useText();
  const me = useMe();
  const query = useQuery();
  const [partition, stream, cursor] = [query.get('del'), query.get('strom'), query.get('efter')];
  const [asked, ask] = useState({ del: partition ?? '', strom: stream ?? '' });
  const may = mayCall(me, 'readEvents');
  const found = useResource(
    'readEvents',
    { query: { partition, stream, cursor, limit } },
    { when: may },
  );
  return (
    <Page title={t('audit.events')} up={{ href: '/granskning', text: t('audit.title') }}>
      {may ? (
        <>
          <form
            class="filters"
            onSubmit={(event) => {
              event.preventDefault();
              query.set({ del: asked.del.trim(), strom: asked.strom.trim(), efter: undefined });
            }}
          >
            <TextField
              form="events"
              pointer="/del"
              label={t('events.part')}
              optional
              value={asked.del}
              onValue={(del) => ask({ ...asked, del })}
            />
            <TextField
              form="events"
              pointer="/strom"
              label={t('events.stream')}
              optional
              value={asked.strom}
              onValue={(strom) => ask({ ...asked, strom })}
            />
            <button type="submit" class="ds-button" data-variant="secondary">
              {t('events.show')}
            </button>
          </form>
          <Loaded resource={found}>
            {({ events, next }) => (
              <>
                <EventList events={events} />
                <p class="pager">
                  {cursor && (
                    <a class="ds-link" href={query.href({ efter: undefined })}>
                      {t('events.first')}
                    </a>
                  )}
                  {next && (
                    <a class="ds-link" href={query.href({ efter: next })}>
                      {t('events.next')}
                    </a>
                  )}
                </p>
              </>
            )}
          </Loaded>
        </>
      ) : (
        <Alert tone="info" title={t('audit.only-readers')} />
      )}
    </Page>
  );
}
