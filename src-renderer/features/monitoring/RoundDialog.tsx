import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo, useState } from 'react'
import { openRound } from '#actions/open-round'
import { parseDay } from '#domain/dates'
import { keyReasons, treasuryRate } from '#domain/monitoring/key-objects'
import {
  checkRound,
  eligible,
  isAsked,
  proposedRound,
  type Round,
  type RoundPlanWanted,
  roundScopes,
  warnOfDeadline,
} from '#domain/monitoring/round'
import { problemsAt } from '#domain/problem'
import { useSession } from '#session'
import { unitsOf } from '#storage/base-data'
import { treasuryAt } from '#storage/executions'
import { goalsOf } from '#storage/goals'
import { localToday } from '#storage/local-day'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { RoundObjects } from './RoundObjects.tsx'

const months = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [`m${index + 1}`, `${index + 1} 月底`]),
)

/** 布置轮次: name, month, deadline and objects, with how many goals it asks for before it is issued. */
export function RoundDialog(props: {
  rounds: readonly Round[]
  onClose: () => void
  onOpened: (round: Round) => void
}) {
  const { book, by, rules } = useSession()
  const { attempt, say } = useToast()
  const [today] = useState(localToday)
  const [wanted, setWanted] = useState<RoundPlanWanted>(() =>
    proposedRound(rules.monitoring, book.year, props.rounds, today),
  )
  const goals = useLiveQuery(() => goalsOf(book.id), [book.id])
  const units = useLiveQuery(() => unitsOf(book.id), [book.id])
  const treasury = useLiveQuery(() => treasuryAt(book.id, wanted.month), [book.id, wanted.month])
  const problems = checkRound(wanted, props.rounds)
  const count = useMemo(() => goals?.filter((goal) => isAsked(goal, wanted)).length, [goals, wanted])
  const candidates = useMemo(
    () =>
      eligible(goals ?? [], wanted).map((goal) => ({
        ...goal,
        reasons: keyReasons(
          goal,
          { month: wanted.month, rate: treasuryRate(goal, treasury?.get(goal.id)) },
          rules.monitoring,
        ),
      })),
    [goals, wanted, rules, treasury],
  )
  const put = (change: Partial<RoundPlanWanted>) => setWanted((before) => ({ ...before, ...change }))

  function confirm() {
    attempt(async () => {
      const opened = await openRound(book.id, wanted, by)
      say(`已布置“${opened.round.name}”，请 ${opened.count} 个项目的单位填报。`)
      props.onOpened(opened.round)
    })
  }

  return (
    <ConfirmDialog
      open
      title="布置监控轮次"
      action={count === undefined ? '布置' : `布置给 ${count} 个对象`}
      disabled={problems.length > 0 || count === undefined || count === 0}
      onCancel={props.onClose}
      onConfirm={confirm}
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
        <TextField
          wide
          label="轮次名称"
          value={wanted.name}
          problems={problemsAt(problems, 'name')}
          onCommit={(name) => put({ name })}
        />
        <ChoiceField
          label="数据截至"
          value={`m${wanted.month}`}
          choices={months}
          problems={problemsAt(problems, 'month')}
          onCommit={(month) => put({ month: Number(month.slice(1)) })}
        />
        <TextField
          label="报送期限"
          hint="如 2026-08-31"
          value={wanted.dueOn}
          problems={[...problemsAt(problems, 'dueOn'), ...warnOfDeadline(wanted, today)]}
          onCommit={(text) => put({ dueOn: parseDay(text) || text.trim() })}
        />
        <ChoiceField
          label="范围"
          value={wanted.scope}
          choices={roundScopes}
          problems={problemsAt(problems, 'scope')}
          onCommit={(scope) => put({ scope: scope || 'all' })}
        />
        <Box sx={{ display: 'grid', alignContent: 'end' }}>
          <Tick
            label="同时监控部门整体支出"
            checked={wanted.departments}
            onChange={(departments) => put({ departments })}
          />
          <Tick
            label="包括还没有批复的目标"
            checked={wanted.unapproved}
            onChange={(unapproved) => put({ unapproved })}
          />
        </Box>
        {wanted.scope === 'chosen' && (
          <RoundObjects
            candidates={candidates}
            units={units ?? []}
            chosen={wanted.goalIds ?? []}
            onChange={(goalIds) => put({ goalIds })}
          />
        )}
        <TextField wide label="说明" lines={2} value={wanted.note} onCommit={(note) => put({ note })} />
      </Box>
      <Box role="status" sx={{ mt: 2, fontSize: 13, color: 'text.secondary' }}>
        {count === 0 && wanted.scope !== 'chosen'
          ? '○ 没有符合范围的目标。目标批复后才列入监控；批复在线下办理的，可勾选“包括还没有批复的目标”。'
          : `布置后为 ${count ?? '…'} 个对象各建一份监控表，预算数和指标取自目标。`}
      </Box>
    </ConfirmDialog>
  )
}

function Tick(props: { label: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <FormControlLabel
      label={props.label}
      slotProps={{ typography: { sx: { fontSize: 13 } } }}
      control={<Checkbox checked={props.checked} onChange={(_event, checked) => props.onChange(checked)} />}
    />
  )
}
