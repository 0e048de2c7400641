import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { desktop } from '#desktop'
import type { Attachment } from '#domain/attachment'
import { type DossierEvent, dossierStages } from '#domain/dossier/events'
import { useSession } from '#session'
import { AttachmentViewer } from '#ui/AttachmentViewer.tsx'
import { LightMark } from '#ui/LightMark.tsx'
import { useToast } from '#ui/Toast.tsx'
import { colours } from '#ui/theme'

const readAttachment = (hash: string) => desktop.readAttachment(hash)

/** What happened, the oldest first: day, stage, what it was; each opens its document. */
export function TimeLine({ events }: { events: readonly DossierEvent[] }) {
  const { attempt, say } = useToast()
  const [viewed, setViewed] = useState<Attachment | null>(null)
  if (events.length === 0)
    return <Box sx={{ fontSize: 13, color: 'text.secondary' }}>没有这一环节的记录。</Box>

  function save({ hash, name }: Attachment) {
    attempt(async () => {
      const bytes = await readAttachment(hash)
      if (!bytes) return say({ text: `附件“${name}”在本机找不到。`, severity: 'warning' })
      const saved = await desktop.saveFile(name, bytes)
      if (saved) say(`已保存 ${saved.name}，存放在${saved.place}。`)
    })
  }

  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: 13, bgcolor: colours.surface }}>
      {events.map((event) => (
        <Event key={`${event.stage} ${event.id}`} event={event} onView={setViewed} />
      ))}
      {viewed && (
        <AttachmentViewer
          attachment={viewed}
          load={readAttachment}
          onSave={() => save(viewed)}
          onClose={() => setViewed(null)}
        />
      )}
    </Box>
  )
}

function Event({ event, onView }: { event: DossierEvent; onView: (attachment: Attachment) => void }) {
  const { book, openBook } = useSession()
  const navigate = useNavigate()
  const { on, stage, title, text, by, lights, attachments } = event

  function open() {
    // The document of another year opens in its book.
    if (event.bookId !== book.id) openBook(event.bookId)
    void navigate(event.path)
  }

  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'grid', gridTemplateColumns: '92px 84px minmax(0, 1fr) 120px 64px', columnGap: 2 },
        ...{ px: 3, py: 1.25, borderBottom: `1px solid ${colours.line}`, alignItems: 'start' },
      }}
    >
      <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>{on}</Box>
      <Box sx={{ color: 'primary.main' }}>{dossierStages[stage]}</Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 600 }}>{title}</Box>
        {text && (
          <Box
            title={text}
            sx={{
              ...{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', color: 'text.secondary' },
              ...{
                display: '-webkit-box',
                WebkitLineClamp: 3,
                WebkitBoxOrient: 'vertical',
                overflow: 'hidden',
              },
            }}
          >
            {text}
          </Box>
        )}
        {lights.length > 0 && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
            {lights.map(({ name, colour }) => (
              <span key={name}>
                {name} <LightMark colour={colour} />
              </span>
            ))}
          </Box>
        )}
        {attachments.map((attachment) => (
          <Button
            key={attachment.hash}
            size="small"
            sx={{ p: 0, mr: 2, minWidth: 0 }}
            aria-label={`查看附件 ${attachment.name}`}
            onClick={() => onView(attachment)}
          >
            附件：{attachment.name}
          </Button>
        ))}
      </Box>
      <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{by}</Box>
      <Button size="small" sx={{ p: 0, minWidth: 0 }} aria-label={`打开 ${on} ${title}`} onClick={open}>
        打开
      </Button>
    </Box>
  )
}
