import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { HelpEntry } from '#domain/help/entry'
import { type Chapter, helpEntries, type Season } from '#domain/help/manual'
import { colours } from '#ui/theme'
import { EntryText } from './EntryText.tsx'
import { pictureOf } from './pictures.ts'

function Card({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <Paper variant="outlined" component="article" sx={{ p: 4, maxWidth: 920, display: 'grid', gap: 2 }}>
      <Box component="h2" sx={{ m: 0, fontSize: 16, fontWeight: 600 }}>
        {title}
      </Box>
      {children}
    </Paper>
  )
}

/** The help of a page, with the way to it and its picture. */
export function EntryCard({ entry }: { entry: HelpEntry }) {
  const picture = pictureOf(entry)
  // A page of one record has no address of its own.
  const isPage = !entry.path.includes(':')
  return (
    <Card title={isPage ? <Link to={`/${entry.path}`}>{entry.title}</Link> : entry.title}>
      <EntryText entry={entry} />
      {picture && (
        <Box
          component="img"
          src={picture}
          loading="lazy"
          alt={`${entry.title}的页面`}
          sx={{ width: '100%', aspectRatio: '1366 / 768', border: `1px solid ${colours.line}` }}
        />
      )}
    </Card>
  )
}

export function ChapterCard({ chapter }: { chapter: Chapter }) {
  return (
    <Card title={chapter.title}>
      {chapter.paragraphs.map((text) => (
        <Box key={text} sx={{ fontSize: 14, lineHeight: '24px' }}>
          {text}
        </Box>
      ))}
    </Card>
  )
}

/** A time of the year with the pages that are worked on in it. */
export function SeasonCard({ season }: { season: Season }) {
  const pages = season.paths.flatMap((path) => helpEntries.find((entry) => entry.path === path) ?? [])
  return (
    <Card title={season.name}>
      <Box sx={{ fontSize: 14, lineHeight: '24px' }}>{season.text}</Box>
      <Box component="ul" sx={{ m: 0, pl: 5, fontSize: 14, lineHeight: '24px' }}>
        {pages.map(({ path, title, what }) => (
          <li key={path}>
            <Link to={`/${path}`}>{title}</Link>：{what}
          </li>
        ))}
      </Box>
    </Card>
  )
}
