import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { drawAppraisalSample } from '#actions/draw-appraisal-sample'
import { drawOf, markOf } from '#domain/appraisals/appraisal'
import { candidatesOf, isTrueDraw } from '#domain/appraisals/sampling'
import { type SchemeItem, sampleKinds } from '#domain/appraisals/scheme'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { appraisalById } from '#storage/appraisals'
import { momentText } from '#ui/moment-text'
import { ChoiceField, TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import type { AppraisalGiven } from './appraisal-part.ts'
import { cardStyle } from './ItemPane.tsx'

/** 抽查: drawn by recorded chance among what the subject has, and what was found of each. */
export function ItemSample(props: AppraisalGiven & { item: SchemeItem }) {
  const { item, appraisal, mayReview, setMark, facts, saver } = props
  const { by } = useSession()
  const { attempt, say } = useToast()
  const [size, setSize] = useState('5')
  const { method } = item
  if (method.kind !== 'sample') return null
  const draw = drawOf(appraisal, item.id)
  const { findings } = markOf(appraisal, item.id)
  const candidates = facts ? candidatesOf(method.of, facts) : []
  const mayDraw =
    may(by, 'draw-appraisal-sample') && (appraisal.state === 'reviewing' || appraisal.state === 'sampling')
  const names = new Map(draw?.candidates.map(({ id, name }) => [id, name]))

  function take() {
    attempt(async () => {
      if (!(await saver.flush())) return
      const latest = await appraisalById(appraisal.id)
      const wish = { size: Number(size), ids: [], reason: '' }
      const done = await drawAppraisalSample(appraisal.id, latest?.revision ?? 0, item.id, wish, by)
      if ('problems' in done) say({ text: done.problems[0]?.message ?? '', severity: 'warning' })
      else say(`已抽取：${item.name}`)
    })
  }

  return (
    <Box component="section" aria-label="抽查" sx={cardStyle}>
      <Box sx={{ fontWeight: 600 }}>抽查{sampleKinds[method.of]}</Box>
      {!draw && !mayDraw && (
        <Box sx={{ fontSize: 13, color: colours.secondary }}>复核时抽取；没有抽查的取复核分。</Box>
      )}
      {!draw && mayDraw && (
        <Box sx={{ display: 'flex', gap: 3, alignItems: 'end', fontSize: 13 }}>
          <Box sx={{ width: 100 }}>
            <TextField label="抽取份数" align="right" value={size} onCommit={setSize} />
          </Box>
          <Button variant="outlined" disabled={candidates.length === 0} onClick={take}>
            抽取
          </Button>
          <Box sx={{ lineHeight: '32px', color: colours.secondary }}>
            {candidates.length === 0 ? '没有可以抽查的对象' : `可抽 ${candidates.length} 个，涉密的不在其中`}
          </Box>
        </Box>
      )}
      {draw?.picked.map((id) => {
        const found = findings[id] ?? { verdict: '', note: '' }
        const put = (patch: Partial<typeof found>) =>
          setMark(item.id, { findings: { ...findings, [id]: { ...found, ...patch } } })
        return (
          <Box
            key={id}
            sx={{
              display: 'grid',
              gridTemplateColumns: '1fr 120px 1fr',
              gap: 2,
              alignItems: 'center',
              fontSize: 13,
            }}
          >
            <Box>{names.get(id) || '未填名称'}</Box>
            <ChoiceField
              label={`${names.get(id) ?? ''}的抽查结论`}
              hideLabel
              blank="请选择"
              value={found.verdict}
              choices={Object.fromEntries(method.verdicts.map((verdict) => [verdict.id, verdict.name]))}
              readOnly={!mayReview}
              onCommit={(verdict) => put({ verdict })}
            />
            <TextField
              label={`${names.get(id) ?? ''}的抽查说明`}
              hideLabel
              value={found.note}
              placeholder="说明"
              readOnly={!mayReview}
              onCommit={(note) => put({ note })}
            />
          </Box>
        )
      })}
      {draw && (
        <Box sx={{ fontSize: 12, color: colours.secondary }}>
          {draw.by} {momentText(draw.at)} 从 {draw.candidates.length} 个中抽取 {draw.picked.length} 个
          {draw.seed !== '' && `，随机种子 ${draw.seed}`}；
          {isTrueDraw(draw) ? '● 按记录重新计算一致' : '■ 按记录重新计算不一致'}
        </Box>
      )}
    </Box>
  )
}
