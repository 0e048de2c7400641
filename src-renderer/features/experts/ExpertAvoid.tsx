import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useRef, useState } from 'react'
import { isDay } from '#domain/dates'
import type { AvoidUnit } from '#domain/experts/expert'
import { shippedExpertRules } from '#domain/experts/expert-rules'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { takeRow } from '#ui/take-row'
import { UnitPicker } from '#ui/UnitPicker.tsx'
import { partHead, partStyle } from './styles.ts'

const { avoid } = shippedExpertRules
const kinds = {
  belongs: avoid.belongs.name,
  employed: avoid.employed.name,
  relative: avoid.relative.name,
  other: avoid.other.name,
}
const blank: AvoidUnit = { unitCode: '', unitName: '', kind: 'employed', until: '', note: '' }

/** 回避单位: whose matters this expert may not judge, besides those of the own work unit. */
export function ExpertAvoid(props: {
  units: readonly AvoidUnit[]
  readOnly: boolean
  onChange: (units: AvoidUnit[]) => void
}) {
  const adder = useRef<HTMLButtonElement>(null)
  const [added, setAdded] = useState<AvoidUnit | null>(null)
  return (
    <Box sx={partStyle}>
      <Box sx={partHead}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          回避单位
        </Typography>
        {!props.readOnly && added === null && (
          <Button ref={adder} size="small" onClick={() => setAdded(blank)}>
            添加回避单位
          </Button>
        )}
      </Box>
      {props.units.length === 0 && added === null && (
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          工作单位及其主管部门自动回避；另有聘用、近亲属关系的在此登记。
        </Box>
      )}
      {props.units.map((each, index) => (
        <Box
          key={`${each.unitCode} ${each.unitName} ${each.kind}`}
          data-row
          sx={{ display: 'flex', gap: 1, fontSize: 13, alignItems: 'center' }}
        >
          <Box sx={{ flex: 1 }}>
            {each.unitName || each.unitCode}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              （{[kinds[each.kind], each.until && `至 ${each.until}`].filter(Boolean).join('，')}）
            </Box>
          </Box>
          {!props.readOnly && (
            <Button
              size="small"
              color="error"
              aria-label={`移除回避单位 ${each.unitName || each.unitCode}`}
              onClick={({ currentTarget }) =>
                takeRow(currentTarget, adder, () =>
                  props.onChange(props.units.filter((_, place) => place !== index)),
                )
              }
            >
              移除
            </Button>
          )}
        </Box>
      ))}
      {added && (
        <AvoidForm
          added={added}
          onChange={setAdded}
          onCancel={() => setAdded(null)}
          onAdd={() => {
            props.onChange([...props.units, added])
            setAdded(null)
          }}
        />
      )}
    </Box>
  )
}

function AvoidForm(props: {
  added: AvoidUnit
  onChange: (added: AvoidUnit) => void
  onAdd: () => void
  onCancel: () => void
}) {
  const { added, onChange } = props
  const { book } = useSession()
  const { say } = useToast()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id]) ?? []
  const chosen = units.find((unit) => unit.code === added.unitCode)

  function add() {
    if (added.unitName.trim() === '') say({ text: '请选择或填写回避的单位。', severity: 'warning' })
    else if (added.until !== '' && !isDay(added.until))
      say({ text: '截止日期请写成 2026-01-01。', severity: 'warning' })
    else props.onAdd()
  }

  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <UnitPicker
          units={units}
          value={chosen?.id ?? ''}
          allLabel="不在本账套（在下面填写）"
          label="回避单位"
          fullWidth
          onChange={(id) => {
            const unit = units.find((each) => each.id === id)
            onChange({ ...added, unitCode: unit?.code ?? '', unitName: unit?.name ?? '' })
          }}
        />
      </Box>
      {!chosen && (
        <TextField
          label="单位名称"
          wide
          value={added.unitName}
          onCommit={(unitName) => onChange({ ...added, unitName })}
        />
      )}
      <ChoiceField
        label="原因"
        value={added.kind}
        choices={kinds}
        onCommit={(kind) => kind && onChange({ ...added, kind })}
      />
      <TextField
        label="关系结束于"
        placeholder="仍在的不填"
        value={added.until}
        onCommit={(until) => onChange({ ...added, until })}
      />
      <Box sx={{ gridColumn: '1 / -1', display: 'flex', gap: 1, justifyContent: 'end' }}>
        <Button size="small" onClick={props.onCancel}>
          取消
        </Button>
        <Button size="small" variant="outlined" onClick={add}>
          添加
        </Button>
      </Box>
    </Box>
  )
}
