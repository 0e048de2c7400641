import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useParams } from 'react-router'
import { desktop } from '#desktop'
import { type Booklet, bookletOf } from '#domain/dossier/booklet'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { localDay, localToday } from '#storage/local-day'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { PaperBlocks } from '#ui/PaperBlocks.tsx'
import { PrintStyles } from '#ui/PrintStyles.tsx'
import { useToast } from '#ui/Toast.tsx'
import { NoDossier } from './NoDossier.tsx'
import { useDossier } from './use-dossier.ts'

const margin = '18mm 16mm'

/** 档案 as it will be printed: a cover with contents, then chapter by chapter. */
export function BookletPage() {
  const { goalId = '' } = useParams()
  const { book, by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const dossier = useDossier(goalId)
  if (dossier === undefined) return null
  if (typeof dossier === 'string') return <NoDossier trail="打印预览" text={dossier} />
  if (!may(by, dossier.secret ? 'archive-secret-dossier' : 'archive-dossier'))
    return (
      <EmptyPage
        title="一项目一档"
        trail="打印预览"
        text="涉密项目的档案由监督与绩效管理科或局领导打印。"
        way={{ to: `/dossier/${goalId}`, name: '返回一项目一档' }}
      />
    )
  const booklet = bookletOf(dossier, localDay, {
    office: book.identity.office,
    on: localToday(),
  })
  return (
    <>
      <PrintStyles margin={margin} />
      <PageHead trail="打印预览" title={`${dossier.name} 一项目一档`}>
        <Button color="inherit" onClick={() => void navigate(`/dossier/${goalId}`)}>
          返回
        </Button>
        <Button
          variant="outlined"
          onClick={() => attempt(() => desktop.savePdf(`${dossier.name}一项目一档.pdf`))}
        >
          另存 PDF
        </Button>
        <Button variant="contained" onClick={() => window.print()}>
          打印
        </Button>
      </PageHead>
      <Box
        component="section"
        aria-label="打印预览"
        tabIndex={0}
        sx={{
          ...{ flex: 1, overflow: 'auto', py: 6, bgcolor: '#DDE2E7' },
          '@media print': { p: 0, overflow: 'visible', bgcolor: '#fff' },
        }}
      >
        <BookletPaper booklet={booklet} />
      </Box>
    </>
  )
}

const sheet = {
  ...{ width: '210mm', mx: 'auto', mb: 4, p: margin, bgcolor: '#fff', color: '#000' },
  boxShadow: '0 1px 6px rgba(31, 41, 51, .25)',
  '@media print': { width: 'auto', m: 0, p: 0, boxShadow: 'none' },
} as const

function BookletPaper({ booklet }: { booklet: Booklet }) {
  const { title, cover, chapters } = booklet
  return (
    <>
      <Box sx={{ ...sheet, minHeight: '297mm', '@media print': { ...sheet['@media print'], minHeight: 0 } }}>
        <Box sx={{ textAlign: 'center', fontSize: '22pt', fontWeight: 600, pt: '30mm' }}>{title}</Box>
        <Box sx={{ textAlign: 'center', fontSize: '18pt', pt: '6mm', pb: '16mm' }}>一项目一档</Box>
        <PaperBlocks blocks={[{ kind: 'pairs', rows: cover }]} />
        <Box component="h2" sx={{ textAlign: 'center', fontSize: '14pt', mt: '12mm' }}>
          目　录
        </Box>
        <Box component="ol" sx={{ fontSize: '12pt', lineHeight: '9mm' }}>
          {chapters.map((chapter) => (
            <li key={chapter.title}>{chapter.title}</li>
          ))}
        </Box>
      </Box>
      {chapters.map((chapter, index) => (
        <Box
          key={chapter.title}
          sx={{ ...sheet, '@media print': { ...sheet['@media print'], breakBefore: 'page' } }}
        >
          <Box component="h2" sx={{ fontSize: '14pt', mt: 0 }}>
            {index + 1}　{chapter.title}
          </Box>
          <PaperBlocks blocks={chapter.blocks} />
        </Box>
      ))}
    </>
  )
}
