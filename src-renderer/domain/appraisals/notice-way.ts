import type { PackageRecord } from '../exchange/package.ts'
import type { Appraisal } from './appraisal.ts'
import { isOpenForSelf } from './flow.ts'
import type { SchemeTarget } from './scheme.ts'

/** How those who are assessed hear of a notice; '' for the sections of the bureau, which work on this machine. */
export const noticeWays: Readonly<Record<SchemeTarget, string>> = {
  county: '考核办法随参数包发给各区县，区县据此自评后随上报包报来',
  department: '通知随参数包发给各部门，部门据此自评后随上报包报来',
  section: '',
}

type Sent = Pick<PackageRecord, 'bookId' | 'direction' | 'purpose' | 'state' | 'createdAt'>

/** Whether a notice still stands on this machine alone: others are to assess themselves, and no 参数包 of its book was made since. */
export function isStillHere(
  appraisals: readonly Pick<Appraisal, 'bookId' | 'isOwn' | 'state' | 'heldSince' | 'scheme'>[],
  packages: readonly Sent[],
): boolean {
  return appraisals.some(
    ({ bookId, isOwn, state, heldSince, scheme }) =>
      !isOwn &&
      isOpenForSelf(state) &&
      noticeWays[scheme.target] !== '' &&
      !packages.some((each) => each.bookId === bookId && isParameters(each) && each.createdAt > heldSince),
  )
}

/** Whether a notice may be taken back: none of those it asks has begun, and it has not left with a 参数包. */
export function isNoticeUnused(appraisals: readonly Appraisal[], packages: readonly Sent[]): boolean {
  const goesOut = appraisals.some(({ isOwn, scheme }) => !isOwn && noticeWays[scheme.target] !== '')
  return appraisals.every(isUntouched) && (!goesOut || isStillHere(appraisals, packages))
}

function isUntouched({ state, revision, trail, items, extras, summary, phone }: Appraisal): boolean {
  const isBlank = Object.keys(items).length + Object.keys(extras).length === 0 && summary + phone === ''
  return state === 'open' && revision === 1 && trail.length === 0 && isBlank
}

function isParameters({ direction, purpose, state }: Sent): boolean {
  return direction === 'out' && purpose === 'parameters' && state !== 'dropped'
}
