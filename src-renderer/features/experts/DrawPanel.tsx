import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { replaceDrawnExpert } from '#actions/replace-drawn-expert'
import type { Draw, Drawn } from '#domain/experts/draw'
import { membersOf, verifyDraw } from '#domain/experts/draw-record'
import type { Expert } from '#domain/experts/expert'
import { expertFields, shippedExpertRules } from '#domain/experts/expert-rules'
import { duties } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { ConfirmDialog } from '#ui/ConfirmDialog.tsx'
import { momentText } from '#ui/moment-text'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { RateDialog } from './RateDialog.tsx'
import { panelFoot, panelStyle, partStyle } from './styles.ts'

/** One draw: who sits, who was replaced, who was left out and why, and with what seed it can be computed again. */
export function DrawPanel(props: { draw: Draw; experts: readonly Expert[]; onClose: () => void }) {
  const { draw } = props
  const { say } = useToast()
  const [leaving, setLeaving] = useState<Drawn | null>(null)
  const [rated, setRated] = useState<Expert | null>(null)

  function verify() {
    const problems = verifyDraw(draw, shippedExpertRules)
    if (problems.length === 0)
      say(`复核一致：按种子和 ${draw.pool.length} 名可抽专家重新计算，名单和补抽都与记录相同。`)
    else
      say({
        text: `复核不一致：${problems.map(({ message }) => message).join('')}请查看操作记录。`,
        severity: 'error',
      })
  }

  return (
    <Paper variant="outlined" component="section" aria-label="抽取结果" sx={panelStyle}>
      <Box
        sx={{ p: 4, display: 'grid', gap: 3, overflow: 'auto', flex: 1, alignContent: 'start', fontSize: 13 }}
      >
        <Typography variant="h2">{draw.subject}</Typography>
        <Box sx={{ display: 'grid', gridTemplateColumns: '64px 1fr', rowGap: 1 }}>
          <Line name="申报单位">{draw.request.unitName || '不涉及具体单位'}</Line>
          <Line name="抽取">
            {momentText(draw.at)}，{draw.by}（{duties[draw.duty].name}）
          </Line>
          <Line name="要求">{wantedText(draw)}</Line>
          <Line name="种子">
            <Box component="span" sx={{ wordBreak: 'break-all' }}>
              {draw.seed}
            </Box>
          </Line>
        </Box>
        <Members draw={draw} experts={props.experts} onLeave={setLeaving} onRate={setRated} />
        {draw.replaced.length > 0 && (
          <Box sx={{ ...partStyle, gap: 1 }}>
            <Typography variant="h3">补抽</Typography>
            {draw.replaced.map((each) => (
              <Box key={each.outId}>
                {each.inName}接替{each.outName}：{each.reason}
                <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
                  {momentText(each.at)}，{each.by}
                  {each.skipped.map(({ id, name, reason }) => (
                    <span key={id}>
                      ；跳过{name}（{reason}）
                    </span>
                  ))}
                </Box>
              </Box>
            ))}
          </Box>
        )}
        <Box sx={{ ...partStyle, gap: 1 }}>
          <Typography variant="h3">
            可抽 {draw.pool.length} 人，不可抽 {draw.excluded.length} 人
          </Typography>
          {draw.excluded.map(({ id, name, reason }) => (
            <Box key={id}>
              {name}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                ：{reason}
              </Box>
            </Box>
          ))}
        </Box>
      </Box>
      <Box sx={panelFoot}>
        <Button onClick={verify}>复核</Button>
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" onClick={props.onClose}>
          关闭
        </Button>
      </Box>
      {leaving && <ReplaceDialog draw={draw} leaving={leaving} onClose={() => setLeaving(null)} />}
      {rated && (
        <RateDialog expert={rated} subject={draw.subject} drawId={draw.id} onClose={() => setRated(null)} />
      )}
    </Paper>
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

function wantedText(draw: Draw): string {
  return draw.request.wanted
    .map(({ field, specialty, count }) => {
      const name = field === '' ? '不限领域' : expertFields[field]
      return `${name}${specialty ? `（${specialty}）` : ''} ${count} 人`
    })
    .join('，')
}

function Members(props: {
  draw: Draw
  experts: readonly Expert[]
  onLeave: (member: Drawn) => void
  onRate: (expert: Expert) => void
}) {
  const { by } = useSession()
  const isRated = (expert: Expert) => expert.ratings.some(({ drawId }) => drawId === props.draw.id)
  return (
    <Box sx={{ ...partStyle, gap: 1 }}>
      <Typography variant="h3">名单</Typography>
      {membersOf(props.draw).map((member) => {
        const expert = props.experts.find(({ id }) => id === member.id)
        return (
          <Box key={member.id} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Box sx={{ flex: 1 }}>
              {member.name}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {member.field === '' ? '' : `（${expertFields[member.field]}）`}
                {expert?.phone}
              </Box>
            </Box>
            {expert && isRated(expert) && <Box sx={{ color: colours.ok }}>● 已评价</Box>}
            {expert && !isRated(expert) && may(by, 'rate-expert') && (
              <Button size="small" aria-label={`评价 ${member.name}`} onClick={() => props.onRate(expert)}>
                评价
              </Button>
            )}
            {may(by, 'draw-experts') && (
              <Button size="small" aria-label={`补抽 ${member.name}`} onClick={() => props.onLeave(member)}>
                补抽
              </Button>
            )}
          </Box>
        )
      })}
    </Box>
  )
}

/** 补抽: the reason is compulsory, the next one follows from the order of the draw. */
function ReplaceDialog(props: { draw: Draw; leaving: Drawn; onClose: () => void }) {
  const { draw, leaving } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState('')

  function replace() {
    attempt(async () => {
      const outcome = await replaceDrawnExpert(draw, leaving.id, reason, by)
      if ('problem' in outcome) {
        setFault(outcome.problem.message)
        return
      }
      props.onClose()
      say(`已补抽：${outcome.draw.replaced.at(-1)?.inName ?? ''}接替${leaving.name}。`)
    })
  }

  return (
    <ConfirmDialog
      open
      title={`${leaving.name} 不能参加`}
      action="补抽 1 人"
      onConfirm={replace}
      onCancel={props.onClose}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
        <TextField
          label="原因"
          required
          placeholder="如：时间冲突、发现须回避的关系"
          value={reason}
          onCommit={(text) => {
            setReason(text)
            setFault('')
          }}
        />
        {fault && (
          <Box role="alert" sx={{ fontSize: 13, color: colours.alarm }}>
            ■ {fault}
          </Box>
        )}
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          按本次抽取的顺序由下一位同领域的专家接替；补抽后不能撤销。
        </Box>
      </Box>
    </ConfirmDialog>
  )
}
