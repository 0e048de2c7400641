import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type SpotCheckState, spotCheckFlow, spotCheckStates } from '#domain/spot-checks/flow'
import { holderName, overdueDays } from '#domain/workflow'
import { sentenceFor } from '#ui/error-text'
import { PageHead } from '#ui/PageHead.tsx'
import { colours } from '#ui/theme'
import { checkStateLooks } from './CheckStateMark.tsx'
import type { CheckDraft } from './check-saver.ts'

const road: readonly { word: string; states: readonly SpotCheckState[] }[] = [
  { word: '抽取', states: ['picked', 'dropped'] },
  { word: '核查', states: ['started', 'returned'] },
  { word: '记录', states: ['recorded', 'asked'] },
  { word: '提交', states: ['submitted'] },
  { word: '接收', states: ['taken'] },
]

/** Title, saved state, the road with the present step, and where it came from. */
export function CheckHead({ draft, where }: { draft: CheckDraft; where: string }) {
  const { check } = draft
  const returned =
    check.state === 'returned' ? check.trail.findLast(({ to }) => to === 'returned') : undefined
  return (
    <>
      <PageHead trail="重点核查" title={check.name || '未填名称的项目'} note={<SaveNote draft={draft} />} />
      <Box
        sx={{
          ...{ flex: 'none', px: 4, py: 1, display: 'flex', gap: 6, fontSize: 13, whiteSpace: 'nowrap' },
          ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' },
        }}
      >
        <StepLine state={check.state} since={check.heldSince} />
        <Box
          sx={{ color: colours.secondary, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}
          title={where}
        >
          {where}
        </Box>
      </Box>
      {returned && (
        <Box role="note" sx={{ px: 4, py: 1, fontSize: 13, color: colours.attention, bgcolor: '#FFF7E6' }}>
          ▲ 退回意见：{returned.opinion}
        </Box>
      )}
    </>
  )
}

function StepLine({ state, since }: { state: SpotCheckState; since: string }) {
  const present = road.findIndex((step) => step.states.includes(state))
  const holder = holderName(spotCheckFlow, state)
  const overdue = overdueDays(spotCheckFlow, state, since, new Date().toISOString())
  const look = checkStateLooks[state]
  return (
    <Box component="ol" aria-label="进度" sx={{ display: 'flex', gap: 2, listStyle: 'none', m: 0, p: 0 }}>
      {road.map((step, index) => (
        <Box
          component="li"
          key={step.word}
          aria-current={index === present ? 'step' : undefined}
          sx={{
            color: index === present ? look.colour : colours.secondary,
            fontWeight: index === present ? 600 : 400,
          }}
        >
          {index > 0 && (
            <Box component="span" sx={{ color: colours.secondary, fontWeight: 400, mr: 2 }}>
              →
            </Box>
          )}
          <span aria-hidden="true">{index === present ? look.shape : index < present ? '✓' : '○'}</span>{' '}
          {index === present ? spotCheckStates[state] : step.word}
          {index === present && holder !== '' && `（${holder}${overdue > 0 ? `，超 ${overdue} 天` : ''}）`}
        </Box>
      ))}
    </Box>
  )
}

function SaveNote({ draft }: { draft: CheckDraft }) {
  const { state, check } = draft
  const at = new Date(check.changedAt).toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  return (
    <Box component="span" role="status" data-save={state.kind}>
      {state.kind === 'saved' && `已保存 ${at}`}
      {state.kind === 'pending' && '正在保存'}
      {state.kind === 'failed' && (
        <Box component="span" sx={{ color: colours.alarm }}>
          ■ 未保存：{sentenceFor(state.error)}
          <Button size="small" onClick={draft.retry} sx={{ ml: 2 }}>
            再次保存
          </Button>
        </Box>
      )}
    </Box>
  )
}
