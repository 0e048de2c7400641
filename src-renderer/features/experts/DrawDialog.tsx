import Box from '@mui/material/Box'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { drawForReview } from '#actions/draw-experts'
import { houseOf } from '#domain/experts/avoid'
import { countOf, type DrawRequest, fits, poolOf, type Wanted } from '#domain/experts/draw'
import type { Expert } from '#domain/experts/expert'
import {
  type ExpertField,
  expertFieldList,
  expertFields,
  shippedExpertRules,
} from '#domain/experts/expert-rules'
import type { Problem } from '#domain/problem'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { localToday } from '#storage/local-day'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { UnitPicker } from '#ui/UnitPicker.tsx'

const counts: Readonly<Record<string, string>> = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((count) => [String(count), `${count} 人`]),
)
const { drawLeast, drawOdd } = shippedExpertRules.limits
const rows: readonly (ExpertField | '')[] = [...expertFieldList, '']
const blankRows: Wanted[] = rows.map((field) => ({ field, specialty: '', count: 0 }))

/** 抽取专家: for what, for which unit, how many of which field; who can be drawn shows at once. */
export function DrawDialog(props: { experts: readonly Expert[]; onClose: () => void }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const units = useLiveQuery(() => unitsOf(book.id), [book.id]) ?? []
  const [subject, setSubject] = useState('')
  const [unitId, setUnitId] = useState('')
  const [wanted, setWanted] = useState(blankRows)
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const today = localToday()
  const request: DrawRequest = { ...houseOf(unitId, units), subject, wanted, today }
  const { pool, excluded } = poolOf(request, props.experts, shippedExpertRules)

  function change(field: ExpertField | '', patch: Partial<Wanted>) {
    setWanted(wanted.map((row) => (row.field === field ? { ...row, ...patch } : row)))
  }

  function draw() {
    attempt(async () => {
      const asked = wanted.filter(({ count }) => count > 0)
      const outcome = await drawForReview(book.id, { subject, unitId, wanted: asked, assessmentId: '' }, by)
      if ('problems' in outcome) {
        setProblems(outcome.problems)
        return
      }
      const names = outcome.draw.drawn.map(({ name }) => name).join('、')
      props.onClose()
      navigate(`/settings/experts?view=draws&open=${outcome.draw.id}`)
      say(`已抽取 ${outcome.draw.drawn.length} 人：${names}。记录已保存。`)
    })
  }

  return (
    <ConfirmDialog
      open
      title="抽取专家"
      action={countOf(request) > 0 ? `抽取 ${countOf(request)} 人` : '抽取'}
      onConfirm={draw}
      onCancel={props.onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, pt: 1 }}>
        <TextField
          label="评审项目"
          required
          wide
          placeholder="如：县城河道清淤工程事前评估"
          value={subject}
          problems={problems.filter(({ at }) => at === 'subject')}
          onCommit={setSubject}
        />
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Box sx={{ fontSize: 12, lineHeight: '20px', color: colours.secondary }}>
            申报单位（本单位、主管部门和下属单位的专家自动回避）
          </Box>
          <UnitPicker
            units={units}
            value={unitId}
            allLabel="不涉及具体单位"
            label="申报单位"
            fullWidth
            onChange={setUnitId}
          />
        </Box>
        <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1 }}>
          <Box sx={{ fontSize: 12, color: colours.secondary }}>
            每次不少于 {drawLeast.value} 人{drawOdd.value === 1 ? '，须为单数' : ''}（本系统默认）
          </Box>
          {wanted.map((row) => (
            <WantedRow
              key={row.field}
              row={row}
              available={pool.filter((each) => fits(each, row)).length}
              onChange={(patch) => change(row.field, patch)}
            />
          ))}
        </Box>
        <Faults problems={problems.filter(({ at }) => at !== 'subject')} />
        <Box sx={{ gridColumn: '1 / -1', fontSize: 13 }}>
          可抽 {pool.length} 人，不可抽 {excluded.length} 人。
          {excluded.length > 0 && (
            <Box component="details" sx={{ color: 'text.secondary' }}>
              <summary>查看不可抽的原因</summary>
              <Box component="ul" sx={{ m: 0, pl: 5, maxHeight: 120, overflow: 'auto' }}>
                {excluded.map(({ id, name, reason }) => (
                  <li key={id}>
                    {name}：{reason}
                  </li>
                ))}
              </Box>
            </Box>
          )}
        </Box>
      </Box>
    </ConfirmDialog>
  )
}

function WantedRow(props: { row: Wanted; available: number; onChange: (patch: Partial<Wanted>) => void }) {
  const { row, onChange } = props
  const name = row.field === '' ? '不限领域' : expertFields[row.field]
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '110px 1fr 150px', gap: 2, alignItems: 'end' }}>
      <ChoiceField
        label={name}
        value={row.count === 0 ? '' : String(row.count)}
        choices={counts}
        blank="不抽"
        onCommit={(chosen) => onChange({ count: chosen === '' ? 0 : Number(chosen) })}
      />
      {row.field === 'industry' ? (
        <TextField
          label="行业小类"
          placeholder="不填则不限"
          value={row.specialty}
          onCommit={(specialty) => onChange({ specialty })}
        />
      ) : (
        <span />
      )}
      <Box sx={{ fontSize: 13, lineHeight: '32px', color: 'text.secondary', textAlign: 'right' }}>
        可抽 {props.available} 人
      </Box>
    </Box>
  )
}

function Faults({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <Box role="alert" sx={{ gridColumn: '1 / -1', fontSize: 13, color: colours.alarm }}>
      {problems.map((problem) => (
        <Box key={problem.message}>■ {problem.message}</Box>
      ))}
      没有抽取，请调整后再抽。
    </Box>
  )
}
