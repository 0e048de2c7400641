import Box from '@mui/material/Box'
import type { PaperBlock } from '#domain/paper'

const line = '1px solid #000'
const cell = {
  ...{ border: line, p: '3px 6px', verticalAlign: 'top', textAlign: 'left', fontWeight: 400 },
  ...{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
} as const
const table = {
  ...{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', mb: '8px' },
  '& tr': { breakInside: 'avoid' },
} as const

/** Blocks of a paper as they are printed: black on white, full grid, heads repeated on every page. */
export function PaperBlocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  const shown = blocks.filter((block) => !isEmpty(block)).map((block, index) => ({ block, key: `${index}` }))
  return (
    <Box sx={{ fontFamily: '"SimSun", "Noto Serif CJK SC", serif', fontSize: '10.5pt', color: '#000' }}>
      {shown.map(({ block, key }) => (
        <Block key={key} block={block} />
      ))}
    </Box>
  )
}

function isEmpty(block: PaperBlock): boolean {
  return block.kind === 'text' ? block.text.trim() === '' : block.rows.length === 0
}

function Block({ block }: { block: PaperBlock }) {
  if (block.kind === 'pairs')
    return (
      <Box component="table" sx={table}>
        <tbody>
          {block.rows.map(({ label, text }) => (
            <tr key={label}>
              <Box component="th" scope="row" sx={{ ...cell, width: '24%', bgcolor: '#F2F2F2' }}>
                {label}
              </Box>
              <Box component="td" sx={cell}>
                {text}
              </Box>
            </tr>
          ))}
        </tbody>
      </Box>
    )
  if (block.kind === 'text')
    return (
      <Box sx={{ mb: '8px' }}>
        <Box sx={{ fontWeight: 600, breakAfter: 'avoid' }}>{block.title}</Box>
        <Box sx={{ whiteSpace: 'pre-line' }}>{block.text}</Box>
      </Box>
    )
  const sum = block.columns.reduce((total, { share }) => total + share, 0)
  const rows = block.rows.map((cells, index) => ({ cells, key: `${index}` }))
  return (
    <>
      {block.title !== '' && <Box sx={{ fontWeight: 600, breakAfter: 'avoid' }}>{block.title}</Box>}
      <Box component="table" sx={table}>
        <colgroup>
          {block.columns.map(({ title, share }) => (
            <col key={title} style={{ width: `${(100 * share) / sum}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {block.columns.map(({ title }) => (
              <Box
                component="th"
                scope="col"
                key={title}
                sx={{ ...cell, textAlign: 'center', bgcolor: '#F2F2F2' }}
              >
                {title}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, key }) => (
            <tr key={key}>
              {block.columns.map(({ title, align }, column) => (
                <Box component="td" key={title} sx={{ ...cell, textAlign: align ?? 'left' }}>
                  {cells[column] ?? ''}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </>
  )
}
