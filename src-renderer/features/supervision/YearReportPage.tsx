import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useLiveQuery } from 'dexie-react-hooks'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { saveRegisterEntry } from '#actions/save-register-entry'
import { may } from '#domain/people/permissions'
import type { RegisterEntry } from '#domain/supervision/register'
import { keepsRegister } from '#domain/supervision/register-kinds'
import {
  figureRows,
  firstTable,
  reportChapters,
  resultLine,
  type YearReportFacts,
} from '#domain/supervision/year-report'
import { useSession } from '#session'
import { registerEntryById } from '#storage/registers'
import { yearReportFacts } from '#storage/year-report'
import { EmptyPage } from '#ui/EmptyPage.tsx'
import { PageHead } from '#ui/PageHead.tsx'
import { useRecordSaver } from '#ui/record-saver'
import { SaveNote } from '#ui/SaveNote.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'
import { exportYearReport } from './year-report-export.ts'

/** The yearly report to 人大 or the government: text from data, changed by a person, given out as Word. */
export function YearReportPage() {
  const { id = '' } = useParams()
  const { book } = useSession()
  const [now] = useState(() => new Date().toISOString())
  const read = useLiveQuery(async () => ({ entry: await registerEntryById(id) }), [id])
  const facts = useLiveQuery(() => yearReportFacts(book, now), [book, now])
  if (!read || !facts) return null
  const { entry } = read
  if (entry?.bookId !== book.id || entry.chapters.length === 0)
    return (
      <EmptyPage
        title="年度报告"
        trail="督导登记"
        text="这份报告不在当前账套中，可能属于其他年度，或已被删除。"
        way={{ to: '/supervision?kind=report', name: '返回督导登记' }}
      />
    )
  return <ReportDocument key={entry.id} kept={entry} facts={facts} />
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function ReportDocument({ kept, facts }: { kept: RegisterEntry; facts: YearReportFacts }) {
  const { book, by } = useSession()
  const { attempt, say } = useToast()
  const saver = useRecordSaver<RegisterEntry>(kept, {
    read: registerEntryById,
    keep: (latest, change) => saveRegisterEntry(latest.id, latest.revision, change, by),
  })
  const { record: entry } = saver
  const readOnly = !may(by, 'save-register') || !keepsRegister(by.duty, 'report')
  const drafted = reportChapters(facts, entry.values.to === 'government' ? 'government' : 'congress')
  const draftOf = (id: string) => drafted.find((chapter) => chapter.id === id)?.text ?? ''

  function write(id: string, text: string) {
    saver.change((before) => ({
      chapters: before.chapters.map((chapter) => (chapter.id === id ? { ...chapter, text } : chapter)),
    }))
  }
  function exportWord() {
    attempt(async () => {
      if (!(await saver.flush())) {
        say({ text: '还有内容没有保存，没有导出。请先处理页面上方的提示。', severity: 'warning' })
        return
      }
      const sentence = await exportYearReport(entry, facts, book)
      if (sentence) say(sentence)
    })
  }

  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        title="年度报告"
        trail="督导登记"
        note={readOnly ? '只读' : <SaveNote saver={saver} at={entry.changedAt} />}
      >
        <Button variant="outlined" component={Link} to={`/supervision?kind=report&entry=${entry.id}`}>
          登记信息
        </Button>
        <Button variant="contained" onClick={exportWord}>
          导出 Word
        </Button>
      </PageHead>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
      >
        <TextField
          label="报告名称"
          value={entry.title}
          readOnly={readOnly}
          onCommit={(title) => saver.change(() => ({ title: title.trim() }))}
        />
        {entry.chapters.map(({ id, title, text }, index) => (
          <Paper key={id} variant="outlined" component="section" aria-label={title} sx={{ p: 3 }}>
            <Box sx={{ display: 'flex', alignItems: 'center', mb: 1, gap: 2 }}>
              <Typography variant="h2" sx={{ fontSize: 15, flex: 1 }}>
                {numerals[index]}、{title}
              </Typography>
              {text !== draftOf(id) && !readOnly && (
                <>
                  <Box sx={{ fontSize: 12, color: colours.secondary }}>与当前数据写出的文字不同</Box>
                  <Button size="small" onClick={() => write(id, draftOf(id))}>
                    按当前数据重写
                  </Button>
                </>
              )}
            </Box>
            <TextField
              hideLabel
              label={title}
              lines={3}
              value={text}
              readOnly={readOnly}
              onCommit={(written) => write(id, written)}
            />
          </Paper>
        ))}
        <Tables facts={facts} />
      </Box>
    </Box>
  )
}

/** What the Word file has behind its text. */
function Tables({ facts }: { facts: YearReportFacts }) {
  const cell = { borderBottom: `1px solid ${colours.line}`, p: 1, textAlign: 'left' } as const
  const figure = { ...cell, textAlign: 'right' } as const
  return (
    <Paper variant="outlined" component="section" aria-label="附表" sx={{ p: 3, fontSize: 13 }}>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse' }}>
        <Box component="caption" sx={{ textAlign: 'left', fontWeight: 600, pb: 1 }}>
          {firstTable(facts)}　预算绩效管理工作情况
        </Box>
        <thead>
          <tr>
            {['工作', '应完成（个）', '已完成（个）', '完成率'].map((name, index) => (
              <Box key={name} component="th" scope="col" sx={index === 0 ? cell : figure}>
                {name}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureRows(facts).map(({ name, all, done, share }) => (
            <tr key={name}>
              <Box component="td" sx={cell}>
                {name}
              </Box>
              {Object.entries({ all, done, share }).map(([id, value]) => (
                <Box component="td" key={id} sx={figure}>
                  {value}
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      {facts.results.length > 0 && (
        <Box sx={{ mt: 2, color: colours.secondary }}>
          附表 2　重点评价结果：{facts.results.map((result) => resultLine(result).join(' ')).join('；')}
        </Box>
      )}
    </Paper>
  )
}
