import { useMemo } from 'react'
import { matchWays } from '#domain/execution/execution'
import { type ImportGroup, importGroups } from '#domain/monitoring/import-plan'
import { GroupMark, ImportList, type ListedGroup, type ListedRow } from '#ui/ImportList.tsx'
import { groupLooks, type ImportRow, isSelectable, reasonOf } from './import-rows.ts'

const groupList = Object.entries(importGroups) as [ImportGroup, string][] // the entries of the table
const listedGroups: readonly ListedGroup[] = groupList.map(([id, word]) => ({ id, word, ...groupLooks[id] }))

function listed(row: ImportRow): ListedRow {
  const form = row.item?.form
  return {
    ...{ key: row.key, file: row.file, name: row.name, group: row.group },
    ...{ reason: reasonOf(row), isSelectable: isSelectable(row), target: form?.name ?? '' },
    targetHover: row.item && form ? `按${matchWays[row.item.way]}对应` : '',
  }
}

/** The list of 核对: what would be filled in, what changed, what a person must look at. */
export function ImportTable(props: {
  rows: readonly ImportRow[]
  skipped: number
  chosen: ReadonlySet<string>
  current: string
  onChoose: (keys: ReadonlySet<string>) => void
  onCurrent: (key: string) => void
}) {
  const rows = useMemo(() => props.rows.map(listed), [props.rows])
  return (
    <ImportList
      {...props}
      rows={rows}
      groups={listedGroups}
      targetTitle="对应本轮的项目"
      empty="没有这一类的监控表。"
    />
  )
}

export function ImportMark({ group }: { group: ImportGroup }) {
  return <GroupMark group={listedGroups.find(({ id }) => id === group)} />
}
