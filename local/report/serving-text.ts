import { localOfficials, SKR_MACHINE } from '../officials/people.ts';
import { setColumns } from './columns.ts';

/** Where everything is, who can sign in, and how a script gets a token. Plain text. */
export function servingText(origin: string, approve: 'auto' | 'console'): string {
  const people = localOfficials.filter(({ as }) => !as.startsWith('region-'));
  const { rows } = setColumns([
    { head: [''], cells: people.map(({ as }) => `  ${as}`), align: 'left' },
    { head: [''], cells: people.map(({ name }) => name), align: 'left' },
    { head: [''], cells: people.map(({ title }) => title.en), align: 'left' },
  ]);
  return [
    `console   ${origin}/`,
    `API       ${origin}/api, described at ${origin}/openapi.json`,
    `token     npm run -s token -- --as WHO   (${SKR_MACHINE}, region-09 and those below)`,
    'people    made up, without passwords:',
    ...rows,
    approve === 'console'
      ? 'The simulated clock stands still whenever something waits for one of them. Ctrl-C ends.'
      : 'The simulated clock stands still where the year ended, and goes on for what you set going. Ctrl-C ends.',
    '',
  ].join('\n');
}
