import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { chapters, helpAreas, pagesByDuty, seasons } from '#domain/help/manual'
import { duties } from '#domain/people/duties'
import { PageHead } from '#ui/PageHead.tsx'
import { PrintStyles } from '#ui/PrintStyles.tsx'
import { colours } from '#ui/theme'
import { ChapterCard, EntryCard, SeasonCard } from './ManualCards.tsx'

const people = pagesByDuty.filter(({ entries }) => entries.length > 0)

/** The whole manual in the order it is read on paper: what everybody needs, by time, by person, by page. */
export function ManualPaper() {
  return (
    <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PrintStyles margin="18mm 16mm 20mm" />
      <Box sx={{ displayPrint: 'none' }}>
        <PageHead title="整本手册" note="打印时选“另存为 PDF”即可存成文件">
          <Button component={Link} to="/help">
            返回手册
          </Button>
          <Button variant="contained" onClick={() => print()}>
            打印
          </Button>
        </PageHead>
      </Box>
      <Box
        component="article"
        aria-label="整本手册"
        tabIndex={0}
        sx={{
          ...{
            flex: 1,
            minHeight: 0,
            overflow: 'auto',
            p: 4,
            display: 'grid',
            gap: 3,
            alignContent: 'start',
          },
          '@media print': {
            ...{ display: 'block', overflow: 'visible', p: 0, fontSize: '10.5pt' },
            '& .MuiPaper-root': { border: 0, p: 0, mb: '6mm', maxWidth: 'none', breakInside: 'avoid' },
            '& a': { color: 'inherit', textDecoration: 'none' },
          },
        }}
      >
        <Cover />
        <Chapter name="一、通用">
          {chapters.map((chapter) => (
            <ChapterCard key={chapter.id} chapter={chapter} />
          ))}
        </Chapter>
        <Chapter name="二、按时间：一年怎样办">
          {seasons.map((season) => (
            <SeasonCard key={season.id} season={season} />
          ))}
        </Chapter>
        <Chapter name="三、按人：谁用哪些页面">
          {people.map(({ duty, entries }) => (
            <Box key={duty} sx={{ fontSize: 14, lineHeight: '24px', maxWidth: 920, mb: 2 }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {duties[duty].section}：
              </Box>
              {entries.map(({ title }) => title).join('、')}。
            </Box>
          ))}
        </Chapter>
        {helpAreas.map((area, index) => (
          <Chapter key={area.id} name={`${numerals[index]}、按页面：${area.name}`}>
            {area.entries.map((entry) => (
              <EntryCard key={entry.path} entry={entry} />
            ))}
          </Chapter>
        ))}
      </Box>
    </Box>
  )
}

/** The chapters of pages come after the three of everybody's. */
const numerals = ['四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五']

function Cover() {
  return (
    <Box sx={{ textAlign: 'center', '@media print': { pt: '70mm', height: '230mm' } }}>
      <Box component="h1" sx={{ m: 0, fontSize: 30, fontWeight: 700 }}>
        绩衡使用手册
      </Box>
      <Box sx={{ mt: 3, fontSize: 14, color: colours.secondary }}>区县财政预算绩效管理　离线使用</Box>
    </Box>
  )
}

function Chapter({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box
      component="section"
      sx={{
        ...{ display: 'grid', gap: 3 },
        '@media print': { display: 'block', breakBefore: 'page' },
      }}
    >
      <Box component="h2" sx={{ m: 0, mb: 2, fontSize: 20, fontWeight: 700, breakAfter: 'avoid' }}>
        {name}
      </Box>
      {children}
    </Box>
  )
}
