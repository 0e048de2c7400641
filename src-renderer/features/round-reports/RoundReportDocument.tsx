import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ReactNode, useMemo, useState } from 'react'
import { type ReportChange, saveRoundReport } from '#actions/save-round-report'
import { type ReportFigures, type ReportPart, reportParts } from '#domain/monitoring/report-figures'
import { draftedTexts } from '#domain/monitoring/report-texts'
import { type RoundReport, roundReportStates, textsOf } from '#domain/monitoring/round-report'
import { may } from '#domain/people/permissions'
import { useSession } from '#session'
import { localDay } from '#storage/local-day'
import { roundReportById } from '#storage/round-reports'
import { ChartPicture } from '#ui/ChartPicture.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { SidePanel } from '#ui/SidePanel.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { TrailList } from '#ui/TrailList.tsx'
import { colours } from '#ui/theme'
import { useInTurn } from '#ui/use-in-turn'
import { reportPictures } from './pictures.ts'
import { ReportActions } from './ReportActions.tsx'
import { BasisList, DisposalList, WarningList } from './ReportLists.tsx'
import { ReportOpinions } from './ReportOpinions.tsx'
import { LightTable, SectionTable } from './ReportTables.tsx'

const numerals = ['一', '二', '三', '四', '五', '六'] as const
const parts = Object.entries(reportParts) as [ReportPart, string][] // the entries of the table

/** The report in the order of the paper: texts that follow the figures until a person writes, tables and pictures beside them. */
export function RoundReportDocument({ report, figures }: { report: RoundReport; figures: ReportFigures }) {
  const { book, by } = useSession()
  const { attempt } = useToast()
  const inTurn = useInTurn()
  const [tab, setTab] = useState<'opinions' | 'trail'>('opinions')
  // What is final stays what it said on its day.
  const writtenOn = localDay(report.state === 'final' ? report.heldSince : new Date().toISOString())
  const drafted = useMemo(
    () => draftedTexts(figures, book.identity.office, writtenOn),
    [figures, book, writtenOn],
  )
  const texts = textsOf(report, drafted)
  const pictures = useMemo(() => reportPictures(figures), [figures])
  const readOnly = report.state === 'final' || !may(by, 'save-round-report')

  function save(change: ReportChange) {
    attempt(() =>
      inTurn(async () => {
        const latest = await roundReportById(report.id)
        await saveRoundReport(report.id, latest?.revision ?? 0, change, by)
      }),
    )
  }

  const besides: Partial<Record<ReportPart, ReactNode>> = {
    money: (
      <>
        <SectionTable figures={figures} />
        {pictures[0] && (
          <Box sx={{ mt: 3 }}>
            <ChartPicture picture={pictures[0]} table="上表" />
          </Box>
        )}
      </>
    ),
    goals: (
      <>
        <LightTable figures={figures} />
        {pictures[1] && (
          <Box sx={{ mt: 3 }}>
            <ChartPicture picture={pictures[1]} table="上表" />
          </Box>
        )}
      </>
    ),
    problems: <WarningList warnings={figures.warnings} />,
    disposal: <DisposalList disposals={figures.disposals} />,
    application: <BasisList basis={figures.basis} />,
  }
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title={report.name}
        trail="总报告"
        note={`${roundReportStates[report.state]}；${report.figures ? '数字为定稿时的数字' : '数字随监控数据变化'}`}
      />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box
          sx={{
            flex: 1,
            minWidth: 0,
            overflow: 'auto',
            p: 3,
            display: 'grid',
            gap: 3,
            alignContent: 'start',
          }}
        >
          {parts.map(([part, title], index) => (
            <Paper
              key={part}
              variant="outlined"
              component="section"
              aria-label={title}
              sx={{ p: 3, minWidth: 0 }}
            >
              <Box sx={{ display: 'flex', alignItems: 'center', mb: 2, gap: 2 }}>
                <Typography variant="h2" sx={{ fontSize: 15, flex: 1 }}>
                  {numerals[index]}、{title}
                </Typography>
                <Origin
                  isOwn={(report.texts[part] ?? '').trim() !== ''}
                  onReset={readOnly ? null : () => save({ texts: { [part]: '' } })}
                />
              </Box>
              <TextField
                hideLabel
                label={title}
                lines={3}
                value={texts[part]}
                readOnly={readOnly}
                onCommit={(text) => save({ texts: { [part]: text === drafted[part] ? '' : text } })}
              />
              {besides[part]}
            </Paper>
          ))}
        </Box>
        <SidePanel
          label="意见与过程"
          width={320}
          tabs={[
            { name: 'opinions', title: `意见 ${report.opinions.length}` },
            { name: 'trail', title: '过程' },
          ]}
          open={tab}
          onOpen={setTab}
        >
          <Box sx={{ p: 3 }}>
            {tab === 'opinions' && (
              <ReportOpinions report={report} onAnswer={(answers) => save({ answers })} />
            )}
            {tab === 'trail' && <TrailList trail={report.trail} empty="还没有征求意见。" />}
          </Box>
        </SidePanel>
      </Box>
      <ReportActions report={report} figures={figures} texts={texts} />
    </Box>
  )
}

/** Whether a part still says what the figures say, or what a person wrote. */
function Origin({ isOwn, onReset }: { isOwn: boolean; onReset: (() => void) | null }) {
  return (
    <Box sx={{ fontSize: 12, color: isOwn ? colours.attention : colours.secondary }}>
      {isOwn ? '▲ 已改写，不再随数字变化' : '按数字自动起草，可直接修改'}
      {isOwn && onReset && (
        <Button size="small" onClick={onReset} sx={{ ml: 1 }}>
          恢复自动稿
        </Button>
      )}
    </Box>
  )
}
