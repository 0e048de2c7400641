import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { withStandings } from '#domain/appraisals/decide'
import { itemsOf } from '#domain/appraisals/scheme'
import { countyScheme } from '#domain/appraisals/shipped-county'
import { announcementDocument } from '#reports/appraisal-announcement'
import { appraisalOf } from '../domain/appraisals/sample.ts'

function textOf(bytes: Uint8Array): string {
  const part = unzipSync(bytes)['word/document.xml']
  if (!part) throw new Error('no document in the file')
  return strFromU8(part)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
}

function county(code: string, name: string, group: string, share: number) {
  const marks = Object.fromEntries(
    itemsOf(countyScheme).map(({ id, points }) => [
      id,
      { self: points, review: (points * share) / 100, reviewReason: '按台账' },
    ]),
  )
  return appraisalOf(countyScheme, marks, {
    id: code,
    subject: { code, name, group },
    decidedBy: '局党组会议审定。',
  })
}

describe('考核情况通报', () => {
  it('has ranks by group, grades within their quota, and the table of what differs', async () => {
    const decided = withStandings([
      ...[county('511921', '通江县', '扩权县', 95), county('511922', '南江县', '扩权县', 92)],
      ...[county('511923', '平昌县', '扩权县', 75), county('511902', '巴州区', '非扩权县', 50)],
    ])
    const text = textOf(
      await announcementDocument({
        office: '巴中市财政局（演示）',
        appraisals: decided,
        writtenOn: '2027-03-20',
      }),
    )
    expect(text).toContain('关于2026 年度考核情况的通报')
    expect(text).toContain('对 4 个区县财政开展了考核')
    expect(text).toContain('“优秀” 1 个，“良好” 1 个，“合格” 1 个，“不合格” 1 个')
    expect(text).toContain('“优秀”不超过 30%，名额已满')
    expect(text.indexOf('扩权县')).toBeLessThan(text.indexOf('非扩权县'))
    expect(text).toContain('自评偏差表')
    expect(text).toContain('2027年3月20日')
    expect(text).not.toContain('演示')
  })

  it('is not written before anything was decided', async () => {
    const open = county('511921', '通江县', '扩权县', 90)
    await expect(
      announcementDocument({ office: '巴中市财政局', appraisals: [open], writtenOn: '2027-03-20' }),
    ).rejects.toThrow(RangeError)
  })
})
