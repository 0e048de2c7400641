import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { desktop } from '#desktop'
import { sentenceFor } from '#ui/error-text'

type About = Awaited<ReturnType<typeof desktop.info>>

const editions = { electron: '桌面版', browser: '浏览器版' } as const

export function AboutTab() {
  const [about, setAbout] = useState<About | null>(null)
  const [fault, setFault] = useState('')

  useEffect(() => {
    let current = true
    desktop.info().then(
      (found) => current && setAbout(found),
      (error: unknown) => current && setFault(sentenceFor(error)),
    )
    return () => {
      current = false
    }
  }, [])

  const lines = about && [
    ['版本', `${about.version}（${editions[about.edition]}）`],
    ['导出位置', about.exportPlace],
    ['可用空间', about.freeBytes === null ? '—' : `${(about.freeBytes / 2 ** 30).toFixed(1)} GB`],
    ['数据', '只存在本机，不联网'],
  ]
  return (
    <Paper variant="outlined" sx={{ p: 4, maxWidth: 760 }}>
      <Typography variant="h2">绩衡</Typography>
      <Typography sx={{ color: 'text.secondary', mb: 3 }}>区县财政局预算绩效管理</Typography>
      {fault && <Typography>{fault}</Typography>}
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '96px 1fr', rowGap: 2 }}>
        {lines?.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>
              {name}
            </Box>
            <Box component="dd" sx={{ m: 0 }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </Paper>
  )
}
