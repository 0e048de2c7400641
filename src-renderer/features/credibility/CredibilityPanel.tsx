import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { explainSelfEvaluation } from '#actions/explain-self-evaluation'
import type { CredibilityFinding } from '#domain/credibility/finding'
import { credibilityNames } from '#domain/credibility/rules'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { selfEvaluationById } from '#storage/self-evaluations'
import { LitText } from '#ui/LitText.tsx'
import { severityMarks } from '#ui/SeverityMark.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { useInTurn } from '#ui/use-in-turn'
import { CopiedPlaces } from './CopiedPlaces.tsx'
import type { CredibilityRow } from './credibility-rows.ts'
import { DoubtMark } from './DoubtMark.tsx'
import { placeName, textAt } from './places.ts'

type World = { forms: ReadonlyMap<string, SelfEvaluation>; unitName: (id: string) => string }

/** Right of the list: each doubt about the chosen form with its sentence lit, and what the unit says to it. */
export function CredibilityPanel({ row, ...world }: World & { row: CredibilityRow | undefined }) {
  return (
    <Box
      component="aside"
      aria-label="疑点"
      tabIndex={0}
      sx={{
        width: { xs: 380, xl: 480 },
        flex: 'none',
        overflow: 'auto',
        bgcolor: colours.surface,
        borderLeft: `1px solid ${colours.line}`,
        fontSize: 13,
        lineHeight: '20px',
      }}
    >
      {row ? (
        <>
          <Box sx={{ p: 3, borderBottom: `1px solid ${colours.line}` }}>
            <Box sx={{ display: 'flex', gap: 2, fontWeight: 600, fontSize: 14 }}>
              <Box sx={{ flex: 1 }}>{row.name || '未填名称的项目'}</Box>
              <DoubtMark level={row.level} points={row.points} />
            </Box>
            <Box sx={{ color: colours.secondary }}>{world.unitName(row.unitId)}</Box>
            <Button
              size="small"
              variant="outlined"
              component={Link}
              to={`/evaluation/self/${row.id}`}
              sx={{ mt: 1 }}
            >
              打开自评表
            </Button>
          </Box>
          {row.findings.length === 0 && <Box sx={{ p: 3, color: colours.ok }}>● 没有发现疑点。</Box>}
          <Box component="ul" aria-label="发现的疑点" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {row.findings.map((finding) => (
              <Finding
                key={`${finding.code} ${finding.at} ${finding.message}`}
                finding={finding}
                form={row.form}
                {...world}
              />
            ))}
          </Box>
          <Explanation key={row.id} form={row.form} />
        </>
      ) : (
        <Box sx={{ p: 4, color: colours.secondary }}>选中一行，这里显示各处疑点和单位的说明。</Box>
      )}
    </Box>
  )
}

function Finding({
  finding,
  form,
  forms,
  unitName,
}: World & { finding: CredibilityFinding; form: SelfEvaluation }) {
  const look = severityMarks[finding.severity]
  const text = textAt(finding.at, form)
  return (
    <Box component="li" sx={{ p: 3, borderBottom: `1px solid ${colours.line}` }}>
      <Box sx={{ display: 'flex', gap: 2, fontSize: 12 }}>
        <Box sx={{ color: look.colour, fontWeight: 600, whiteSpace: 'nowrap' }}>
          <span aria-hidden="true">{look.shape}</span> {credibilityNames[finding.code]}
        </Box>
        <Box
          sx={{
            color: colours.secondary,
            minWidth: 0,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
          }}
        >
          {placeName(finding.at, form)}
        </Box>
      </Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>{finding.message}</Box>
      {!finding.copied && finding.sentence !== '' && text !== '' && text !== finding.sentence && (
        <Box sx={{ pl: 2, my: 1, borderLeft: `2px solid ${colours.line}` }}>
          <LitText text={text} sentence={finding.sentence} />
        </Box>
      )}
      <Box sx={{ color: colours.secondary }}>建议：{finding.suggestion}</Box>
      {finding.copied && (
        <CopiedPlaces copied={finding.copied} own={form.id} forms={forms} unitName={unitName} />
      )}
      <Box
        component="details"
        sx={{ fontSize: 12, color: colours.secondary, '& summary': { cursor: 'pointer' } }}
      >
        <summary>依据</summary>
        {finding.clause}〔{finding.mark}〕
      </Box>
    </Box>
  )
}

/** 单位的说明: what it says to the doubts; kept on its form. */
function Explanation({ form }: { form: SelfEvaluation }) {
  const { by } = useSession()
  const { attempt } = useToast()
  const inTurn = useInTurn()

  function keep(explanation: string) {
    attempt(() =>
      inTurn(async () => {
        const latest = await selfEvaluationById(form.id)
        if (latest) await explainSelfEvaluation(form.id, latest.revision, explanation, by)
      }),
    )
  }

  return (
    <Box sx={{ p: 3 }}>
      <TextField
        label="单位对疑点的说明"
        hint="单位说明或来函的内容"
        lines={3}
        readOnly={!may(by, 'explain-self-evaluation')}
        value={form.explanation}
        onCommit={keep}
      />
    </Box>
  )
}
