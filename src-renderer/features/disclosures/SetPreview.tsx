import Box from '@mui/material/Box'
import type { Publication } from '#domain/disclosures/publication'
import { disclosureItems } from '#domain/disclosures/rules'
import { EmptyState } from '#ui/EmptyState.tsx'
import { PaperBlocks } from '#ui/PaperBlocks.tsx'

export const pageMargin = '18mm 16mm'
/** So many pages are drawn and printed at once; the folder has all of them. */
export const drawnAtOnce = 200

/** The pages as they will be published. */
export function SetPreview({ pages, year }: Pick<Publication, 'pages'> & { year: number }) {
  return (
    <Box
      component="section"
      aria-label="公开材料预览"
      tabIndex={0}
      sx={{
        ...{ flex: 1, overflow: 'auto', py: 4, bgcolor: '#DDE2E7' },
        '@media print': { p: 0, overflow: 'visible', bgcolor: '#fff' },
      }}
    >
      {pages.length === 0 && (
        <EmptyState text="没有可以公开的信息。免予公开和涉密的不会列入；请调整条件，或返回台账选择。" />
      )}
      {pages.slice(0, drawnAtOnce).map((page) => (
        <PreviewPage key={page.objectId} page={page} year={year} />
      ))}
      {pages.length > drawnAtOnce && (
        <Box sx={{ textAlign: 'center', color: 'text.secondary', displayPrint: 'none' }}>
          这里显示前 {drawnAtOnce} 项，打印和 PDF 请按单位或信息分批；导出的网页和 Excel 有全部 {pages.length}{' '}
          项。
        </Box>
      )}
    </Box>
  )
}

function PreviewPage({ page, year }: { page: Publication['pages'][number]; year: number }) {
  return (
    <Box
      sx={{
        ...{ width: '210mm', mx: 'auto', mb: 4, p: pageMargin, bgcolor: '#fff' },
        boxShadow: '0 1px 6px rgba(31, 41, 51, .25)',
        // On a screen at 125 % the whole sheet stands beside what was found.
        '@media screen and (max-width: 1320px)': { zoom: 0.7 },
        '@media print': { width: 'auto', m: 0, p: 0, boxShadow: 'none', breakAfter: 'page' },
      }}
    >
      <Box component="h2" sx={{ textAlign: 'center', fontSize: '16pt', m: 0, mb: 1 }}>
        {page.name}
        {disclosureItems[page.item]}
      </Box>
      <Box sx={{ textAlign: 'center', fontSize: '10.5pt', mb: 2 }}>
        {year} 年度　{page.unit}
      </Box>
      <PaperBlocks blocks={page.blocks} />
    </Box>
  )
}
