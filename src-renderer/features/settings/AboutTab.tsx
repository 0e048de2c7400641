import ExpandMoreOutlined from '@mui/icons-material/ExpandMoreOutlined'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { desktop } from '#desktop'
import { sentenceFor } from '#ui/error-text'
import changelog from '../../../CHANGELOG.md?raw'
import { type Release, releasesIn } from './release-notes.ts'
import { ThirdParty } from './ThirdParty.tsx'

type About = Awaited<ReturnType<typeof desktop.info>>

/** The day of building, put in by the build. */
declare const builtOn: string

const editions = { electron: '桌面版', browser: '浏览器版' } as const
const releases = releasesIn(changelog)

/** 关于: what this is, where its data lies, what changed, and whose work is in it. */
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

  return (
    <Stack spacing={2} sx={{ maxWidth: 960 }}>
      <Paper variant="outlined" sx={{ p: 4 }}>
        <Typography variant="h2">绩衡</Typography>
        <Typography sx={{ color: 'text.secondary', mb: 3 }}>区县财政局预算绩效管理</Typography>
        {fault && <Typography>{fault}</Typography>}
        {about && <Facts about={about} />}
      </Paper>
      <Box component="section" aria-label="更新记录">
        <Typography variant="h2" sx={{ mb: 1 }}>
          更新记录
        </Typography>
        {releases.map((release, index) => (
          <ReleaseNotes key={release.version} release={release} isNewest={index === 0} />
        ))}
      </Box>
      <ThirdParty />
    </Stack>
  )
}

function Facts({ about }: { about: About }) {
  const lines = [
    ['版本', `${about.version}（${editions[about.edition]}，${builtOn} 构建）`],
    ['数据位置', `…/${about.dataPlace}，只存在本机，不联网`],
    ['导出位置', `…/${about.exportPlace}`],
    ['可用空间', about.freeBytes === null ? '—' : `${(about.freeBytes / 2 ** 30).toFixed(1)} GB`],
  ]
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '96px 1fr', rowGap: 2 }}>
      {lines.map(([name, value]) => (
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
  )
}

function ReleaseNotes({ release, isNewest }: { release: Release; isNewest: boolean }) {
  return (
    <Accordion disableGutters variant="outlined" defaultExpanded={isNewest}>
      <AccordionSummary expandIcon={<ExpandMoreOutlined />}>
        <Typography component="span">
          {release.version}（{release.changes.length} 项）
        </Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Box component="ul" sx={{ m: 0, pl: 3, '& li': { mb: 1 } }}>
          {release.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </Box>
      </AccordionDetails>
    </Accordion>
  )
}
