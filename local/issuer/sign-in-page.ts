import { createHash } from 'node:crypto';
import type { LocalOfficial } from '../officials/people.ts';
import type { WebAnswer } from '../serving/web.ts';

const style = `
:root { color-scheme: light dark; --line: light-dark(#68707c, #9aa3b0); --hover: light-dark(#e8eefc, #1d2b4a); --accent: light-dark(#0b5cad, #8fc1ff); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1rem; font: 1.0625rem/1.5 system-ui, sans-serif; color: light-dark(#16191d, #edf0f4); background: light-dark(#fff, #14171c); }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
.notice { border-left: .25rem solid var(--accent); padding: .25rem 0 .25rem 1rem; margin: 0 0 1rem; }
.notice p { margin: .25rem 0; }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
button { width: 100%; height: 100%; text-align: left; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .375rem; padding: .625rem .875rem; cursor: pointer; }
button:hover { background: var(--hover); }
button:focus-visible { outline: .1875rem solid var(--accent); outline-offset: .125rem; }
button strong, button span { display: block; }
button span { font-size: .9375rem; }
`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** No script, nothing from elsewhere, no frame around it; the form may only be sent to where it came from. */
export const pageHeaders = [
  ['content-type', 'text/html; charset=utf-8'],
  [
    'content-security-policy',
    `default-src 'none'; style-src 'sha256-${hashOf(style)}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  ],
  ['cache-control', 'no-store'],
  // Not no-referrer: the form would then come without its origin, which is checked.
  ['referrer-policy', 'same-origin'],
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-opener-policy', 'same-origin'],
] as const;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => escapes[one] ?? one);

const page = (title: string, main: string): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;

const button = ({ as, name, title }: LocalOfficial): string =>
  `<li><button name="as" value="${escaped(as)}"><strong>${escaped(name)}</strong> <span>${escaped(title.sv)}</span> <span lang="en">${escaped(title.en)}</span></button></li>`;

const list = (id: string, heading: string, people: readonly LocalOfficial[]): string =>
  `<h2 id="${id}">${heading}</h2>\n<ul aria-labelledby="${id}">\n${people.map(button).join('\n')}\n</ul>`;

/**
 * Where somebody chooses who to be: a button per person in one form, without script.
 *
 * @param action where the form goes: the authorization request itself, which is checked again there
 */
export function signInPage(people: readonly LocalOfficial[], action: string): WebAnswer {
  const regional = people.filter(({ as }) => as.startsWith('region-'));
  const others = people.filter((each) => !regional.includes(each));
  const main = `<h1>Lokal inloggning <span lang="en">· Local sign-in</span></h1>
<div class="notice">
<p>Den här sidan finns bara på din egen dator. Alla personer är påhittade, och inget lösenord behövs.</p>
<p lang="en">This page exists on your own computer only. All people are made up, and no password is needed.</p>
</div>
<form method="post" action="${escaped(action)}">
${list('officials', 'Logga in som <span lang="en">· Sign in as</span>', others)}
${list('regions', 'Regioner <span lang="en">· Regions</span>', regional)}
</form>`;
  const body = page('Lokal inloggning – Statsbidrag', main);
  return { status: 200, headers: pageHeaders, body };
}

/** A sign-in that cannot be begun, said to whoever stands before it. */
export function refusalPage(status: number, why: string): WebAnswer {
  const main = `<h1>Inloggningen går inte att genomföra <span lang="en">· Sign-in is not possible</span></h1>
<p lang="en">${escaped(why)}</p>`;
  return { status, headers: pageHeaders, body: page('Inloggningen går inte att genomföra', main) };
}
