import Box from '@mui/material/Box'
import { objectKinds } from '#domain/goals/goal'
import type { LibraryIndicator, Reference } from '#domain/library/indicator'
import { sectorName } from '#domain/library/library'
import { colours } from '#ui/theme'

/** Values to measure by, as shown: `500 亩（行业标准，2025 年，省厅文件）`. */
function referenceText(reference: Reference, unit: string): string {
  const { standard, value, year, note } = reference
  const told = [standard, year && `${year} 年`, note].filter(Boolean).join('，')
  return `${[value, unit].filter(Boolean).join(' ')}（${told}）`
}

/** Everything the library says of one entry, as pairs of word and text. */
export function LibraryDetail({ entry }: { entry: LibraryIndicator }) {
  const lines: readonly [string, string][] = [
    ['解释', entry.explanation],
    ['级次', `${entry.level1} › ${entry.level2}`],
    ['行业', sectorName(entry.sector)],
    ['依据', entry.standard],
    ['参考', entry.references.map((reference) => referenceText(reference, entry.unit)).join('\n')],
    ['取值', entry.method],
    ['来源', entry.source],
    ['佐证', entry.evidence],
    ['评分', entry.scoring],
    ['适用', entry.kinds.map((kind) => objectKinds[kind]).join('、')],
    ['出处', entry.origin],
  ]
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: '32px minmax(0, 1fr)',
        gap: '2px 8px',
        m: 0,
        fontSize: 12,
        lineHeight: '18px',
        '& dt': { color: colours.secondary },
        '& dd': { m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
      }}
    >
      {lines
        .filter(([, text]) => text !== '')
        .flatMap(([word, text]) => [<dt key={word}>{word}</dt>, <dd key={`${word} text`}>{text}</dd>])}
    </Box>
  )
}
