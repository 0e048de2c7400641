import { type Appraisal, emptyMark, type ItemMark, openedAppraisal } from '#domain/appraisals/appraisal'
import type { ItemMethod, Scheme, SchemeItem } from '#domain/appraisals/scheme'
import { countyScheme } from '#domain/appraisals/shipped-county'

/** An item of ten points under a method. */
export function item(method: ItemMethod, points = 1000): SchemeItem {
  return { id: 'i1', name: '指标', points, standard: '', evidence: '', method, clause: '', mark: '拟' }
}

/** A scheme of the items alone, with the shipped rules beside them. */
export function schemeOf(...items: readonly SchemeItem[]): Scheme {
  const points = items.reduce((sum, each) => sum + each.points, 0)
  const group = { id: 'g1', name: '一级', points, only: '', items, clause: '', mark: '拟' as const }
  return { ...countyScheme, groups: [group] }
}

const notice = {
  ...{ noticeId: 'n1', title: '2026 年度考核', number: '', startsOn: '2026-12-01', dueOn: '2027-01-20' },
}

/** An appraisal of a county of the city under the items, with what was said of them. */
export function appraisalOf(
  scheme: Scheme,
  marks: Readonly<Record<string, Partial<ItemMark>>> = {},
  change: Partial<Appraisal> = {},
): Appraisal {
  const opened = openedAppraisal(
    notice,
    {
      ...{ bookId: 'b1', schemeId: scheme.id, scheme, year: 2026, unitId: '', isOwn: false },
      subject: { code: '511921', name: '通江县', group: '扩权县' },
    },
    { id: 'a1', at: '2026-12-01T01:00:00.000Z', by: '测试员' },
  )
  const items = Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, { ...emptyMark, ...mark }]))
  return { ...opened, items, ...change }
}
