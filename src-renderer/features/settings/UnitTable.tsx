import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { type RefObject, useMemo } from 'react'
import type { Section, Unit } from '#domain/year-book'
import { CellInput, CellSelect } from '#ui/CellInput.tsx'
import { takeRow } from '#ui/take-row'
import { treeOf } from './unit-list.ts'

export function UnitTable(props: {
  units: readonly Unit[]
  sections: readonly Section[]
  mayDelete: (unit: Unit) => boolean
  freshId: string
  /** The button that adds a 主管部门. */
  adder: RefObject<HTMLElement | null>
  onChange: (unit: Unit, patch: Partial<Unit>) => void
  onAdd: (parentId: string) => void
  onDelete: (unit: Unit) => void
}) {
  const lines = useMemo(() => treeOf(props.units), [props.units])
  const sectionOptions = useMemo(
    () => props.sections.map((section) => ({ value: section.id, label: section.name })),
    [props.sections],
  )
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto' }}>
      <Table size="small" aria-label="单位">
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 150 }}>代码</TableCell>
            <TableCell>名称</TableCell>
            <TableCell sx={{ width: 220 }}>归口股室</TableCell>
            <TableCell sx={{ width: 170, textAlign: 'right' }}>操作</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map(({ unit, depth }) => (
            <TableRow key={unit.id} hover>
              <TableCell sx={{ p: 0 }}>
                <CellInput
                  label={`${unit.name || '新单位'}的代码`}
                  value={unit.code}
                  onCommit={(code) => props.onChange(unit, { code })}
                />
              </TableCell>
              <TableCell sx={{ p: 0, pl: depth * 5 }}>
                <CellInput
                  label={depth === 0 ? '主管部门名称' : '单位名称'}
                  value={unit.name}
                  bold={depth === 0}
                  focus={unit.id === props.freshId}
                  onCommit={(name) => props.onChange(unit, { name })}
                />
              </TableCell>
              <TableCell sx={{ p: 0 }}>
                <CellSelect
                  label={`${unit.name || '新单位'}的归口股室`}
                  value={unit.sectionId}
                  options={sectionOptions}
                  onCommit={(sectionId) => props.onChange(unit, { sectionId })}
                />
              </TableCell>
              <TableCell sx={{ py: 0 }}>
                <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end' }}>
                  {depth === 0 && unit.id !== props.freshId && (
                    <Button size="small" onClick={() => props.onAdd(unit.id)}>
                      新建下属
                    </Button>
                  )}
                  <Button
                    size="small"
                    color="error"
                    disabled={!props.mayDelete(unit)}
                    aria-label={`删除 ${unit.name}`}
                    onClick={({ currentTarget }) =>
                      takeRow(currentTarget, props.adder, () => props.onDelete(unit))
                    }
                  >
                    删除
                  </Button>
                </Box>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}
