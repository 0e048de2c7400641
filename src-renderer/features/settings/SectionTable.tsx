import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { RefObject } from 'react'
import type { Section, Unit } from '#domain/year-book'
import { CellInput, CellSelect } from '#ui/CellInput.tsx'
import { takeRow } from '#ui/take-row'

const roles: Record<Section['role'], string> = {
  lead: '牵头股室',
  support: '支撑机构',
  spending: '支出股室',
  other: '其他',
}
const roleOptions = Object.entries(roles).map(([value, label]) => ({ value, label }))

/** A row for each, written in place; one that units are looked after by stays. */
export function SectionTable(props: {
  sections: readonly Section[]
  units: readonly Unit[]
  freshId: string
  /** The button that adds one. */
  adder: RefObject<HTMLElement | null>
  onChange: (section: Section, patch: Partial<Section>) => void
  onDelete: (section: Section) => void
}) {
  const { onChange } = props
  return (
    <Paper variant="outlined" sx={{ overflow: 'auto' }}>
      <Table size="small" aria-label="股室">
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 100 }}>代码</TableCell>
            <TableCell>名称</TableCell>
            <TableCell sx={{ width: 160 }}>职责</TableCell>
            <TableCell sx={{ width: 110, textAlign: 'right' }}>归口单位</TableCell>
            <TableCell sx={{ width: 90 }}>操作</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {props.sections.map((section) => {
            const count = props.units.filter((unit) => unit.sectionId === section.id).length
            return (
              <TableRow key={section.id} hover>
                <TableCell sx={{ p: 0 }}>
                  <CellInput
                    label={`${section.name || '新股室'}的代码`}
                    value={section.code}
                    onCommit={(code) => onChange(section, { code })}
                  />
                </TableCell>
                <TableCell sx={{ p: 0 }}>
                  <CellInput
                    label="股室名称"
                    value={section.name}
                    focus={section.id === props.freshId}
                    onCommit={(name) => onChange(section, { name })}
                  />
                </TableCell>
                <TableCell sx={{ p: 0 }}>
                  <CellSelect
                    label={`${section.name || '新股室'}的职责`}
                    value={section.role}
                    options={roleOptions}
                    required
                    onCommit={(role) => role in roles && onChange(section, { role: role as Section['role'] })} // `in` has just proved it
                  />
                </TableCell>
                <TableCell sx={{ textAlign: 'right' }}>{count}</TableCell>
                <TableCell sx={{ py: 0 }}>
                  <Button
                    size="small"
                    color="error"
                    disabled={count > 0}
                    aria-label={`删除 ${section.name}`}
                    onClick={({ currentTarget }) =>
                      takeRow(currentTarget, props.adder, () => props.onDelete(section))
                    }
                  >
                    删除
                  </Button>
                </TableCell>
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </Paper>
  )
}
