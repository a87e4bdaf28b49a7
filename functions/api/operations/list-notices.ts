import { dayInStockholm } from '../../../core/calendar/stockholm.ts';
import type { Records } from '../../../core/ports.ts';
import { groups } from '../../contract/api/groups.ts';
import type { AnswerOf, RequestOf } from '../../contract/api/operation.ts';
import { noticeText } from '../../shared/notice-text.ts';
import { readNotices } from '../../shared/notices.ts';

/**
 * What this person's groups were told this calendar year and the last, the newest first. A revisor reads what everybody was told.
 */
export async function listNotices(
  { at, by, language }: RequestOf<'listNotices'>,
  { records }: { readonly records: Records },
): Promise<AnswerOf<'listNotices'>> {
  const year = Number(dayInStockholm(at).slice(0, 4));
  const told = by.roles.includes('revisor') ? groups : by.person.groups;
  const years = [year, year - 1].map((each) => readNotices(records, each, told));
  const notices = (await Promise.all(years)).flat();
  return {
    notices: notices.map((notice) => ({
      at: notice.at,
      kind: notice.kind,
      to: notice.to,
      ...(notice.case && { run: notice.case }),
      ...(notice.proposal && { proposal: notice.proposal }),
      ...(notice.payDay && { payDay: notice.payDay }),
      text: noticeText(notice)[language],
    })),
  };
}
