import Box from '@mui/material/Box'
import type { SelfEvaluation } from '#domain/evaluation/self-evaluation'
import type { SelfEvaluationScore } from '#domain/evaluation/self-evaluation-score'
import type { OwnerNames } from '#domain/unit-names'
import { NationalPaper } from './NationalPaper.tsx'
import { SichuanPaper } from './SichuanPaper.tsx'

export type PaperProps = { form: SelfEvaluation; score: SelfEvaluationScore; names: OwnerNames }

const paperStyle = {
  fontFamily: 'SimSun, "宋体", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif',
  color: '#000',
  fontSize: '9pt',
  lineHeight: 1.4,
  '& table': { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  '& th, & td': {
    border: '0.75pt solid #000',
    p: '2pt 3pt',
    fontWeight: 400,
    textAlign: 'center',
    verticalAlign: 'middle',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    breakInside: 'avoid',
  },
  '& .long': { textAlign: 'left' },
  '& .figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  // The blocks stand under each other as one grid.
  '& table + table': { mt: '-0.75pt' },
} as const

/** Whether the form lies sideways. */
export function isSideways(score: SelfEvaluationScore): boolean {
  return score.edition.id === 'sichuan'
}

/** The form as its edition's paper looks, on A4. */
export function SelfEvaluationPaper(props: PaperProps) {
  return (
    <Box component="article" sx={paperStyle}>
      {isSideways(props.score) ? <SichuanPaper {...props} /> : <NationalPaper {...props} />}
    </Box>
  )
}
