/** Tries to take the lock of each directory that it is told, says whether it got it, and lets go when it is told so. */
import { lockRecords, RecordsInUse } from '../../../local/cloud/records-lock.ts';

let letGo: (() => void) | undefined;
process.on('message', (told: { readonly take?: string }) => {
  letGo?.();
  letGo = undefined;
  if (told.take === undefined) return void process.send?.('gone');
  try {
    letGo = lockRecords(told.take);
    process.send?.('held');
  } catch (error) {
    process.send?.(error instanceof RecordsInUse ? 'refused' : String(error));
  }
});
