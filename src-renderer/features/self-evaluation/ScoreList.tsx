import Box from '@mui/material/Box'
import type { AutoScore } from '#domain/evaluation/indicator-score'
import { scoreText } from '#domain/evaluation/points'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { SelfEvaluationScore } from '#domain/evaluation/self-evaluation-score'
import { formatWeight } from '#domain/goals/weights'
import { rulesById } from '#domain/year-rules'
import { colours } from '#ui/theme'

const entry = { p: '6px 12px', borderBottom: `1px solid ${colours.line}` } as const

type Line = {
  id: string
  name: string
  full: number
  score: number | null
  kept: number | null | undefined
  own: number | null
  ownReason: string
  auto: AutoScore
}

function linesOf(form: SelfEvaluation, score: SelfEvaluationScore): Line[] {
  const byId = new Map(form.entries.map((each) => [each.id, each]))
  const execution: Line = {
    id: 'execution',
    name: '预算执行率',
    full: score.edition.executionWeight,
    score: score.execution.score,
    kept: form.frozen?.execution,
    own: form.executionOwn,
    ownReason: form.executionOwnReason,
    auto: score.execution.auto,
  }
  const entries = score.entries.map(({ id, weight, score: points, auto }): Line => {
    const { name = '', own = null, ownReason = '' } = byId.get(id) ?? {}
    return { id, name, full: weight, score: points, kept: form.frozen?.scores[id], own, ownReason, auto }
  })
  return [execution, ...entries]
}

/** Every score with what it rests on: formula, inputs and clause; the total with what holds it down. */
export function ScoreList(props: {
  form: SelfEvaluation
  score: SelfEvaluationScore
  onJump: (at: string) => void
}) {
  const { form, score } = props
  const unsuitable = form.entries.filter(({ applies }) => !applies)
  return (
    <Box
      component="ul"
      aria-label="各项得分"
      sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13, lineHeight: '20px' }}
    >
      {linesOf(form, score).map((line) => (
        <Box component="li" key={line.id} sx={entry}>
          <Box component="details" sx={{ '& summary': { cursor: 'pointer' } }}>
            <summary>
              <Box component="span" sx={{ display: 'inline-flex', width: 'calc(100% - 20px)', gap: 2 }}>
                <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
                  {line.name}
                </Box>
                <Box component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
                  {scoreText(line.kept ?? line.score) || '—'}
                  <Box component="span" sx={{ color: colours.secondary, fontWeight: 400 }}>
                    /{formatWeight(line.full)}
                  </Box>
                </Box>
              </Box>
            </summary>
            <Ground line={line} />
            <Box
              component="button"
              type="button"
              onClick={() => props.onJump(line.id === 'execution' ? 'funds' : `entries.${line.id}.actual`)}
              sx={{
                p: 0,
                border: 0,
                background: 'none',
                font: 'inherit',
                color: colours.primary,
                cursor: 'pointer',
                textDecoration: 'underline',
              }}
            >
              到这一项
            </Box>
          </Box>
        </Box>
      ))}
      {score.notes.map(({ text, clause }) => (
        <Box component="li" key={text} sx={{ ...entry, color: colours.attention }}>
          ▲ {text}
          <Box sx={{ color: colours.secondary }}>依据：{clause}</Box>
        </Box>
      ))}
      {unsuitable.length > 0 && (
        <Box component="li" sx={{ ...entry, color: colours.secondary }}>
          不考核：{unsuitable.map(({ name }) => name).join('、')}
        </Box>
      )}
      {form.frozen && (
        <Box component="li" sx={{ ...entry, color: colours.secondary }}>
          已汇总：得分是汇总时的结果（规则包“{rulesById(form.frozen.rulesId).name}”，第{' '}
          {form.frozen.rulesVersion} 版），不再重新计算。
        </Box>
      )}
    </Box>
  )
}

function Ground({ line: { auto, own, ownReason } }: { line: Line }) {
  return (
    <Box sx={{ color: colours.secondary, pl: '15px' }}>
      <Box>{auto.formula || `${auto.why}。`}</Box>
      {auto.span && (
        <Box>
          本档 {formatWeight(auto.span.least)}—{formatWeight(auto.span.most)} 分，可在档内评分
        </Box>
      )}
      {auto.inputs.length > 0 && (
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2 }}>
          {auto.inputs.map((input) => (
            <Box key={input.name} sx={{ display: 'contents' }}>
              <Box component="dt">{input.name}</Box>
              <Box component="dd" sx={{ m: 0, textAlign: 'right', color: colours.text }}>
                {input.value}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      {own !== null && (
        <Box sx={{ color: colours.text }}>
          人工评分 {formatWeight(own)} 分：{ownReason || '没有写理由'}
        </Box>
      )}
      {auto.clause !== '' && (
        <Box>
          依据：{auto.clause}〔{auto.mark}〕
        </Box>
      )}
    </Box>
  )
}
