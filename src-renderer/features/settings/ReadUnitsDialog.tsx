import Box from '@mui/material/Box'
import { useMemo } from 'react'
import type { Problem } from '#domain/problem'
import type { Unit } from '#domain/year-book'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { SeverityMark } from '#ui/SeverityMark.tsx'

/** What a list of units from Excel would change; nothing is written before it is confirmed. */
export function ReadUnitsDialog(props: {
  read: { units: Unit[]; problems: Problem[] }
  present: readonly Unit[]
  onConfirm: (units: Unit[]) => void
  onCancel: () => void
}) {
  const { merged, added, changed } = useMemo(
    () => mergeUnits(props.present, props.read.units),
    [props.present, props.read.units],
  )
  const { problems } = props.read
  return (
    <ConfirmDialog
      open
      title="导入单位名录"
      action={`写入 ${added + changed} 个单位`}
      disabled={added + changed === 0}
      onCancel={props.onCancel}
      onConfirm={() => props.onConfirm(merged)}
    >
      读到 {props.read.units.length} 个单位：新增 {added}，变更 {changed}，相同{' '}
      {props.read.units.length - added - changed}。表中没有的单位保留不动。
      {problems.length > 0 && (
        <Box component="ul" sx={{ pl: 5, maxHeight: 240, overflow: 'auto', fontSize: 13 }}>
          {problems.map((problem) => (
            <li key={`${problem.at} ${problem.code} ${problem.message}`}>
              <SeverityMark severity={problem.severity} /> {problem.message}
            </li>
          ))}
        </Box>
      )}
    </ConfirmDialog>
  )
}

/** Units read, put over those that are there: the same code, or where there is none the same name, is the same unit. */
function mergeUnits(present: readonly Unit[], read: readonly Unit[]) {
  const keyOf = (unit: Unit) => (unit.code ? `code:${unit.code}` : `name:${unit.name}`)
  const byKey = new Map(present.map((unit) => [keyOf(unit), unit]))
  // Ids of read units give way to those already known, also where they are named as parents.
  const ids = new Map(read.map((unit) => [unit.id, byKey.get(keyOf(unit))?.id ?? unit.id]))
  const next = new Map(present.map((unit) => [unit.id, unit]))
  let [added, changed] = [0, 0]
  for (const unit of read) {
    const id = ids.get(unit.id) ?? unit.id
    const before = next.get(id)
    const parentId = ids.get(unit.parentId) ?? unit.parentId
    const after = { ...unit, id, parentId }
    if (!before) added++
    else if (
      before.name !== after.name ||
      before.code !== after.code ||
      before.parentId !== parentId ||
      before.sectionId !== after.sectionId
    )
      changed++
    else continue
    next.set(id, after)
  }
  return { merged: [...next.values()], added, changed }
}
