import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { Round } from '#domain/monitoring/round'
import { duties } from '#domain/people/duties'
import { spotCheckStates } from '#domain/spot-checks/flow'
import { type SpotPick, verifyPick } from '#domain/spot-checks/pick'
import { pickWays, type SpotCheck } from '#domain/spot-checks/spot-check'
import { EmptyState } from '#ui/EmptyState.tsx'
import { momentText } from '#ui/moment-text'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

/** Every pick of the book, kept whatever came of it: who, when, from how many, with what seed. */
export function PickRecords(props: {
  picks: readonly SpotPick[]
  checks: readonly SpotCheck[]
  rounds: readonly Round[]
}) {
  const [openId, setOpenId] = useState(props.picks[0]?.id ?? '')
  const open = props.picks.find(({ id }) => id === openId)
  if (props.picks.length === 0)
    return <EmptyState text="还没有抽取过。每次抽取都在这里留下记录，可以复核。" />
  const roundName = (id: string) => props.rounds.find((round) => round.id === id)?.name ?? ''
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
      <Box component="ul" aria-label="抽取记录" tabIndex={0} sx={listStyle}>
        {props.picks.map((pick) => (
          <li key={pick.id}>
            <Button
              color="inherit"
              aria-pressed={pick.id === openId}
              onClick={() => setOpenId(pick.id)}
              sx={{
                ...{ display: 'block', width: '100%', textAlign: 'left', borderRadius: 0, px: 3, py: 1.5 },
                bgcolor: pick.id === openId ? colours.selected : 'transparent',
              }}
            >
              <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
                {pick.name}
              </Box>
              <Box component="span" sx={{ display: 'block', fontSize: 12, color: colours.secondary }}>
                {momentText(pick.at)} · {pick.by} · {roundName(pick.roundId)}
              </Box>
            </Button>
          </li>
        ))}
      </Box>
      {open && <PickRecord pick={open} checks={props.checks} roundName={roundName(open.roundId)} />}
    </Box>
  )
}

const listStyle = {
  ...{ width: 'min(320px, 38vw)', flex: 'none', overflow: 'auto', listStyle: 'none', m: 0, p: 0 },
  ...{ bgcolor: colours.surface, borderRight: `1px solid ${colours.line}` },
} as const

function PickRecord({
  pick,
  checks,
  roundName,
}: {
  pick: SpotPick
  checks: readonly SpotCheck[]
  roundName: string
}) {
  const { say } = useToast()
  const byForm = new Map(
    checks.filter(({ pickId }) => pickId === pick.id).map((check) => [check.monitoringId, check]),
  )
  const nameById = new Map(pick.candidates.map(({ monitoringId, name }) => [monitoringId, name]))
  const pickedIds = new Set(pick.picked)

  function verify() {
    const problems = verifyPick(pick)
    if (problems.length === 0) say(`复核一致：按记录的 ${pick.candidates.length} 份候选重新计算，名单相同。`)
    else say({ text: `复核不一致：${problems.map(({ message }) => message).join('')}`, severity: 'error' })
  }

  return (
    <Box
      component="section"
      aria-label="抽取结果"
      tabIndex={0}
      sx={{
        flex: 1,
        minWidth: 0,
        overflow: 'auto',
        p: 4,
        fontSize: 13,
        display: 'grid',
        gap: 3,
        alignContent: 'start',
      }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '84px 1fr', rowGap: 1 }}>
        <Line name="方式">{pickWays[pick.wish.way]}</Line>
        <Line name="轮次">{roundName}</Line>
        <Line name="抽取">
          {momentText(pick.at)}，{pick.by}（{duties[pick.duty].name}）
        </Line>
        {pick.wish.reason !== '' && <Line name="原因">{pick.wish.reason}</Line>}
        {pick.seed !== '' && (
          <Line name="种子">
            <Box component="span" sx={{ wordBreak: 'break-all' }}>
              {pick.seed}
            </Box>
          </Line>
        )}
        <Line name="候选">
          {pick.candidates.length} 份，另有 {pick.excluded.length} 份不参加（
          {pick.excluded[0]?.reason ?? '无'}）
        </Line>
      </Box>
      <div>
        <Button variant="outlined" onClick={verify}>
          复核
        </Button>
      </div>
      <Box component="section" aria-label="抽中的监控表">
        <Box sx={{ fontWeight: 600, mb: 1 }}>抽中 {pick.picked.length} 份，按抽取顺序</Box>
        <Box component="ol" sx={{ m: 0, pl: 5, lineHeight: '24px' }}>
          {pick.picked.map((id) => {
            const check = byForm.get(id)
            return (
              <li key={id}>
                {check ? <Link to={`/monitoring/checks/${check.id}`}>{check.name}</Link> : nameById.get(id)}
                <Box component="span" sx={{ color: colours.secondary }}>
                  {check ? `（${spotCheckStates[check.state]}）` : ''}
                </Box>
              </li>
            )
          })}
        </Box>
      </Box>
      <Box component="details">
        <summary>没有抽中的 {pick.candidates.length - pick.picked.length} 份</summary>
        <Box component="ul" sx={{ m: 0, pl: 5, color: colours.secondary }}>
          {pick.candidates
            .filter(({ monitoringId }) => !pickedIds.has(monitoringId))
            .map(({ monitoringId, name, points }) => (
              <li key={monitoringId}>
                {name}（{points} 分）
              </li>
            ))}
        </Box>
      </Box>
    </Box>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Box sx={{ color: colours.secondary }}>{name}</Box>
      <Box>{children}</Box>
    </>
  )
}
