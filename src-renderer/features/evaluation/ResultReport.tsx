import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo } from 'react'
import { reportOutline, reportTexts } from '#domain/evaluation/report-texts'
import { ChartPicture } from '#ui/ChartPicture.tsx'
import { TextField } from '#ui/TextField.tsx'
import { colours } from '#ui/theme'
import type { ResultPartProps } from './result-part.ts'
import { resultPictures } from './result-pictures.ts'

const numerals = ['一', '二', '三', '四', '五', '六', '七'] as const

/** 评价报告 in the order of the paper: each text follows the data until a person writes it. */
export function ResultReport({ task, facts, saver, isOpen }: ResultPartProps) {
  const { drafted, texts } = useMemo(() => reportTexts(facts), [facts])
  const pictures = useMemo(() => resultPictures(facts.result), [facts.result])
  const readOnly = !isOpen('texts')

  function write(id: string, text: string) {
    const own = text.trim() === (drafted[id] ?? '').trim() ? '' : text
    saver.change((before) => ({ texts: { ...before.texts, [id]: own } }))
  }

  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label="评价报告"
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 3, display: 'grid', gap: 3, alignContent: 'start' }}
    >
      {reportOutline(facts).map((chapter, index) => (
        <Box
          key={chapter.title}
          component="section"
          aria-label={chapter.title}
          sx={{
            bgcolor: colours.surface,
            border: `1px solid ${colours.line}`,
            borderRadius: '4px',
            p: 3,
            display: 'grid',
            gap: 2,
          }}
        >
          <Typography variant="h2" sx={{ fontSize: 15 }}>
            {numerals[index]}、{chapter.title}
          </Typography>
          {chapter.parts.map(({ id, title }) => (
            <Box key={id}>
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 28 }}>
                <Box sx={{ flex: 1, fontWeight: 600, fontSize: 13 }}>{title}</Box>
                <Origin
                  isOwn={(task.texts[id] ?? '').trim() !== ''}
                  onReset={readOnly ? null : () => write(id, drafted[id] ?? '')}
                />
              </Box>
              <TextField
                hideLabel
                label={title}
                lines={3}
                value={texts[id] ?? ''}
                readOnly={readOnly}
                onCommit={(text) => write(id, text)}
              />
            </Box>
          ))}
          {chapter.title.startsWith('综合评价') &&
            pictures.map((picture) => <ChartPicture key={picture.title} picture={picture} table="评分表" />)}
        </Box>
      ))}
      <Box sx={{ fontSize: 13, color: colours.secondary }}>
        体例：财预〔2020〕10号 附件3〔惯〕。导出的 Word 附评分表、专家评分、问题清单、意见采纳情况和问卷汇总。
      </Box>
    </Box>
  )
}

function Origin({ isOwn, onReset }: { isOwn: boolean; onReset: (() => void) | null }) {
  return (
    <Box sx={{ fontSize: 12, color: isOwn ? colours.attention : colours.secondary }}>
      {isOwn ? '▲ 已改写，不再随数据变化' : '按数据自动起草，可直接修改'}
      {isOwn && onReset && (
        <Button size="small" onClick={onReset} sx={{ ml: 1 }}>
          恢复自动稿
        </Button>
      )}
    </Box>
  )
}
