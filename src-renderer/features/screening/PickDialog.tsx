import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { pickSpotChecks } from '#actions/pick-spot-checks'
import type { Problem } from '#domain/problem'
import { countOf, type PickSize, pickForms } from '#domain/spot-checks/pick'
import type { PickWay } from '#domain/spot-checks/spot-check'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { CountField } from '#ui/CountField.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import type { ScreeningRow } from './screening-rows.ts'

const wayTexts: Readonly<Record<PickWay, string>> = {
  risk: '按风险：风险分最高的',
  random: '随机抽取：由程序取种子，可以复核',
  hand: '指定：在台账中勾选的',
}
const wayList = Object.keys(wayTexts) as PickWay[] // the keys of the table
const sizeWords = { count: '份', share: '%' } as const
const mostNamed = 8
/** How many are proposed. */
const usual = 5

/** 抽取核查对象: how, how many, and at once what would come of it; the record is kept whatever the result. */
export function PickDialog(props: {
  roundId: string
  /** What is listed now: the pick stays among them where they are filtered. */
  rows: readonly ScreeningRow[]
  filtered: boolean
  chosen: readonly ScreeningRow[]
  onClose: () => void
}) {
  const { by } = useSession()
  const { attempt, say } = useToast()
  const navigate = useNavigate()
  const free = props.rows.filter(({ check }) => check === null)
  const [size, setSize] = useState<PickSize>({
    by: 'count',
    value: Math.min(usual, Math.max(1, free.length)),
  })
  const [way, setWay] = useState<PickWay>(props.chosen.length > 0 ? 'hand' : 'risk')
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])

  const candidates = free.map(({ id, name, risk }) => ({ monitoringId: id, name, points: risk.points }))
  const wish = { way, size, ids: props.chosen.map(({ id }) => id), reason }
  const count = way === 'hand' ? props.chosen.length : countOf(size, free.length)
  const foreseen = way === 'risk' ? pickForms(wish, candidates, '').picked : []

  function pick() {
    attempt(async () => {
      const among = props.filtered ? props.rows.map(({ id }) => id) : null
      const outcome = await pickSpotChecks(props.roundId, wish, among, by)
      if ('problems' in outcome) {
        setProblems(outcome.problems)
        return
      }
      props.onClose()
      void navigate(`/monitoring/checks?pick=${outcome.pick.id}`)
      say(`已抽取 ${outcome.checks.length} 份，记录已保存。`)
    })
  }

  return (
    <ConfirmDialog
      open
      title="抽取核查对象"
      action={count > 0 ? `抽取 ${count} 份` : '抽取'}
      onConfirm={pick}
      onCancel={props.onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, fontSize: 13 }}>
        <Box>
          在{props.filtered ? '筛选出的' : '本轮已报的'} {props.rows.length} 份监控表中抽取，其中{' '}
          {props.rows.length - free.length} 份已在核查，不再抽取。
        </Box>
        <RadioGroup
          aria-label="抽取方式"
          value={way}
          onChange={(_event, value) => {
            const wanted = wayList.find((each) => each === value)
            if (wanted) setWay(wanted)
          }}
        >
          {wayList.map((each) => (
            <FormControlLabel
              key={each}
              value={each}
              disabled={each === 'hand' && props.chosen.length === 0}
              control={<Radio size="small" />}
              label={each === 'hand' ? `${wayTexts.hand} ${props.chosen.length} 份` : wayTexts[each]}
            />
          ))}
        </RadioGroup>
        {way !== 'hand' && (
          <Box sx={{ display: 'grid', gridTemplateColumns: '120px 120px', gap: 2 }}>
            <CountField
              label="抽取数量"
              isNeeded
              value={size.value}
              onCommit={(value) => setSize({ ...size, value })}
            />
            <ChoiceField
              label="单位"
              value={size.by}
              choices={sizeWords}
              onCommit={(value) => value && setSize({ ...size, by: value })}
            />
          </Box>
        )}
        <TextField
          label={way === 'hand' ? '指定原因（必填）' : '说明'}
          placeholder={way === 'hand' ? '如：群众反映、审计移送' : '可不填'}
          value={reason}
          problems={problems.filter(({ at }) => at === 'reason')}
          onCommit={setReason}
        />
        {foreseen.length > 0 && <Foreseen ids={foreseen} rows={free} />}
        {problems.some(({ at }) => at !== 'reason') && (
          <Box role="alert" sx={{ color: colours.alarm }}>
            {problems.map(({ message }) => (
              <Box key={message}>■ {message}</Box>
            ))}
            没有抽取，请调整后再抽。
          </Box>
        )}
      </Box>
    </ConfirmDialog>
  )
}

function Foreseen({ ids, rows }: { ids: readonly string[]; rows: readonly ScreeningRow[] }) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const names = ids.slice(0, mostNamed).flatMap((id) => {
    const row = byId.get(id)
    return row ? [`${row.name}（${row.risk.points} 分）`] : []
  })
  return (
    <Box sx={{ color: colours.secondary }}>
      将抽取：{names.join('、')}
      {ids.length > mostNamed && ` 等 ${ids.length} 份`}
    </Box>
  )
}
