import { type ImportGroup, type MonitoringImportItem, mayBeWritten } from '#domain/monitoring/import-plan'
import { colours } from '#ui/theme'

/** One row of 核对: a form found in a file, or a file that could not be read. */
export type ImportRow = {
  key: string
  file: string
  name: string
  group: ImportGroup
  item: MonitoringImportItem | null
  error: string
}

export const groupLooks: Readonly<Record<ImportGroup, { shape: string; colour: string }>> = {
  fill: { shape: '●', colour: colours.ok },
  change: { shape: '◆', colour: colours.excess },
  same: { shape: '—', colour: colours.secondary },
  doubtful: { shape: '▲', colour: colours.attention },
  blocked: { shape: '■', colour: colours.alarm },
}

/** What needs a person first. */
const order: readonly ImportGroup[] = ['doubtful', 'blocked', 'change', 'fill', 'same']

export function importRows(
  items: readonly MonitoringImportItem[],
  unreadable: readonly { path: string; name: string; error: string | null }[],
): ImportRow[] {
  const found = items.map((item): ImportRow => {
    const { file, form } = item.found
    return {
      key: item.key,
      file,
      name: form.project ?? '未写项目名称的表',
      group: item.group,
      item,
      error: '',
    }
  })
  const failed = unreadable.flatMap(({ path, name, error }): ImportRow[] =>
    error === null
      ? []
      : [{ key: encodeURIComponent(path), file: path, name, group: 'blocked', item: null, error }],
  )
  return [...found, ...failed].toSorted(
    (left, right) => order.indexOf(left.group) - order.indexOf(right.group),
  )
}

/** Why a row stands where it stands: the gravest problem, else what would change. */
export function reasonOf({ item, error }: ImportRow): string {
  if (!item) return error
  const worst = item.problems.find(({ severity }) => severity !== 'hint')
  if (worst) return worst.message
  const [first] = item.changes
  if (!first) return '与系统中相同，不用写入'
  const more = item.changes.length > 1 ? ` 等 ${item.changes.length} 处` : ''
  return `${first.label}：${first.from || '（未填）'} → ${first.to || '（未填）'}${more}`
}

export function isSelectable(row: ImportRow): boolean {
  return row.item !== null && mayBeWritten(row.item)
}

/** What may be chosen of what is wanted; of several for one form the one that was added counts. */
export function choosable(
  rows: readonly ImportRow[],
  wanted: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Set<string> {
  const byForm = new Map<string, string>()
  const able = rows.filter((row) => wanted.has(row.key) && isSelectable(row))
  for (const row of able.toSorted(
    (left, right) => Number(before.has(right.key)) - Number(before.has(left.key)),
  ))
    byForm.set(row.item?.form?.id ?? row.key, row.key)
  return new Set(byForm.values())
}
