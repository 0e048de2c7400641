import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { setRoundState } from '#actions/close-round'
import { extendRound } from '#actions/extend-round'
import { chineseDay } from '#domain/dates'
import { monthsText, type Round } from '#domain/monitoring/round'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { localToday } from '#storage/local-day'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { DueWord } from '#ui/DueWord.tsx'
import { ChoiceField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { ExtendDialog } from './ExtendDialog.tsx'

/** Which round is shown, until when it is due, and what may be done with it as a whole. */
export function RoundLine(props: {
  rounds: readonly Round[]
  round: Round
  missing: number
  onChoose: (id: string) => void
}) {
  const { round } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [closing, setClosing] = useState(false)
  const [extending, setExtending] = useState(false)
  const [today] = useState(localToday)
  const choices = Object.fromEntries(props.rounds.map(({ id, name }) => [id, name]))
  const isOpen = round.state === 'open'

  function setState(state: Round['state']) {
    setClosing(false)
    attempt(async () => {
      await setRoundState(round.id, state, by)
      say(state === 'closed' ? `已结束“${round.name}”，可随时重开。` : `已重开“${round.name}”。`)
    })
  }

  function extend(named: readonly string[] = []) {
    setExtending(false)
    attempt(async () => {
      const count = await extendRound(round.id, by, named)
      say(count === 0 ? '没有新的监控对象，都已在本轮中。' : `已补充 ${count} 个监控对象。`)
    })
  }

  return (
    <Box
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        py: 1,
        fontSize: 13,
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ width: 220, flex: 'none' }}>
        <ChoiceField
          hideLabel
          label="监控轮次"
          value={round.id}
          choices={choices}
          onCommit={(id) => id && props.onChoose(id)}
        />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, color: colours.secondary }}>
        数据截至 {monthsText(round.month)} · {chineseDay(round.dueOn)}前报送 ·{' '}
        {isOpen ? (
          <DueWord dueOn={round.dueOn} today={today} missing={props.missing} measure="个" />
        ) : (
          '— 已结束'
        )}
      </Box>
      {isOpen && may(by, 'open-round') && (
        <Button
          size="small"
          color="inherit"
          title="把之后批复的目标列入本轮"
          onClick={() => (round.scope === 'chosen' ? setExtending(true) : extend())}
        >
          补充对象
        </Button>
      )}
      {may(by, 'close-round') && (
        <Button size="small" color="inherit" onClick={() => (isOpen ? setClosing(true) : setState('open'))}>
          {isOpen ? '结束本轮' : '重开本轮'}
        </Button>
      )}
      {extending && <ExtendDialog round={round} onClose={() => setExtending(false)} onConfirm={extend} />}
      <ConfirmDialog
        open={closing}
        title={`结束“${round.name}”`}
        action="结束本轮"
        onCancel={() => setClosing(false)}
        onConfirm={() => setState('closed')}
      >
        结束后本轮的监控表只能查看，不能再填报和办理；需要时可以重开。
        {props.missing > 0 && `还有 ${props.missing} 个对象没有报送。`}
      </ConfirmDialog>
    </Box>
  )
}
