import { writeFileSync } from 'node:fs';
import { type Role, roles } from '../../functions/contract/api/roles.ts';
import { operationIds, type Route, routes } from '../../functions/contract/api/routes.ts';

const PREAMBLE = `# Roles

Who may call what. \`node docs/generate/roles.ts\` writes this page from \`functions/contract/api/routes.ts\`, a test fails when it is
out of date, and another tries every cell of it with a token.

A person has a role by a group of the identity provider; \`region-09\` is the region's role for Region Gotland, and sees that region
only. SKR's machine has \`skr\` by its scope, and nobody else has. What a role may call, a person may still be refused: two rights of
one case by one person, a proposal that rests on their own input, another region's statement.

| Operation | Method and path | ${roles.join(' | ')} |
|---|---|${roles.map(() => ':-:').join('|')}|`;

/** Whether a role may call an operation. Without any role one may call what needs no token. */
export function mayCall(role: Role, allowed: Route['roles']): boolean {
  return allowed === 'anyone' || allowed.includes(role);
}

/** The page: role × operation. */
export function rolesPage(): string {
  const rows = operationIds.map((id) => {
    const { method, path, roles: allowed }: Route = routes[id];
    const cells = roles.map((role) => (mayCall(role, allowed) ? 'yes' : '–'));
    return `| ${id} | ${method} \`${path}\` | ${cells.join(' | ')} |`;
  });
  const open = operationIds.filter((id) => (routes[id] as Route).roles === 'anyone');
  return `${[PREAMBLE, ...rows, '', `Without a token: ${open.join(', ')}.`].join('\n')}\n`;
}

if (import.meta.main) writeFileSync('docs/roles.md', rolesPage());
