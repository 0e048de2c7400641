import { matchWays } from '#domain/execution/execution'
import { type FormGroup, type FormItem, formGroups, mayBeWritten } from '#domain/form-import/plan'
import type { ListedGroup, ListedRow } from './ImportList.tsx'
import { colours } from './theme.ts'

/** One row of 核对: a form found in a file, or a file that could not be read. */
export type FormRow<Item> = ListedRow & { item: Item | null }

const looks: Readonly<Record<FormGroup, { shape: string; colour: string }>> = {
  fill: { shape: '●', colour: colours.ok },
  change: { shape: '◆', colour: colours.excess },
  same: { shape: '—', colour: colours.secondary },
  doubtful: { shape: '▲', colour: colours.attention },
  blocked: { shape: '■', colour: colours.alarm },
}
const groupList = Object.keys(formGroups) as FormGroup[] // the keys of the table
export const listedGroups: readonly ListedGroup[] = groupList.map((id) => ({
  id,
  word: formGroups[id],
  ...looks[id],
}))

/** What needs a person first. */
const order: readonly string[] = ['doubtful', 'blocked', 'change', 'fill', 'same']

type AnyItem = FormItem<{ id: string; name: string }, object>

/** The rows of 核对, what needs a person first. */
export function formRows<Item extends AnyItem>(
  items: readonly Item[],
  unreadable: readonly { path: string; name: string; error: string | null }[],
): FormRow<Item>[] {
  const found = items.map((item): FormRow<Item> => {
    const { file, form } = item.found
    return {
      key: item.key,
      file,
      name: form.project ?? '未写项目名称的表',
      group: item.group,
      reason: reasonOf(item),
      target: item.form?.name ?? '',
      targetHover: item.form ? `按${matchWays[item.way]}对应` : '',
      isSelectable: mayBeWritten(item),
      item,
    }
  })
  const failed = unreadable.flatMap(({ path, name, error }): FormRow<Item>[] =>
    error === null
      ? []
      : [
          {
            ...{ key: encodeURIComponent(path), file: path, name, group: 'blocked', reason: error },
            ...{ target: '', targetHover: '', isSelectable: false, item: null },
          },
        ],
  )
  return [...found, ...failed].toSorted(
    (left, right) => order.indexOf(left.group) - order.indexOf(right.group),
  )
}

/** Why a row stands where it stands: the gravest problem, else what would change. */
function reasonOf(item: AnyItem): string {
  const worst = item.problems.find(({ severity }) => severity !== 'hint')
  if (worst) return worst.message
  const [first] = item.changes
  if (!first) return '与系统中相同，不用写入'
  const more = item.changes.length > 1 ? ` 等 ${item.changes.length} 处` : ''
  return `${first.label}：${first.from || '（未填）'} → ${first.to || '（未填）'}${more}`
}

/** What may be chosen of what is wanted; of several for one form the one that was added counts. */
export function choosable(
  rows: readonly FormRow<AnyItem>[],
  wanted: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Set<string> {
  const byForm = new Map<string, string>()
  const able = rows.filter((row) => wanted.has(row.key) && row.isSelectable)
  for (const row of able.toSorted(
    (left, right) => Number(before.has(right.key)) - Number(before.has(left.key)),
  ))
    byForm.set(row.item?.form?.id ?? row.key, row.key)
  return new Set(byForm.values())
}

/** What is chosen without being asked: what fills or changes and nothing is doubtful about. */
export function chosenByItself(rows: readonly { key: string; group: string }[]): Set<string> {
  return new Set(rows.filter(({ group }) => group === 'fill' || group === 'change').map(({ key }) => key))
}
