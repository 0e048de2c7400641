import type { FileFacts } from '#domain/exchange/file-checks'

/** A package without attachments that says so. */
export const noFiles: FileFacts = {
  ...{ isTold: true, wrong: [], large: [], extra: 0, absent: [], nowhere: [], lacking: [], isCounted: true },
}
