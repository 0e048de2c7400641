import type { CheckResult, Disclosure } from '#domain/disclosures/disclosure'
import { isPublished } from '#domain/disclosures/standing'
import { AppError } from '#domain/errors'
import type { Actor } from '#domain/people/duties'
import { changeDisclosures, type SeenDisclosure } from '#storage/disclosure-record'
import { localDay } from '#storage/local-day'
import { newStamp } from '#storage/stamp'

/**
 * Registers a check of what was published (监督检查局, 巴财〔2020〕38号 三（二）6): sound, or with a finding that has to be put
 * right. Throws `finding-missing` for a fault without one, `not-allowed` for what lies not open.
 */
export async function checkDisclosures(
  bookId: string,
  seen: readonly SeenDisclosure[],
  { result, finding }: { result: CheckResult; finding: string },
  by: Actor,
): Promise<Disclosure[]> {
  if (result === 'faulty' && finding.trim() === '') throw new AppError('finding-missing')
  const stamp = newStamp(by)
  const entry = { action: 'check-disclosures', said: '公开检查' } as const
  const on = localDay(stamp.at)
  const check = {
    ...{ on, by: by.name, result, finding: finding.trim() },
    ...{ correction: '', correctedOn: '' },
  }
  return changeDisclosures(stamp, bookId, seen, entry, ({ row, record }) => {
    if (!isPublished(row) || record.state !== 'published') throw new AppError('not-allowed')
    return {
      state: result === 'faulty' ? 'rectify' : 'published',
      checks: [...record.checks, check],
    }
  })
}
