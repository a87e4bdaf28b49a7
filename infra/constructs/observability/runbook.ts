/** Where the runbook has a section, by its heading: `docs/runbook.md#a-run-has-failed`. As GitHub makes anchors of headings. */
export const runbookAt = (heading: string): string =>
  `docs/runbook.md#${heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')}`;
